import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { recordsOf } from '../support/records.ts';
import { articleSave, dataClaim, feedItem, poll, source } from './samples.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.store.addSource(source());
});
afterAll(() => database.close());

const counts = async () => {
  const { sources: _, ...numbers } = await database.store.status();
  return numbers;
};

describe('saving an article', () => {
  test('a new article is there with its revision, analysis, claims and mark', async () => {
    const saved = await database.store.saveArticle(articleSave());
    expect(saved.outcome).toBe('new');
    const records = await recordsOf(database.store, 'greengrove');
    expect(records).toHaveLength(1);
    expect(records[0]?.article).toMatchObject({
      articleId: saved.articleId,
      revisionId: saved.revisionId,
      url: 'https://till.example/1',
      publishedAt: '2026-03-02',
      fetchedAt: '2026-03-02T09:01:00.000Z',
      origin: 'page',
    });
    expect(records[0]?.claims[0]?.claim.quote).toBe('Names of customers were taken from Greengrove, it says');
    expect((await database.store.relinkMarks(10)).map(mark => mark.victim)).toEqual(['greengrove']);
  });

  test('the same article saved twice changes nothing, not even the mark', async () => {
    await database.store.saveArticle(articleSave());
    const before = [await counts(), await database.store.relinkMarks(10)];
    expect((await database.store.saveArticle(articleSave())).outcome).toBe('unchanged');
    expect([await counts(), await database.store.relinkMarks(10)]).toEqual(before);
  });

  test('a changed text is a further revision, and counts from then on; both victims are derived anew', async () => {
    const url = 'https://till.example/changing';
    await database.store.saveArticle(articleSave({ canonicalUrl: url, victim: 'old-victim' }));
    const text = 'It was Cornershop after all. Nothing else is known.';
    const revised = articleSave({
      canonicalUrl: url,
      victim: 'new-victim',
      revision: { text, fetchedAt: '2026-03-03T09:00:00.000Z' },
    });
    expect((await database.store.saveArticle(revised)).outcome).toBe('revised');
    expect(await recordsOf(database.store, 'old-victim')).toEqual([]);
    expect(await recordsOf(database.store, 'new-victim')).toHaveLength(1);
    const marked = (await database.store.relinkMarks(10)).map(mark => mark.victim);
    expect(marked).toEqual(expect.arrayContaining(['old-victim', 'new-victim']));
  });

  test('a text that goes back to what it was counts again', async () => {
    const url = 'https://till.example/back';
    const save = (text: string, fetchedAt: string) =>
      database.store.saveArticle(articleSave({ canonicalUrl: url, victim: 'backshop', revision: { text, fetchedAt } }));
    await save('First words. More.', '2026-03-01T00:00:00Z');
    await save('Second words. More.', '2026-03-02T00:00:00Z');
    expect((await save('First words. More.', '2026-03-03T00:00:00Z')).outcome).toBe('unchanged');
    const [record] = await recordsOf(database.store, 'backshop');
    expect(record?.claims[0]?.claim.quote).toBe('First words');
  });

  test('a new extractor version adds an analysis, which counts; the old one saved again does not come back', async () => {
    const url = 'https://till.example/again';
    const save = (extractor: string, victim: string) =>
      database.store.saveArticle(articleSave({ canonicalUrl: url, victim, analysis: { extractor } }));
    await save('rules-1', 'first-reading');
    expect((await save('rules-2', 'second-reading')).outcome).toBe('unchanged');
    await save('rules-1', 'first-reading');
    expect(await recordsOf(database.store, 'first-reading')).toEqual([]);
    expect(await recordsOf(database.store, 'second-reading')).toHaveLength(1);
  });

  test("the feed's own words never outrank the page's, and the page's always outrank the feed's", async () => {
    const save = (canonicalUrl: string, origin: 'feed' | 'page', victim: string, fetchedAt: string) =>
      database.store.saveArticle(
        articleSave({ canonicalUrl, victim, revision: { origin, fetchedAt, text: `Told by the ${origin}. More.` } }),
      );
    await save('https://till.example/p', 'page', 'paged', '2026-03-01T00:00:00Z');
    await save('https://till.example/p', 'feed', 'fed', '2026-03-05T00:00:00Z');
    await save('https://till.example/f', 'feed', 'fed', '2026-03-05T00:00:00Z');
    await save('https://till.example/f', 'page', 'paged', '2026-03-01T00:00:00Z');
    expect(await recordsOf(database.store, 'fed')).toEqual([]);
    expect(await recordsOf(database.store, 'paged')).toHaveLength(2);
  });

  test('eight processes that save one article at the same moment leave it once', async () => {
    const before = await counts();
    const save = articleSave({ canonicalUrl: 'https://till.example/race', victim: 'raced' });
    const saved = await Promise.all(Array.from({ length: 8 }, () => database.store.saveArticle(save)));
    expect(saved.map(({ outcome }) => outcome).sort()).toEqual(['new', ...Array(7).fill('unchanged')]);
    const after = await counts();
    expect([after.articles - before.articles, after.revisions - before.revisions]).toEqual([1, 1]);
    expect([after.analyses - before.analyses, after.claims - before.claims]).toEqual([1, 1]);
  });

  test('of two revisions that are saved at the same moment, the later one counts and its victim is marked', async () => {
    for (let round = 0; round < 20; round++) {
      const canonicalUrl = `https://till.example/round-${round}`;
      const save = (victim: string, day: string) =>
        database.store.saveArticle(
          articleSave({
            canonicalUrl,
            victim: `${victim}-${round}`,
            revision: { text: `${victim} said. More.`, fetchedAt: `${day}T00:00:00Z` },
          }),
        );
      await Promise.all([save('early', '2026-03-01'), save('late', '2026-03-02')]);
      expect(await recordsOf(database.store, `early-${round}`)).toEqual([]);
      expect(await recordsOf(database.store, `late-${round}`)).toHaveLength(1);
    }
    const marked = (await database.store.relinkMarks(1000)).map(mark => mark.victim);
    expect(marked).toEqual(expect.arrayContaining(Array.from({ length: 20 }, (_, round) => `late-${round}`)));
  });

  test('an external id is kept and shown, and an article is found by its canonical URL', async () => {
    const save = articleSave({ canonicalUrl: 'https://till.example/ext', victim: 'extshop', externalId: 'gold-7' });
    await database.store.saveArticle(save);
    expect((await recordsOf(database.store, 'extshop'))[0]?.article.externalId).toBe('gold-7');
    const urls = ['https://till.example/ext', 'https://till.example/unheard-of'];
    expect([...(await database.store.heldUrls(urls, 'rules-1'))]).toEqual(['https://till.example/ext']);
    expect((await database.store.heldUrls(urls, 'rules-2')).size).toBe(0);
  });

  test('an external id that belongs to another article is refused by name, and nothing is written', async () => {
    await database.store.saveArticle(articleSave({ canonicalUrl: 'https://till.example/x1', externalId: 'taken-id' }));
    const before = await counts();
    const other = articleSave({ canonicalUrl: 'https://till.example/x2', externalId: 'taken-id' });
    await expect(database.store.saveArticle(other)).rejects.toMatchObject({ code: 'conflict', subject: 'taken-id' });
    expect(await counts()).toEqual(before);
  });

  test('NUL and half surrogates in a text are replaced one for one, so that offsets hold', async () => {
    const revision = { text: 'A\0B said \ud83d it. More.', title: 'T', fetchedAt: '2026-03-02T00:00:00Z' };
    const save = articleSave({ canonicalUrl: 'https://till.example/nul', victim: 'nulshop', revision });
    await database.store.saveArticle(save);
    const [record] = await recordsOf(database.store, 'nulshop');
    const claim = record?.claims[0]?.claim;
    expect(claim?.quote).toBe('A\ufffdB said \ufffd it');
    expect((claim?.end ?? 0) - (claim?.start ?? 0)).toBe(claim?.quote.length);
  });

  test('claims that stand twice in an analysis are both kept, in their order', async () => {
    const save = articleSave({ canonicalUrl: 'https://till.example/twice', victim: 'twiceshop' });
    const claim = dataClaim(save.revision, 'No passwords were taken');
    const twice = { ...save, analysis: { ...save.analysis, claims: [claim, claim] } };
    await database.store.saveArticle(twice);
    const [record] = await recordsOf(database.store, 'twiceshop');
    expect(record?.claims.map(kept => kept.claim)).toEqual([claim, claim]);
  });
});

