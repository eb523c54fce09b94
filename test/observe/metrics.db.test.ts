import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetrics } from '#observe';
import { seed } from '../http/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await seed(database.store);
});
afterAll(async () => {
  await database.close();
});

const NOW = new Date('2032-01-01T00:00:00Z');

/** Values by name and labels. */
const valuesOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
      .map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );

test('tell of the queue, of each source, of claims by kind, of the event loop, and of answers by route', async () => {
  const source = {
    id: 'late-feed',
    publisher: 'Late',
    country: 'GB',
    kind: 'news',
    feedUrl: 'https://late.example/feed',
    language: 'en',
    why: 'It is late.',
    confirmed: false,
  } as const;
  await database.store.addSource(source);
  await database.store.recordPoll({
    sourceId: source.id,
    at: '2031-12-31T23:00:00.000Z',
    nextPollAt: '2031-12-31T23:30:00.000Z',
    outcome: 'failed',
    items: [],
  });
  const metrics = createMetrics({ store: database.store, health: database.health, now: () => NOW });
  metrics.request({ method: 'GET', route: '/v1/incidents/:id', status: 200, seconds: 0.02 });
  const text = await metrics.text();
  const values = valuesOf(text);
  expect(values.get('receipts_database_up')).toBe(1);
  expect(values.get('receipts_source_lag_seconds{source="late-feed"}')).toBe(1800);
  expect(values.get('receipts_source_failures{source="late-feed"}')).toBe(1);
  expect(values.get('receipts_claims{kind="data"}')).toBeGreaterThan(0);
  expect(values.get('receipts_held{what="articles"}')).toBeGreaterThan(0);
  const route = 'method="GET",route="/v1/incidents/:id",status="200"';
  expect(values.get(`receipts_http_request_duration_seconds_bucket{le="0.025",${route}}`)).toBe(1);
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  await database.queue.start({ poll: async () => {} }, { relayMs: 3_600_000 });
  expect([...valuesOf(await createMetrics({ ...database, now: () => NOW }).text()).keys()]).toContain(
    'receipts_queue_oldest_seconds{kind="poll"}',
  );
});

test('go on where the database does not answer, and say so', async () => {
  const gone = () => Promise.reject(new Error('gone'));
  const metrics = createMetrics({
    store: { status: gone },
    health: { queue: gone, claimKinds: gone },
    now: () => NOW,
  });
  const values = valuesOf(await metrics.text());
  expect(values.get('receipts_database_up')).toBe(0);
  expect([...values.keys()].some(name => name.startsWith('receipts_source'))).toBe(false);
});
