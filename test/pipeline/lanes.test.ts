import { describe, expect, test } from 'vitest';
import { inLanes } from '../../src/pipeline/lanes.ts';

/** Tasks that end when they are told to. */
const doors = () => {
  const open = new Map<number, () => void>();
  return {
    begun: () => [...open.keys()],
    task: (item: number) => new Promise<void>(resolve => open.set(item, resolve)),
    end: async (item: number): Promise<void> => {
      open.get(item)?.();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
};

describe('Lanes', () => {
  test('take an item only when one of them is free', async () => {
    let taken = 0;
    async function* source() {
      for (; taken < 5; ) yield taken++;
    }
    const { begun, task, end } = doors();
    const running = inLanes(source(), 2, task);
    await new Promise(resolve => setImmediate(resolve));
    expect([taken, begun()]).toEqual([2, [0, 1]]);
    await end(1);
    expect([taken, begun()]).toEqual([3, [0, 1, 2]]);
    for (const item of [0, 2, 3, 4]) await end(item);
    await running;
    expect(begun()).toEqual([0, 1, 2, 3, 4]);
  });

  test('begin nothing new after a failure, and wait for what runs', async () => {
    const { begun, task, end } = doors();
    let ended = false;
    const running = inLanes([1, 2, 3, 4], 2, item => (item === 1 ? Promise.reject(new Error('broken')) : task(item)));
    const settled = running.catch((error: Error) => error.message).finally(() => (ended = true));
    await new Promise(resolve => setImmediate(resolve));
    expect([begun(), ended]).toEqual([[2], false]);
    await end(2);
    expect(await settled).toBe('broken');
    expect(begun()).toEqual([2]);
  });

  test('begin nothing new once they are told to stop, and leave the source', async () => {
    let left = false;
    function* source() {
      try {
        for (let item = 0; ; item++) yield item;
      } finally {
        left = true;
      }
    }
    const stopping = new AbortController();
    const done: number[] = [];
    await inLanes(
      source(),
      1,
      async item => {
        done.push(item);
        if (item === 2) stopping.abort();
      },
      stopping.signal,
    );
    expect([done, left]).toEqual([[0, 1, 2], true]);
  });
});
