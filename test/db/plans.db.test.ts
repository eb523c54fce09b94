import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Client, openClient, parseDatabaseUrl } from '../../db/client.ts';
import { createStore } from '../../db/create-store.ts';
import type { IncidentFilter, Store } from '../../db/store.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Tables that are small whatever the archive, or were made by the query itself. */
const MAY_BE_SCANNED = new Set(['receipts.incident_moves']);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = openClient(parseDatabaseUrl(database.url), 1);
  // 30,000 incidents with six events each, at 3,000 retailers, spread over ten years.
  await client.script(`
    insert into receipts.incidents (id, victim, name, reported_sort, actors, actor_names, data_taken, data_not_taken,
        search, first_sort, known, state, country, shop, articles, json, etag, updated_at)
      select 'i-' || n, 'v-' || n % 3000, 'Shop ' || n % 3000, (timestamp '2016-01-01' + n * interval '2 hours')::text,
        '{}', '{}', '{}', '{}', md5(n::text), (timestamp '2016-01-01' + n * interval '2 hours')::text,
        to_char(timestamp '2016-01-01' + n * interval '2 hours', 'YYYY-MM'), 'ongoing',
        chr(65 + n % 26) || chr(65 + n % 23), 'shop-' || n % 30, n % 50,
        '{"title":"' || repeat(md5(n::text), 25) || '"}', 'e', now() - n * interval '1 minute'
      from generate_series(1, 30000) n;
    insert into receipts.incident_facts (incident_id, event_id, victim, kind, key, detail, certainty, stands, speakers,
        independent, low, high, happened_from, happened_to, reported_at)
      select 'i-' || n, 'e-' || n || '-' || k, 'v-' || n % 3000, (array['data', 'attack', 'service', 'money', 'actor', 'date'])[k],
        'key-' || (n * 7 + k) % 300, 'detail-' || n % 3, 'confirmed', true, '{victim}', 1 + n % 5, n, n * 2, '2020-01-01', '2020-01-02',
        (timestamp '2016-01-01' + n * interval '2 hours')::text
      from generate_series(1, 30000) n, generate_series(1, 6) k;
    insert into receipts.incident_texts (incident_id, place, victim, text)
      select 'i-' || n, 'p-' || k, 'v', md5((n * k)::text) || ' word' || n % 5000
      from generate_series(1, 30000) n, generate_series(1, 2) k;
    insert into receipts.incident_names (incident_id, entity, slug, victim, name, folded)
      select 'i-' || n, 'retailer', 'v-' || n % 3000, 'v', 'Shop', md5((n % 3000)::text) from generate_series(1, 30000) n;
    insert into receipts.incident_updates (incident_id, victim, xid, change, title, changed_at)
      select 'i-' || n, 'v', n::text::xid8, 'created', 'x', now() from generate_series(1, 30000) n;
    insert into receipts.incident_aliases (id, victim, incident_id) select 'a-' || n, 'v', 'i-' || n from generate_series(1, 9000) n;
    insert into receipts.incident_tombstones (id, victim, note) select 't-' || n, 'v', 'x' from generate_series(1, 9000) n;
    analyze receipts.incident_aliases; analyze receipts.incident_tombstones; analyze receipts.incidents; analyze receipts.incident_facts; analyze receipts.incident_texts;
    analyze receipts.incident_names; analyze receipts.incident_updates;`);
  // Counts are read out of indexes where a vacuum has seen all rows; one that meets an autovacuum sees fewer.
  const seen = async (): Promise<void> => {
    for (const table of ['incidents', 'incident_facts']) await client.script(`vacuum analyze receipts.${table}`);
    const rows = await client.rows<{ seen: boolean }>(sql`select relallvisible = relpages as seen from pg_class
      where oid in ('receipts.incidents'::regclass, 'receipts.incident_facts'::regclass)`);
    if (!rows.every(row => row.seen)) throw new Error('a vacuum has not seen all rows');
  };
  await vi.waitFor(seen, { timeout: 60_000, interval: 500 });
}, 120_000);
afterAll(async () => {
  await client?.close();
  await database?.close();
});

/** Tables that the statements of one read go through from end to end. */
const scannedBy = async (read: (store: Store) => Promise<unknown>): Promise<readonly string[]> => {
  const scanned: string[] = [];
  let statements = 0;
  const visit = (plan: Plan): void => {
    const table = plan['Relation Name'];
    if (plan['Node Type'] === 'Seq Scan' && table !== undefined && !MAY_BE_SCANNED.has(`receipts.${table}`))
      scanned.push(table);
    for (const part of plan.Plans ?? []) visit(part);
  };
  const explaining: Client = {
    ...client,
    rows: async query => {
      const [row] = await client.rows<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
        sql`explain (format json) ${query}`,
      );
      statements++;
      visit(row!['QUERY PLAN'][0]!.Plan);
      return [];
    },
  };
  await read(createStore(explaining));
  expect(statements).toBeGreaterThan(0);
  return scanned;
};

const FILTERS: readonly IncidentFilter[] = [
  {},
  { retailer: 'v-17' },
  { dataType: 'passwords' },
  { dataType: 'payment-cards', polarity: 'not-taken', certainty: 'confirmed', speaker: 'victim' },
  { attackType: 'ransomware', knownFrom: '2024', knownTo: '2024' },
  { actor: 'paperwasp' },
  { service: 'online-orders', serviceState: 'suspended', minIndependent: 2 },
  { metric: 'cost', currency: 'GBP', minAmount: 1e6 },
  { country: 'AA' },
  { shop: 'shop-3', status: 'ongoing' },
  { happenedFrom: '2025-01-01', happenedTo: '2025-01-31' },
  { reportedFrom: '2025-01-01', reportedTo: '2025-01-31' },
  { minIndependent: 3 },
  { q: 'abcdef' },
];

describe('at thirty thousand incidents', () => {
  test.each(FILTERS)('a list by %j goes by indexes', async filter => {
    expect(await scannedBy(store => store.listIncidents(filter, { limit: 20 }))).toEqual([]);
  });

  test.each(['lastReportedAt', '-firstReportedAt', '-known', '-articles'] as const)(
    'so does the order %s',
    async sort => {
      expect(await scannedBy(store => store.listIncidents({}, { limit: 20 }, sort))).toEqual([]);
    },
  );

  test('and a later page', async () => {
    const { next } = await database.store.listIncidents({}, { limit: 20 });
    expect(await scannedBy(store => store.listIncidents({}, { limit: 20, cursor: next! }))).toEqual([]);
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    ['a search for words', store => store.searchTexts('word77', { limit: 20 })],
    ['a search for names', store => store.namesLike('abcdefg', 5)],
    ['an event', store => store.incidentOfEvent('e-5-1')],
    ['updates', store => store.updatesSince({ limit: 20 })],
    ['a retailer', store => store.getRetailer('v-5')],
    ['an actor', store => store.getActor('v-5')],
    ['many ids', store => store.incidentsByIds(['i-1', 'i-2'])],
    ['statistics of one retailer', store => store.stats({ retailer: 'v-5' }, ['attackType', 'month'])],
    ['statistics of all', store => store.stats({}, ['attackType', 'dataType', 'month', 'country', 'actor'])],
  ])('%s goes by indexes', async (_, read) => {
    expect(await scannedBy(read)).toEqual([]);
  });
});
