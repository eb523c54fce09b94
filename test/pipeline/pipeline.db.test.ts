import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Timeline } from '#domain/timeline.ts';
import { createFetcher, createParsers, createRobots } from '#ingest';
import { analyse, EXTRACTOR, retailerName } from '#nlp';
import { decide, importRow, linkAll, runOnce, type Stages } from '#pipeline';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { startOutlet, type TestOutlet } from '../support/outlet.ts';

const NOW = new Date('2025-06-01T12:00:00Z');

const BRICKFORD = {
  slug: 'harrods-breach',
  title: 'Harrods confirms customer data theft after cyber attack',
  published: '2025-05-20T09:00:00Z',
  summary: 'Harrods said hackers stole customer names in a cyber attack.',
  body: `Harrods has confirmed that hackers stole customer data in a cyber attack on its systems earlier this month.

The department store said the stolen data included names and email addresses. "No passwords or payment card details were taken," a spokesperson for Harrods said.

Harrods has notified the police and said it had brought in outside security experts. Its website remains online and its shops are open as usual, the retailer added, while some internal systems stay switched off for now.`,
};
const OPENING = {
  slug: 'harrods-cafe',
  title: 'Harrods opens a new tea room',
  published: '2025-05-21T09:00:00Z',
  body: `Harrods will open a new tea room on its fourth floor next week, with forty kinds of cake on the menu.

The room seats ninety guests and looks out over the park. Bookings open on Monday, and the first hundred guests get a pot of jam to take home with them, the department store said.`,
};

let database: TestDatabase;
let parsers: ReturnType<typeof createParsers>;
beforeAll(async () => {
  database = await testDatabase();
  parsers = createParsers({ workers: 1 });
});
afterAll(async () => {
  await parsers.close();
  await database.close();
});

const stagesFor = (db: TestDatabase, outlets: readonly TestOutlet[]): Stages => {
  const fetcher = createFetcher({
    userAgent: 'Receipts test',
    allowOrigins: outlets.map(outlet => outlet.server.origin),
    gapMs: 0,
    timeoutMs: 5_000,
  });
  return {
    store: db.store,
    fetcher,
    parsers,
    robots: createRobots({ fetcher, userAgent: 'Receipts' }),
    extractor: EXTRACTOR,
    analyse,
    nameOf: slug => retailerName(slug) ?? slug,
    now: () => NOW,
    random: () => 0,
    pollMinutes: 30,
  };
};

const timelineOf = async (db: TestDatabase, id: string): Promise<Timeline> => {
  const timeline = await db.store.getTimeline(id);
  if (!timeline || !('found' in timeline)) throw new Error(`no timeline ${id}`);
  return JSON.parse(timeline.found.json) as Timeline;
};

const sourceOf = async (db: TestDatabase, id: string) =>
  (await db.store.listSources()).find(source => source.id === id);

