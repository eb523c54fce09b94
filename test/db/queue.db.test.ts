import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openClient, openDriver, parseDatabaseUrl } from '../../db/client.ts';
import { openClock } from '../../db/clock.ts';
import { type Database, openDatabase } from '../../db/open.ts';
import { createQueue, type QueueHandlers } from '../../db/queue.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { articleSave, derivation, feedItem, poll, source } from './samples.ts';

const quick = { relayMs: 20, stopSeconds: 10 } as const;
const nothing: QueueHandlers = {
  poll: async () => {},
  article: async () => {},
  link: async () => {},
  push: async () => {},
};

/** Polls a source into items, settles items, derives victims: the least that handlers can do. */
const working = ({ store }: Database, done: string[]): QueueHandlers => ({
  push: async () => {},
  poll: async ({ sourceId }) => {
    done.push(`poll ${sourceId}`);
    const items = [1, 2, 3].map(number => feedItem({ key: `${sourceId}-${number}` }));
    await store.recordPoll(
      poll({ sourceId, at: '2026-03-02T09:00:00.000Z', nextPollAt: '2999-01-01T00:00:00Z', items }),
    );
  },
  article: async ({ itemId }) => {
    done.push(`article ${itemId}`);
    await store.saveArticle(articleSave({ canonicalUrl: `https://till.example/${itemId}`, victim: itemId, itemId }));
  },
  link: async ({ victim }) => {
    done.push(`link ${victim}`);
    const mark = await store.relinkMark(victim);
    if (mark) await store.saveDerivation(mark, derivation(victim));
  },
});

const addSources = async ({ store }: Database, count: number) => {
  for (let number = 0; number < count; number++) {
    await store.addSource(source({ id: `feed-${number}`, feedUrl: `https://till.example/feed-${number}` }));
  }
};

const settled = async ({ store }: Database, articles: number) => {
  const { articles: found, pendingItems, relinkMarks } = await store.status();
  return found === articles && pendingItems === 0 && relinkMarks === 0;
};

describe('the job queue', () => {
  let database: TestDatabase;
  let other: Database;
  beforeAll(async () => {
    database = await testDatabase();
    other = await openDatabase({ url: database.url, dataDir: '' });
  });
  afterAll(async () => {
    await other.close();
    await database.close();
  });

  test('two instances that start at once share the way from source to incident, and nothing is done twice', async () => {
    await addSources(database, 6);
    const done: string[] = [];
    await Promise.all([
      database.queue.start(working(database, done), quick),
      other.queue.start(working(other, done), quick),
    ]);
    await vi.waitFor(async () => expect(await settled(database, 18)).toBe(true), { timeout: 30_000, interval: 50 });
    await Promise.all([database.queue.stop(), other.queue.stop()]);
    expect(done.filter(line => line.startsWith('poll'))).toHaveLength(6);
    expect(done.filter(line => line.startsWith('article'))).toHaveLength(18);
  });
});

describe('a job', () => {
  const open = async () => {
    const database = await testDatabase();
    onTestFinished(() => database.close());
    await addSources(database, 1);
    return database;
  };

  test('that fails is tried again', async () => {
    const database = await open();
    const done: string[] = [];
    const honest = working(database, done);
    let failures = 0;
    const stumbling: QueueHandlers = {
      ...nothing,
      poll: async (job, id) => {
        if (failures++ === 0) throw new Error('stumbled');
        await honest.poll(job, id);
      },
    };
    await database.queue.start(stumbling, quick);
    await vi.waitFor(() => expect(done).toEqual(['poll feed-0']), { timeout: 30_000, interval: 50 });
    expect(failures).toBe(2);
  });

  test('that runs is waited for when the queue stops, and none is begun after', async () => {
    const database = await open();
    const events: string[] = [];
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const slow: QueueHandlers = {
      ...nothing,
      poll: async () => {
        events.push('begun');
        begun.resolve();
        await finish.promise;
        events.push('finished');
      },
    };
    await database.queue.start(slow, quick);
    await begun.promise;
    const stopped = database.queue.stop().then(() => events.push('stopped'));
    finish.resolve();
    await stopped;
    expect(events).toEqual(['begun', 'finished', 'stopped']);
  });

  test('is not begun a second time while it runs, however often the ledger is looked at', async () => {
    const database = await open();
    let running = 0;
    const finish = Promise.withResolvers<void>();
    let ticks = 0;
    const now = () => {
      if (running > 0 && ++ticks > 10) finish.resolve();
      return new Date();
    };
    const slow: QueueHandlers = {
      ...nothing,
      poll: async (job, id) => {
        running++;
        await finish.promise;
        await working(database, []).poll(job, id);
      },
    };
    await database.queue.start(slow, { ...quick, now });
    await finish.promise;
    expect(running).toBe(1);
  });
});

