import { describe, expect, test } from 'vitest';
import { createFetcher, createParsers, createRobots } from '#ingest';
import type { PageReader } from '#pipeline';
import { feedPages, gdeltPages, isWanted, type Target } from '#pipeline';
import { serve, type TestServer } from '../support/http-server.ts';

const readerOf = ({ origin }: TestServer): PageReader & { close(): Promise<void> } => {
  const fetcher = createFetcher({ userAgent: 'Receipts tests', allowOrigins: [origin], gapMs: 0 });
  const parsers = createParsers({ workers: 1 });
  return {
    fetcher,
    parsers,
    robots: createRobots({ fetcher, userAgent: 'Receipts' }),
    now: () => new Date('2025-06-01T00:00:00Z'),
    close: async () => {
      await parsers.close();
      await fetcher.close();
    },
  };
};

const all = async (targets: AsyncIterable<Target>): Promise<Target[]> => {
  const found: Target[] = [];
  for await (const target of targets) found.push(target);
  return found;
};

const rss = (items: readonly (readonly [path: string, day: string])[], head = ''): string =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>${head}${items
    .map(
      ([path, day]) =>
        `<item><title>Report ${path}</title><link>https://news.example${path}</link><pubDate>${new Date(day).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

describe('The older pages of a feed', () => {
  test('are read by number until there are no more', async () => {
    await using site = await serve((request, response) => {
      const page = new URL(request.url ?? '', 'http://site').searchParams.get('paged') ?? '1';
      if (request.url?.startsWith('/robots')) response.writeHead(404).end();
      else if (Number(page) > 3) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss([[`/${page}`, '2025-05-01']]));
    });
    const reader = readerOf(site);
    const found = await all(feedPages(reader, `${site.origin}/feed`, { wanted: {}, pages: 50 }));
    await reader.close();
    expect(found.map(({ url }) => url)).toEqual(['/1', '/2', '/3'].map(path => `https://news.example${path}`));
  });

  test('are where the feed says they are, and end at what is too old', async () => {
    await using site = await serve((request, response) => {
      if (request.url?.startsWith('/robots')) return response.writeHead(404).end();
      const next = request.url === '/feed' ? '/older' : '/oldest';
      const day = request.url === '/feed' ? '2025-05-01' : '2025-01-01';
      const head = `<atom:link rel="next" href="${next}"/>`;
      return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss([[`${next}-1`, day]], head));
    });
    const reader = readerOf(site);
    const found = await all(feedPages(reader, `${site.origin}/feed`, { wanted: { from: '2025-03-01' }, pages: 50 }));
    await reader.close();
    expect(found.map(({ url }) => url)).toEqual(['https://news.example/older-1']);
    expect(site.requests.map(({ url }) => url)).not.toContain('/oldest');
  });
});

describe('The articles of GDELT', () => {
  test('are asked for day by day, in halves where a day is full, with pauses between', async () => {
    const stretches: string[] = [];
    await using site = await serve((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://site');
      const [from, to] = [searchParams.get('startdatetime') ?? '', searchParams.get('enddatetime') ?? ''];
      stretches.push(`${from} ${to}`);
      const full = from === '20250502000000' && to === '20250502235959';
      const articles = Array.from({ length: full ? 250 : 1 }, (_, index) => ({
        url: `https://news.example/${from}-${index}`,
        title: 'Shop attacked',
        seendate: `${from.slice(0, 8)}T101500Z`,
      }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ articles }));
    });
    const reader = readerOf(site);
    let pauses = 0;
    const days = { from: '2025-05-01', to: '2025-05-02' };
    const pause = async (ms: number): Promise<void> => {
      pauses += ms >= 5_000 ? 1 : 0;
    };
    const found = await all(gdeltPages(reader, 'shop', { wanted: {}, ...days, pause, api: `${site.origin}/doc` }));
    await reader.close();
    expect(stretches).toEqual([
      '20250501000000 20250501235959',
      '20250502000000 20250502235959',
      '20250502000000 20250502115959',
      '20250502120000 20250502235959',
    ]);
    expect(pauses).toBe(3);
    expect(found).toHaveLength(3);
    expect(found[0]).toEqual({
      url: 'https://news.example/20250501000000-0',
      title: 'Shop attacked',
      published: '2025-05-01T10:15:00Z',
    });
  });

  test('are refused in its own words where it does not understand the query', async () => {
    await using site = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('Your query was too short or too long.\n');
    });
    const reader = readerOf(site);
    const asked = { wanted: {}, from: '2025-05-01', to: '2025-05-01', pause: async () => {}, api: site.origin };
    await expect(all(gdeltPages(reader, 'a', asked))).rejects.toThrow('Your query was too short or too long.');
    await reader.close();
  });
});

describe('A page is wanted', () => {
  const page = { url: 'https://news.example/2025/cyber%20attack', published: '2025-05-01T10:00:00Z' };
  test.each([
    ['between two days', { from: '2025-05-01', to: '2025-05-01' }, true],
    ['not before', { from: '2025-05-02' }, false],
    ['not after', { to: '2025-04-30' }, false],
    ['with a word of its address, in whatever case', { words: ['Cyber Attack'] }, true],
    ['not without', { words: ['ferry'] }, false],
  ])('%s', (_, wanted, expected) => {
    expect(isWanted(page, wanted)).toBe(expected);
  });
  test('that changed after the last day, since it may have been published before', () => {
    expect(isWanted({ url: page.url, modified: '2025-06-01' }, { to: '2025-05-01' })).toBe(true);
  });
  test('not when it has not changed since before the first', () => {
    expect(isWanted({ url: page.url, modified: '2025-04-01' }, { from: '2025-05-01' })).toBe(false);
  });
});