describe('from a feed to a timeline', () => {
  test('an article becomes a timeline with a verbatim quote behind every line', async () => {
    await using outlet = await startOutlet('brickford', [BRICKFORD, OPENING]);
    const stages = stagesFor(database, [outlet]);
    await database.store.syncBuiltinSources([outlet.source]);
    const run = await runOnce(stages, ['brickford']);
    expect(run).toMatchObject({ polled: 1, newItems: 2, newArticles: 2, incidents: 1, problems: [] });

    const timeline = await timelineOf(database, 'harrods-2025-05');
    expect(timeline.articles.map(article => article.title)).toEqual([BRICKFORD.title]);
    const words = `${BRICKFORD.title}\n${BRICKFORD.body}`;
    const quotes = timeline.events.flatMap(event => event.sources.map(source => source.quote));
    expect(quotes.length).toBeGreaterThan(5);
    for (const quote of quotes) expect(words).toContain(quote);

    const data = timeline.events.filter(event => event.kind === 'data').map(event => event.value);
    expect(data).toContainEqual({ type: 'names', subject: 'customer', polarity: 'taken' });
    expect(data).toContainEqual({ type: 'passwords', subject: 'customer', polarity: 'not-taken' });
    expect(data).not.toContainEqual({ type: 'passwords', subject: 'customer', polarity: 'taken' });

    const again = await runOnce(stages, ['brickford']);
    expect(again).toMatchObject({ polled: 1, notModified: 1, newItems: 0, newArticles: 0, incidents: 0 });
    await stages.fetcher.close();
  });

  test('an article that is edited later is held in both states, and the timeline tells the newer', async () => {
    const db = await testDatabase();
    await using outlet = await startOutlet('brickford', [BRICKFORD]);
    const stages = stagesFor(db, [outlet]);
    await db.store.syncBuiltinSources([outlet.source]);
    await runOnce(stages, ['brickford']);
    outlet.stories.set(BRICKFORD.slug, {
      ...BRICKFORD,
      title: 'Harrods: phone numbers stolen too',
      body: BRICKFORD.body.replace('names and email addresses', 'names, email addresses and phone numbers'),
    });
    const later = { ...stages, now: () => new Date(NOW.getTime() + 3_600_000) };
    const run = await runOnce(later, ['brickford']);
    expect(run).toMatchObject({ newArticles: 0, revised: 1 });
    expect(await db.store.status()).toMatchObject({ articles: 1, revisions: 2 });
    const types = (await timelineOf(db, 'harrods-2025-05')).incident.dataTaken.map(data => data.type);
    expect(types).toContain('phone-numbers');
    await stages.fetcher.close();
    await db.close();
  });

  test("a page that cannot be had leaves the feed's own words, marked so", async () => {
    const db = await testDatabase();
    await using outlet = await startOutlet('brickford', [BRICKFORD]);
    outlet.answers.set(BRICKFORD.slug, { status: 403 });
    const stages = stagesFor(db, [outlet]);
    await db.store.syncBuiltinSources([outlet.source]);
    const run = await runOnce(stages, ['brickford']);
    expect(run).toMatchObject({ newArticles: 1, fromFeed: 1 });
    expect(run.problems[0]?.message).toContain('403');
    const timeline = await timelineOf(db, 'harrods-2025-05');
    expect(timeline.articles.map(article => article.origin)).toEqual(['feed']);
    expect(await sourceOf(db, 'brickford')).toMatchObject({
      articlesFromFeed: 1,
      lastPageError: expect.stringContaining('403'),
    });
    await stages.fetcher.close();
    await db.close();
  });

  test('an article that was taken down is not fetched again when its feed offers it anew', async () => {
    const db = await testDatabase();
    await using outlet = await startOutlet('brickford', [BRICKFORD]);
    const stages = stagesFor(db, [outlet]);
    await db.store.syncBuiltinSources([outlet.source]);
    await runOnce(stages, ['brickford']);
    const [{ articleId = '' } = {}] = (await timelineOf(db, 'harrods-2025-05')).articles;
    const action = { kind: 'takedown', article: articleId, note: 'A court said so.' } as const;
    await decide(db.store, action, { who: 'Ada Desk', why: 'It must be.', at: NOW.toISOString() });
    outlet.stories.set(BRICKFORD.slug, { ...BRICKFORD, title: `${BRICKFORD.title}, again and longer` });
    const later = { ...stages, now: () => new Date(NOW.getTime() + 3_600_000) };
    const again = await runOnce(later, ['brickford']);
    expect(again).toMatchObject({ newArticles: 0, revised: 0, failedArticles: 1 });
    expect(again.problems[0]?.message).toContain('taken down');
    expect(outlet.server.requests.filter(({ url }) => url === `/${BRICKFORD.slug}`)).toHaveLength(1);
    expect(await db.store.getTimeline('harrods-2025-05')).toEqual({ gone: 'A court said so.' });
    const row = { url: `${outlet.server.origin}/${BRICKFORD.slug}`, title: BRICKFORD.title, text: BRICKFORD.body };
    await expect(importRow(stages, row)).rejects.toMatchObject({ code: 'gone' });
    await stages.fetcher.close();
    await db.close();
  });

  test('a page that fails for the moment is tried again later, and its item is not lost', async () => {
    const db = await testDatabase();
    await using outlet = await startOutlet('brickford', [BRICKFORD]);
    outlet.answers.set(BRICKFORD.slug, { status: 503 });
    const stages = stagesFor(db, [outlet]);
    await db.store.syncBuiltinSources([outlet.source]);
    expect(await runOnce(stages, ['brickford'])).toMatchObject({ failedArticles: 1, newArticles: 0 });
    outlet.answers.clear();
    const later = { ...stages, now: () => new Date(NOW.getTime() + 3_600_000) };
    expect(await runOnce(later, [])).toMatchObject({ newArticles: 1, incidents: 1 });
    await stages.fetcher.close();
    await db.close();
  });

  test('a site whose robots.txt fails for the moment is not taken to forbid its pages for good', async () => {
    const db = await testDatabase();
    await using outlet = await startOutlet('brickford', [BRICKFORD]);
    outlet.answers.set('robots.txt', { status: 503 });
    const stages = stagesFor(db, [outlet]);
    await db.store.syncBuiltinSources([outlet.source]);
    const run = await runOnce(stages, ['brickford']);
    expect(run).toMatchObject({ failedArticles: 1, newArticles: 0, fromFeed: 0 });
    expect(run.problems[0]?.message).toContain('robots.txt answered with status 503');
    outlet.answers.clear();
    const later = {
      ...stages,
      robots: createRobots({ fetcher: stages.fetcher, userAgent: 'Receipts' }),
      now: () => new Date(NOW.getTime() + 3_600_000),
    };
    expect(await runOnce(later, [])).toMatchObject({ newArticles: 1, fromFeed: 0 });
    await stages.fetcher.close();
    await db.close();
  });

  test('a broken feed and a page of garbage are named, and everything else goes on', async () => {
    const db = await testDatabase();
    await using broken = await startOutlet('broken', []);
    broken.answers.set('feed.xml', { status: 200, type: 'application/xml', body: 'no feed at all' });
    await using outlet = await startOutlet('brickford', [
      BRICKFORD,
      { ...OPENING, slug: 'garbage', title: 'A page of garbage' },
    ]);
    outlet.answers.set('garbage', { status: 200, body: '\u0000\u0001<<<>>>' });
    const stages = stagesFor(db, [broken, outlet]);
    await db.store.syncBuiltinSources([broken.source, outlet.source]);
    const run = await runOnce(stages, ['broken', 'brickford']);
    expect(run).toMatchObject({ polled: 2, failedPolls: 1, newArticles: 2, incidents: 1 });
    expect(run.problems.map(problem => problem.subject).sort()).toEqual(
      [`${broken.server.origin}/feed.xml`, `${outlet.server.origin}/garbage`].sort(),
    );
    expect(await sourceOf(db, 'broken')).toMatchObject({ failures: 1, lastError: expect.stringContaining('feed.xml') });
    expect((await sourceOf(db, 'brickford'))?.lastSuccessAt).toBe(NOW.toISOString());
    await stages.fetcher.close();
    await db.close();
  });
});