describe('what goes wrong around the queue', () => {
  const open = async () => {
    const database = await testDatabase();
    const driver = openDriver(parseDatabaseUrl(database.url), 'test', 1);
    onTestFinished(async () => {
      await driver.end();
      await database.close();
    });
    await addSources(database, 1);
    return { database, driver };
  };
  test('four processes that want to poll one feed fetch it once each time it is due', async () => {
    const { database, driver } = await open();
    const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url: database.url, dataDir: '' })));
    onTestFinished(async () => {
      for (const other of others) await other.close();
    });
    let polls = 0;
    const polling = ({ store, now }: Database): QueueHandlers => ({
      ...nothing,
      poll: async ({ sourceId }) => {
        await store.recordPoll(
          poll({ sourceId, at: now().toISOString(), nextPollAt: '2999-01-01T00:00:00Z', items: [] }),
        );
        polls++;
      },
    });
    const all = [database, ...others];
    await Promise.all(all.map(each => each.queue.start(polling(each), quick)));
    for (let interval = 1; interval <= 5; interval++) {
      await vi.waitFor(() => expect(polls).toBe(interval), { timeout: 30_000, interval: 20 });
      await driver`update receipts.source_state set next_poll_at = now()`;
    }
    await vi.waitFor(() => expect(polls).toBe(6), { timeout: 30_000, interval: 20 });
    await Promise.all(all.map(each => each.queue.stop()));
    expect(polls).toBe(6);
  });

  test('what a process had begun that has been dead for long is taken over by the next one at its start', async () => {
    const { database, driver } = await open();
    const other = await openDatabase({ url: database.url, dataDir: '' });
    onTestFinished(() => other.close());
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const hanging: QueueHandlers = {
      ...nothing,
      poll: async () => {
        begun.resolve();
        await end.promise;
      },
    };
    await database.queue.start(hanging, { ...quick, width: { poll: 1 } });
    await begun.promise;
    await driver`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`;
    await driver`update pgboss.queue set monitor_on = null, monitor_claim_on = null`;
    const done: string[] = [];
    await other.queue.start(working(other, done), quick);
    await vi.waitFor(() => expect(done).toContain('poll feed-0'), { timeout: 10_000, interval: 20 });
    end.resolve();
  });

  test('nothing is begun without room, and everything when there is room again', async () => {
    const { database } = await open();
    const endpoint = parseDatabaseUrl(database.url);
    const client = openClient(endpoint, 2);
    let [short, looks]: [string | undefined, number] = ['The disk is full.', 0];
    const enough = Promise.withResolvers<void>();
    const shortOfRoom = async () => {
      if (++looks === 10) enough.resolve();
      return short;
    };
    const queue = createQueue(endpoint, client, { clock: await openClock(client), shortOfRoom });
    onTestFinished(async () => {
      await queue.stop();
      await client.close();
    });
    const done: string[] = [];
    const said: string[] = [];
    await queue.start(working(database, done), { ...quick, log: line => said.push(line) });
    await enough.promise;
    expect(done).toEqual([]);
    expect(said).toEqual(['Nothing new is begun: The disk is full.']);
    short = undefined;
    await vi.waitFor(async () => expect(await settled(database, 3)).toBe(true), { timeout: 30_000, interval: 20 });
  });

  test('a feed that was polled under a clock that ran a day ahead is due when it should be', async () => {
    const { database, driver } = await open();
    const tomorrow = Date.now() + 86_400_000;
    const at = new Date(tomorrow).toISOString();
    const nextPollAt = new Date(tomorrow + 1_800_000).toISOString();
    await database.store.recordPoll(poll({ sourceId: 'feed-0', at, nextPollAt, items: [] }));
    await database.queue.start(nothing, quick);
    const [state] = await driver<[{ polled: number; due: number }]>`
      select extract(epoch from now() - last_polled_at)::float as polled,
        extract(epoch from next_poll_at - now())::float as due from receipts.source_state`;
    expect(state.polled).toBeGreaterThanOrEqual(0);
    expect(state.polled).toBeLessThan(60);
    expect(state.due).toBeGreaterThan(1700);
    expect(state.due).toBeLessThanOrEqual(1800);
  });

  test('times go by the clock of the database, not by that of the machine', async () => {
    const { driver, database } = await open();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const late = await openDatabase({ url: database.url, dataDir: '' });
    onTestFinished(() => late.close());
    const [row] = await driver<[{ ms: number }]>`select extract(epoch from clock_timestamp())::float * 1000 as ms`;
    expect(Math.abs(late.now().getTime() - row.ms)).toBeLessThan(5000);
    expect(Date.now() - row.ms).toBeGreaterThan(86_000_000);
  });
});
