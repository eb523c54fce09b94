import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Newsroom, startNewsroom } from '#demo';
import { parseFeed } from '../../ingest/feed.ts';
import { articlesIn } from '../../src/demo/edition.ts';
import { OUTLETS } from '../../src/demo/outlets.ts';

const NOW = '2026-01-01T00:00:00Z';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, newsroom.origin), { headers, redirect: 'manual' });

const poll = async (room: Newsroom, slug: string) => {
  const { feedUrl } = room.sources.find(source => source.id === slug)!;
  const response = await fetch(feedUrl);
  const contentType = response.headers.get('content-type') ?? undefined;
  return parseFeed(new Uint8Array(await response.arrayBuffer()), { url: feedUrl, contentType, now: NOW });
};

describe('the newsroom', () => {
  test('has at least six outlets with at least 28 articles in four feed formats', () => {
    expect(OUTLETS.length).toBeGreaterThanOrEqual(6);
    expect(OUTLETS.flatMap(outlet => articlesIn(outlet, 'first')).length).toBeGreaterThanOrEqual(28);
    expect(new Set(OUTLETS.map(outlet => outlet.feed.format))).toEqual(new Set(['rss', 'atom', 'rdf', 'json']));
  });

  test('lists one source per outlet on its own loopback origin', () => {
    expect(newsroom.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(newsroom.sources.map(source => source.id)).toEqual(OUTLETS.map(outlet => outlet.slug));
    for (const source of newsroom.sources) expect(new URL(source.feedUrl).origin).toBe(newsroom.origin);
  });

  test('listens where it is told to', async () => {
    const first = await startNewsroom();
    await first.close();
    const port = Number(new URL(first.origin).port);
    const again = await startNewsroom({ port });
    expect(again.origin).toBe(first.origin);
    await expect(startNewsroom({ port })).rejects.toThrow('EADDRINUSE');
    await again.close();
  });

  test('lets robots in and answers unknown addresses with 404', async () => {
    expect(await (await get('/robots.txt')).text()).toContain('User-agent: *');
    for (const path of ['/nowhere/', '/harbour-post/nothing', '/harbour-post/a/b']) {
      expect((await get(path)).status, path).toBe(404);
    }
    expect((await fetch(newsroom.origin, { method: 'POST' })).status).toBe(405);
  });

  test('says DEMO in every outlet, on its front page too', async () => {
    for (const { slug } of OUTLETS) {
      const page = await (await get(`/${slug}/`)).text();
      expect(page).toContain('<meta name="receipts-demo" content="DEMO">');
      expect(page).toContain('Receipts demo newsroom');
    }
  });
});

describe('conditional requests', () => {
  test.each(OUTLETS.map(outlet => outlet.slug))('the feed of %s answers 304 to its own ETag and date', async slug => {
    const { feedUrl } = newsroom.sources.find(source => source.id === slug)!;
    const full = await get(feedUrl);
    expect(full.status).toBe(200);
    await full.arrayBuffer();
    const etag = full.headers.get('etag')!;
    const date = full.headers.get('last-modified')!;
    const status = async (headers: Record<string, string>) => {
      const response = await get(feedUrl, headers);
      await response.arrayBuffer();
      return response.status;
    };
    expect(await status({ 'if-none-match': etag })).toBe(304);
    expect(await status({ 'if-none-match': `W/${etag}, "other"` })).toBe(304);
    expect(await status({ 'if-none-match': '"other"', 'if-modified-since': date })).toBe(200);
    expect(await status({ 'if-modified-since': date })).toBe(304);
    expect(await status({ 'if-modified-since': 'Tue, 01 Apr 2025 00:00:00 GMT' })).toBe(200);
  });

  test('HEAD gives the headers alone', async () => {
    const response = await fetch(`${newsroom.origin}/harbour-post/`, { method: 'HEAD' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await response.text()).toBe('');
  });
});

describe('feeds', () => {
  test.each(OUTLETS.map(outlet => [outlet.slug, outlet] as const))(
    'the feed of %s parses and lists its articles',
    async (slug, outlet) => {
      const feed = await poll(newsroom, slug);
      const articles = articlesIn(outlet, 'first');
      expect(feed.format).toBe(outlet.feed.format);
      expect(feed.title).toBe(outlet.name);
      expect(feed.items.map(item => item.title)).toEqual(articles.map(article => article.title));
      expect(feed.items.map(item => item.url)).toEqual(
        articles.map(article => `${newsroom.origin}/${slug}/${article.slug}`),
      );
      expect(feed.items.map(item => item.publishedAt)).toEqual(
        articles.map(article => (article.undated ? undefined : new Date(article.published).toISOString())),
      );
    },
  );

  test('one is not well-formed and is read leniently, the others are clean', async () => {
    for (const { slug, feed } of OUTLETS) {
      const { warnings } = await poll(newsroom, slug);
      if (feed.strayAmpersands) expect(warnings.join(' '), slug).toContain('not well-formed');
      else expect(warnings.join(' '), slug).not.toContain('well-formed');
    }
  });

  test('one is in windows-1252 and keeps its pounds and quotation marks', async () => {
    const feed = await poll(newsroom, 'daily-gannet');
    expect(feed.items.map(item => item.title).join()).toContain('£300 MILLION');
    expect(feed.items.map(item => item.text).join()).toContain('“human error”');
  });

  test('an entry has tracking parameters, which the parser takes off', async () => {
    const raw = await (await get('/harbour-post/rss.xml')).text();
    expect(raw).toContain('ms-shoppers-easter-tills?utm_source=rss&amp;utm_medium=feed');
  });

  test('an article behind a paywall is whole in the feed', async () => {
    expect((await get('/kelpmouth-ledger/ms-insurance-cover')).status).toBe(403);
    const item = (await poll(newsroom, 'kelpmouth-ledger')).items.find(({ url }) => url.endsWith('ms-insurance-cover'));
    expect(item?.text).toContain('Allianz stands first in line');
    expect(item?.text).toContain('How long the pause will last it has not said.');
  });
});

describe('the next edition', () => {
  test('edits one article openly and one silently, adds a few, and leaves everything else as it was', async () => {
    const room = await startNewsroom();
    const take = async () =>
      Object.fromEntries(await Promise.all(OUTLETS.map(async ({ slug }) => [slug, await poll(room, slug)] as const)));
    const edited = async () => (await fetch(`${room.origin}/harbour-post/ms-what-works`)).text();
    const before = { feeds: await take(), page: await edited() };
    room.publishNextEdition();
    const after = { feeds: await take(), page: await edited() };
    room.publishNextEdition();
    expect(await take()).toEqual(after.feeds);
    await room.close();

    const titles = (feeds: typeof before.feeds) => Object.values(feeds).flatMap(feed => feed.items.map(i => i.title));
    const fresh = titles(after.feeds).filter(title => !titles(before.feeds).includes(title));
    expect(fresh.toSorted()).toEqual(
      [
        'What works at M&S again: click and collect is back',
        'TWENTY MILLION? Hackers claim that they have the details of Co-op members',
        ...OUTLETS.flatMap(outlet => outlet.articles.filter(a => a.edition === 'later').map(a => a.title)),
      ].toSorted(),
    );
    expect(titles(before.feeds).filter(title => !titles(after.feeds).includes(title))).toEqual([
      'What works at M&S again, and what does not',
      'TWENTY MILLION: hackers walk off with the details of every Co-op member',
    ]);
    for (const slug of ['larder-and-lane']) expect(after.feeds[slug]).toEqual(before.feeds[slug]);

    expect(before.page).toContain('Still suspended. There is no date.');
    expect(before.page).toContain('"dateModified":"2025-07-01T16:00:00+01:00"');
    expect(after.page).toContain('Update, 11 August');
    expect(after.page).toContain(
      '"datePublished":"2025-07-01T16:00:00+01:00","dateModified":"2025-08-11T14:20:00+01:00"',
    );
    expect(after.page).not.toContain('Still suspended');
  });

  test('an article of the later edition has no page before it appears', async () => {
    expect((await get('/cipher-lantern/harrods-supply-chain')).status).toBe(404);
  });
});