describe('an import', () => {
  const row = {
    id: 'x-1',
    url: 'https://outlet.example/a',
    source: 'outlet.example',
    title: BRICKFORD.title,
    published: '2025-05-20',
    text: BRICKFORD.body,
  };

  test('keeps the id that it is given, and done again changes nothing', async () => {
    const db = await testDatabase();
    const stages = stagesFor(db, []);
    expect(await importRow(stages, row)).toMatchObject({ newArticles: 1 });
    expect(await linkAll(stages)).toMatchObject({ incidents: 1 });
    const before = await timelineOf(db, 'harrods-2025-05');
    expect(before.articles[0]?.externalId).toBe('x-1');
    expect(await importRow(stages, row)).toMatchObject({ newArticles: 0, revised: 0, unchanged: 1 });
    expect(await linkAll(stages)).toMatchObject({ incidents: 0 });
    expect(await timelineOf(db, 'harrods-2025-05')).toEqual(before);
    await db.close();
  });

  test('takes a page as HTML, and an article without date or URL', async () => {
    const db = await testDatabase();
    const stages = stagesFor(db, []);
    const html = `<html lang="en"><head><title>${BRICKFORD.title}</title></head><body><article><h1>${BRICKFORD.title}</h1>${BRICKFORD.body
      .split('\n\n')
      .map(p => `<p>${p}</p>`)
      .join('')}</article></body></html>`;
    expect(await importRow(stages, { url: 'https://outlet.example/b', published: '2025-05-21', html })).toMatchObject({
      newArticles: 1,
    });
    expect(await importRow(stages, { title: OPENING.title, text: OPENING.body })).toMatchObject({ newArticles: 1 });
    expect(await db.store.status()).toMatchObject({ articles: 2 });
    await db.close();
  });

  test('of addresses fetches each page once, also when it is run again after a break', async () => {
    const db = await testDatabase();
    await using outlet = await startOutlet('brickford', [BRICKFORD]);
    const stages = stagesFor(db, [outlet]);
    const address = { url: `${outlet.server.origin}/${BRICKFORD.slug}` };
    expect(await importRow(stages, address)).toMatchObject({ newArticles: 1 });
    expect(await importRow(stages, address)).toMatchObject({ unchanged: 1 });
    const pages = outlet.server.requests.filter(request => request.url === `/${BRICKFORD.slug}`);
    expect(pages).toHaveLength(1);
    await stages.fetcher.close();
    await db.close();
  });

  test('in two processes at once ends in the same incidents as in one', async () => {
    const [one, two] = [await testDatabase(), await testDatabase()];
    const rows = Array.from({ length: 6 }, (_, n) => ({
      ...row,
      id: `x-${n}`,
      url: `https://outlet.example/${n}`,
      published: `2025-05-2${n}`,
    }));
    const alone = stagesFor(one, []);
    for (const each of rows) await importRow(alone, each);
    await linkAll(alone);
    const side = stagesFor(two, []);
    const half = async (from: number): Promise<void> => {
      for (const each of rows.slice(from, from + 3)) {
        await importRow(side, each);
        await linkAll(side);
      }
    };
    await Promise.all([half(3), half(0)]);
    await linkAll(side);
    expect((await timelineOf(two, 'harrods-2025-05')).events).toEqual(
      (await timelineOf(one, 'harrods-2025-05')).events,
    );
    await one.close();
    await two.close();
  });
});
