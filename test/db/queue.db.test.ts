import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../db/open.ts';
import type { QueueHandlers } from '../../db/queue.ts';
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