describe('recording a poll', () => {
  test('its items are pending, with the source that brought them', async () => {
    expect(await database.store.recordPoll(poll())).toEqual({ newItems: 1 });
    const [pending] = await database.store.pendingItems('2026-03-02T09:00:00Z', 10);
    expect(pending).toMatchObject({ source: source(), item: feedItem(), attempts: 0 });
  });

  test('the same poll recorded twice counts once', async () => {
    await database.store.recordPoll(poll());
    expect(await database.store.recordPoll(poll())).toEqual({ newItems: 0 });
    expect((await database.store.listSources())[0]).toMatchObject({ items: 1, failures: 0 });
  });

  test('an item that was read and whose text changed is pending again; one that did not change is left alone', async () => {
    await database.store.recordPoll(poll());
    const [pending] = await database.store.pendingItems('2026-03-03T00:00:00Z', 10);
    await database.store.saveArticle(articleSave({ canonicalUrl: 'https://till.example/read', itemId: pending!.id }));
    await database.store.recordPoll(poll({ at: '2026-03-02T10:00:00.000Z' }));
    expect(await database.store.pendingItems('2026-03-03T00:00:00Z', 10)).toEqual([]);
    const items = [feedItem({ title: 'Grocer opens its web shop' })];
    expect(await database.store.recordPoll(poll({ at: '2026-03-02T11:00:00.000Z', items }))).toEqual({ newItems: 0 });
    expect((await database.store.pendingItems('2026-03-03T00:00:00Z', 10))[0]?.item.title).toContain('opens');
  });

  test('an item that changes while its article is read stays pending', async () => {
    const items = [feedItem({ key: 'moving', title: 'Before' })];
    await database.store.recordPoll(poll({ at: '2026-03-02T12:00:00.000Z', items }));
    const pending = (await database.store.pendingItems('2026-03-03T00:00:00Z', 10)).find(i => i.item.key === 'moving')!;
    const changed = [feedItem({ key: 'moving', title: 'After' })];
    await database.store.recordPoll(poll({ at: '2026-03-02T13:00:00.000Z', items: changed }));
    const save = articleSave({ canonicalUrl: 'https://till.example/moving', itemId: pending.id });
    await database.store.saveArticle({ ...save, itemState: pending.state });
    const again = await database.store.getPendingItem(pending.id);
    expect(again?.item.title).toBe('After');
    await database.store.saveArticle({ ...save, itemState: again!.state });
    expect(await database.store.getPendingItem(pending.id)).toBeUndefined();
  });

  test('two entries of one feed with the same key are one item, the first', async () => {
    const items = [feedItem({ key: 'double', title: 'One' }), feedItem({ key: 'double', title: 'Two' })];
    expect(await database.store.recordPoll(poll({ at: '2026-03-02T14:00:00.000Z', items }))).toEqual({ newItems: 1 });
  });

  test('a failure is counted once, keeps the validators, and a success ends it', async () => {
    const failed = poll({ at: '2026-03-02T15:00:00.000Z', outcome: 'failed', error: 'status 503', items: [] });
    await database.store.recordPoll(failed);
    await database.store.recordPoll(failed);
    const due = await database.store.getDueSource('till-and-trolley');
    expect(due).toMatchObject({ failures: 1, etag: '"a"' });
    expect((await database.store.listSources())[0]).toMatchObject({ lastError: 'status 503', failures: 1 });
    await database.store.recordPoll(poll({ at: '2026-03-02T16:00:00.000Z', outcome: 'not-modified', items: [] }));
    expect((await database.store.listSources())[0]).toMatchObject({
      failures: 0,
      lastPolledAt: '2026-03-02T16:00:00.000Z',
    });
  });

  test('an item that failed waits for its next attempt, and is given up without one', async () => {
    const items = [feedItem({ key: 'failing' })];
    await database.store.recordPoll(poll({ at: '2026-03-02T17:00:00.000Z', items }));
    const find = async (now: string) =>
      (await database.store.pendingItems(now, 100)).find(({ item }) => item.key === 'failing');
    const { id } = (await find('2026-03-02T17:00:00Z'))!;
    const at = '2026-03-02T17:01:00.000Z';
    const failure = { itemId: id, at, error: 'timed out', retryAt: '2026-03-02T18:00:00.000Z' };
    await database.store.recordItemFailure(failure);
    await database.store.recordItemFailure(failure);
    expect(await find('2026-03-02T17:59:00Z')).toBeUndefined();
    expect(await find('2026-03-02T18:00:00Z')).toMatchObject({ attempts: 1 });
    await database.store.recordItemFailure({ itemId: id, at: '2026-03-02T18:01:00.000Z', error: 'gone' });
    expect(await find('2026-03-09T00:00:00Z')).toBeUndefined();
    expect((await database.store.status()).failedItems).toBe(1);
    const [told] = await database.store.listSources();
    expect(told).toMatchObject({ lastPageError: 'gone', lastPageErrorAt: '2026-03-02T18:01:00.000Z' });
  });
});
