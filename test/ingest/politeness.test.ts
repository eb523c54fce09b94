import { expect, test } from 'vitest';
import { createPoliteness, type Timing } from '../../ingest/politeness.ts';

/** A clock that stands still until it is turned. */
const handClock = () => {
  let time = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const timing: Timing = {
    now: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    },
  };
  const turn = async (ms: number) => {
    time += ms;
    const due = timers.filter(timer => timer.at <= time);
    timers = timers.filter(timer => timer.at > time);
    for (const timer of due) timer.run();
    await settled();
  };
  return { timing, turn, waiting: () => timers.length };
};

/** Lets everything that is ready run. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));

const deferred = () => Promise.withResolvers<void>();

test('a host is asked twice at a time at most, another host at once', async () => {
  const { timing } = handClock();
  const politeness = createPoliteness({ perHost: 2, gapMs: 0, timing });
  const gates = [deferred(), deferred(), deferred(), deferred()];
  const begun: number[] = [];
  const runs = gates.map((gate, index) =>
    politeness.run(index === 3 ? 'b.example' : 'a.example', async () => {
      begun.push(index);
      await gate.promise;
    }),
  );
  await settled();
  expect(begun).toEqual([0, 1, 3]);
  gates[0]!.resolve();
  await settled();
  expect(begun).toEqual([0, 1, 3, 2]);
  for (const gate of gates) gate.resolve();
  await Promise.all(runs);
});

test('requests to one host start with the gap between them, in order', async () => {
  const { timing, turn } = handClock();
  const politeness = createPoliteness({ perHost: 2, gapMs: 1_000, timing });
  const begun: string[] = [];
  const runs = ['first', 'second', 'third'].map(name => politeness.run('a.example', async () => void begun.push(name)));
  await settled();
  expect(begun).toEqual(['first']);
  await turn(999);
  expect(begun).toEqual(['first']);
  await turn(1);
  expect(begun).toEqual(['first', 'second']);
  await turn(1_000);
  expect(begun).toEqual(['first', 'second', 'third']);
  await Promise.all(runs);
});

test('a task that fails gives its place to the next', async () => {
  const politeness = createPoliteness({ perHost: 1, gapMs: 0, timing: handClock().timing });
  const failing = politeness.run('a.example', () => Promise.reject(new Error('no')));
  const next = politeness.run('a.example', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

test('a host is let alone for the gap after its last task, with no timer while nothing waits', async () => {
  const { timing, turn, waiting } = handClock();
  const politeness = createPoliteness({ perHost: 2, gapMs: 1_000, timing });
  await politeness.run('a.example', async () => {});
  expect(waiting()).toBe(0);
  let begun = false;
  const next = politeness.run('a.example', async () => {
    begun = true;
  });
  await turn(999);
  expect(begun).toBe(false);
  await turn(1);
  await next;
  expect(begun).toBe(true);
});

test('closing takes the timer of what waits along', async () => {
  const { timing, waiting } = handClock();
  const politeness = createPoliteness({ perHost: 2, gapMs: 1_000, timing });
  await politeness.run('a.example', async () => {});
  const next = politeness.run('a.example', async () => {});
  expect(waiting()).toBe(1);
  politeness.close(new Error('closed'));
  await expect(next).rejects.toThrow('closed');
  expect(waiting()).toBe(0);
});

test('closing refuses what waits and what comes after', async () => {
  const politeness = createPoliteness({ perHost: 1, gapMs: 0, timing: handClock().timing });
  const gate = deferred();
  const running = politeness.run('a.example', () => gate.promise);
  const waiting = politeness.run('a.example', async () => {});
  politeness.close(new Error('closed'));
  await expect(waiting).rejects.toThrow('closed');
  await expect(politeness.run('b.example', async () => {})).rejects.toThrow('closed');
  gate.resolve();
  await running;
});
