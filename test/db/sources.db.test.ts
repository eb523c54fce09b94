import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Client, openClient, parseDatabaseUrl } from '../../db/client.ts';
import { dueSourceIds } from '../../db/queries/sources.ts';
import type { Store } from '../../db/store.ts';
import { testDatabase } from '../support/database.ts';
import { poll, source } from './samples.ts';

let store: Store;
let client: Client;
beforeEach(async () => {
  const database = await testDatabase();
  client = openClient(parseDatabaseUrl(database.url), 1);
  onTestFinished(async () => {
    await client.close();
    await database.close();
  });
  store = database.store;
});

const ids = async () => (await store.listSources()).map(({ id }) => id);
const named = (id: string, feedUrl = `https://${id}.example/feed`) => source({ id, feedUrl });

describe('builtin sources', () => {
  test('are brought, changed and retired with the rows of the program', async () => {
    await store.syncBuiltinSources([named('a'), named('b')]);
    await store.syncBuiltinSources([named('a', 'https://moved.example/feed'), named('c')]);
    expect(await ids()).toEqual(['a', 'c']);
    expect((await store.listSources())[0]).toMatchObject({ feedUrl: 'https://moved.example/feed', origin: 'builtin' });
    await store.syncBuiltinSources([named('a'), named('b')]);
    expect(await ids()).toEqual(['a', 'b']);
  });

  test('that the user removed stay removed, until the user adds them again', async () => {
    await store.syncBuiltinSources([named('a'), named('b')]);
    expect(await store.removeSource('a')).toBe(true);
    expect(await store.removeSource('a')).toBe(false);
    await store.syncBuiltinSources([named('a'), named('b')]);
    expect(await ids()).toEqual(['b']);
    await store.addSource(named('a'));
    expect(await ids()).toEqual(['a', 'b']);
    expect((await store.listSources())[0]?.origin).toBe('builtin');
  });

  test('leave a source of the user alone that has their id or feed', async () => {
    await store.addSource(named('a', 'https://mine.example/feed'));
    await store.addSource(named('mine', 'https://b.example/feed'));
    await store.syncBuiltinSources([named('a'), named('b')]);
    expect((await store.listSources()).map(({ id, feedUrl, origin }) => [id, feedUrl, origin])).toEqual([
      ['a', 'https://mine.example/feed', 'user'],
      ['mine', 'https://b.example/feed', 'user'],
    ]);
  });
});

describe('sources of the user', () => {
  test('with an id or a feed that stands are refused by name', async () => {
    await store.addSource(named('a'));
    await expect(store.addSource(named('a', 'https://other.example/feed'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(store.addSource(named('b', 'https://a.example/feed'))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of one feed that are added at the same moment under two ids end as one', async () => {
    const url = 'https://same.example/feed';
    const results = await Promise.allSettled([store.addSource(named('a', url)), store.addSource(named('b', url))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await ids()).toHaveLength(1);
  });
});

describe('sources that are due', () => {
  test('are those never polled and those whose time has come, the longest waiting first', async () => {
    for (const id of ['early', 'late', 'new', 'removed']) await store.addSource(named(id));
    await store.removeSource('removed');
    const at = '2026-03-02T09:00:00.000Z';
    await store.recordPoll(poll({ sourceId: 'early', at, nextPollAt: '2026-03-02T10:00:00.000Z', items: [] }));
    await store.recordPoll(poll({ sourceId: 'late', at, nextPollAt: '2026-03-02T11:00:00.000Z', items: [] }));
    const due = async (now: string, limit = 10) => dueSourceIds(client, now, limit);
    expect(await due('2026-03-02T09:59:59Z')).toEqual(['new']);
    expect(await due('2026-03-02T10:00:00Z')).toEqual(['new', 'early']);
    expect(await due('2026-03-02T12:00:00Z', 2)).toEqual(['new', 'early']);
    expect(await store.getDueSource('removed')).toBeUndefined();
  });

  test('a move is kept with its beginning while every poll says the same, wishes while nothing changes', async () => {
    await store.addSource(named('a'));
    const source = (await store.listSources()).find(({ id }) => id === 'a')!;
    const moved = { from: source.feedUrl, to: 'https://new.example/feed' };
    const at = (hour: number) => `2026-04-01T0${hour}:00:00.000Z`;
    const told = async (hour: number, over: Partial<Parameters<typeof store.recordPoll>[0]>) => {
      await store.recordPoll(poll({ sourceId: 'a', at: at(hour), items: [], ...over }));
      const due = await store.getDueSource('a');
      return [due?.moved?.since, due?.wishes];
    };
    const wishes = { ttlMinutes: 60, skipHours: [1, 2] };
    expect(await told(1, { moved, wishes })).toEqual([at(1), wishes]);
    expect(await told(2, { moved, outcome: 'not-modified' })).toEqual([at(1), wishes]);
    expect(await told(3, { moved: { ...moved, to: 'https://third.example/' } })).toEqual([at(3), undefined]);
    expect(await told(4, { outcome: 'failed' })).toEqual([undefined, undefined]);
    expect(await told(5, { moved: { ...moved, from: 'https://before.example/' } })).toEqual([undefined, undefined]);
  });

  test('keep the validators of the last answer that brought items', async () => {
    await store.addSource(named('a'));
    await store.recordPoll(poll({ sourceId: 'a', etag: '"1"', lastModified: 'Mon', items: [] }));
    const at = '2026-03-02T10:00:00.000Z';
    await store.recordPoll(poll({ sourceId: 'a', at, outcome: 'not-modified', etag: '"2"', items: [] }));
    expect(await store.getDueSource('a')).toMatchObject({ etag: '"1"', lastModified: 'Mon' });
  });
});
