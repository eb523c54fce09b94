import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDriver, parseDatabaseUrl } from '../../db/client.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { recordsOf } from '../support/records.ts';
import { articleSave, derivation, derived, feedItem, poll, source, summary } from './samples.ts';

let database: TestDatabase;
let killer: ReturnType<typeof openDriver>;
beforeAll(async () => {
  database = await testDatabase();
  killer = openDriver(parseDatabaseUrl(database.url), 'killer', 1);
  await database.store.addSource(source());
});
afterAll(async () => {
  await killer.end();
  await database.close();
});

/** Cuts all connections of the store, wherever their statements are. */
const cut = () =>
  killer`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'receipts' and datname = current_database()`;

const ROUNDS = 100;

/** One whole unit of work, with every kind of write in it. */
const unit = async (round: number): Promise<void> => {
  const { store } = database;
  const victim = `victim-${round}`;
  const at = new Date(Date.UTC(2026, 2, 2) + round * 1000).toISOString();
  await store.recordPoll(poll({ at, items: [feedItem({ key: `round-${round}` })] }));
  const canonicalUrl = `https://till.example/round-${round}`;
  await store.saveArticle(articleSave({ canonicalUrl, victim }));
  const mark = await store.relinkMark(victim);
  if (mark) await store.saveDerivation(mark, derivation(victim, derived(summary(victim))));
};

test(`connections cut ${ROUNDS} times in the middle of writing leave no half write and lose nothing acknowledged`, async () => {
  let writing = true;
  let cuts = 0;
  let moved = Promise.withResolvers<void>();
  // A cut, then some progress, then the next cut: neither side can starve the other.
  const cutting = (async () => {
    while (writing) {
      await cut();
      cuts++;
      await moved.promise;
      moved = Promise.withResolvers();
    }
  })();
  const acknowledged: number[] = [];
  const failures: unknown[] = [];
  const lane = async (first: number) => {
    for (let round = first; round < ROUNDS; round += 5) {
      await unit(round).then(
        () => acknowledged.push(round),
        error => failures.push(error),
      );
      moved.resolve();
    }
  };
  await Promise.all([0, 1, 2, 3, 4].map(lane));
  writing = false;
  moved.resolve();
  await cutting;
  expect(cuts).toBeGreaterThan(10);
  for (const failure of failures) expect(failure).toMatchObject({ code: 'database-unavailable' });

  const [halves] = await killer<[{ halves: number }]>`
    select (
      (select count(*) from receipts.articles a where not exists (
        select from receipts.claims c where c.analysis_id = a.current_analysis))
      + (select count(*) from receipts.revisions r where not exists (
        select from receipts.analyses n where n.revision_id = r.id))
      + (select count(*) from receipts.incidents i where not exists (
        select from receipts.timelines t where t.incident_id = i.id))
      + (select count(*) from receipts.articles a where not exists (
        select from receipts.relink_marks m where m.victim = any(a.victims)) and not exists (
        select from receipts.incidents i where i.victim = any(a.victims)))
    )::integer as halves`;
  expect(halves.halves).toBe(0);
  for (const round of acknowledged) {
    expect(await recordsOf(database.store, `victim-${round}`)).toHaveLength(1);
  }
  // What failed can be done again, and is then done once.
  for (let round = 0; round < ROUNDS; round++) await unit(round);
  expect(await database.store.status()).toMatchObject({ articles: ROUNDS, revisions: ROUNDS, incidents: ROUNDS });
});
