import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '#db';
import { createFetcher, createParsers, createRobots } from '#ingest';
import { analyse, EXTRACTOR, retailerName } from '#nlp';
import { importRow, linkAll, type Stages } from '#pipeline';
import { linksOf } from '../../src/cli/export.ts';
import { type LabelledArticle, ownArticles } from '../gold/articles.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { chance, shuffled } from '../support/draw.ts';

/** Articles that come between one linking and the next. */
const BATCH = 9;
const NOW = new Date('2032-01-01T00:00:00Z');

const databases: TestDatabase[] = [];
const fetcher = createFetcher({ userAgent: 'Receipts test', gapMs: 0, timeoutMs: 1_000 });
const parsers = createParsers({ workers: 1 });
beforeAll(async () => {
  for (let count = 0; count < 3; count++) databases.push(await testDatabase());
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await parsers.close();
  await fetcher.close();
});

const stagesOf = (store: Store): Stages => ({
  store,
  fetcher,
  parsers,
  robots: createRobots({ fetcher, userAgent: 'Receipts' }),
  extractor: EXTRACTOR,
  analyse,
  nameOf: slug => retailerName(slug) ?? slug,
  now: () => NOW,
  random: () => 0,
  pollMinutes: 30,
});

const importAll = async (store: Store, articles: readonly LabelledArticle[]): Promise<void> => {
  const stages = stagesOf(store);
  for (const [index, { id, title, source, published, text }] of articles.entries()) {
    await importRow(stages, { id, title, source, published, text });
    if (index % BATCH === BATCH - 1) await linkAll(stages);
  }
  await linkAll(stages);
};

/** Every timeline by the articles of its incident, without the ids that depend on what came first. */
const contentOf = async (store: Store): Promise<readonly string[]> => {
  const told: string[] = [];
  const ids = new Set([...(await linksOf(store)).values()].flat());
  for (const id of ids) {
    const timeline = await store.getTimeline(id);
    if (timeline === undefined || !('found' in timeline)) throw new Error(`no timeline ${id}`);
    told.push(timeline.found.json.replaceAll(id, 'ID').replace(/evt_[0-9a-f]+/g, 'EVENT'));
  }
  return told.sort();
};

test('articles that come in another order, with linking in between, end in the same timelines', async () => {
  const articles = ownArticles();
  const orders = [articles, articles.toReversed(), shuffled(chance(7), articles)];
  const contents = await Promise.all(
    databases.map(async ({ store }, index) => {
      await importAll(store, orders[index] ?? []);
      return contentOf(store);
    }),
  );
  expect(contents[0]?.length).toBeGreaterThan(10);
  expect(contents[1]).toEqual(contents[0]);
  expect(contents[2]).toEqual(contents[0]);
});
