import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { nextPageOf } from '../../ingest/feed-next.ts';
import { parseSitemap } from '../../ingest/sitemap.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => parseSitemap(bytes(text), { url: 'https://news.example/sitemap.xml' });

describe('A sitemap', () => {
  test('names pages with when they changed', () => {
    const sitemap = read(`<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc> https://news.example/a?x=1&amp;y=2 </loc><lastmod>2025-04-22T10:00:00+01:00</lastmod></url>
        <url><loc>https://news.example/b</loc><lastmod>2025-04-23</lastmod></url>
        <url><loc>https://news.example/c</loc><lastmod>2025</lastmod></url>
      </urlset>`);
    expect(sitemap).toEqual({
      kind: 'pages',
      entries: [
        { url: 'https://news.example/a?x=1&y=2', modified: '2025-04-22T09:00:00.000Z' },
        { url: 'https://news.example/b', modified: '2025-04-23' },
        { url: 'https://news.example/c' },
      ],
      warnings: [],
    });
  });

  test("of news has dates and titles of its own; an image's address and title are not the page's", () => {
    const { entries } = read(`<urlset xmlns:news="n" xmlns:image="i"><url><loc>https://news.example/a</loc>
      <image:image><image:loc>https://news.example/a.png</image:loc><image:title>A quay</image:title></image:image>
      <news:news><news:publication_date>2025-04-22T09:30:00Z</news:publication_date><news:title>Shop &amp; shore</news:title></news:news>
      </url></urlset>`);
    expect(entries).toEqual([
      { url: 'https://news.example/a', published: '2025-04-22T09:30:00.000Z', title: 'Shop & shore' },
    ]);
  });

  test('may be an index, packed with gzip', () => {
    const index = `<sitemapindex><sitemap><loc>/2025-04.xml.gz</loc><lastmod>2025-04-30</lastmod></sitemap></sitemapindex>`;
    expect(parseSitemap(gzipSync(index), { url: 'https://news.example/sitemap.xml.gz' })).toEqual({
      kind: 'index',
      entries: [{ url: 'https://news.example/2025-04.xml.gz', modified: '2025-04-30' }],
      warnings: [],
    });
  });

  test('may be plain text, an address a line', () => {
    expect(read('https://news.example/a\nhttps://news.example/b\n').entries).toHaveLength(2);
  });

  test('that is cut off is read as far as it goes, and says so', () => {
    const { entries, warnings } = read(`<urlset><url><loc>https://news.example/a</loc></url><url><loc>https://news.ex`);
    expect(entries).toEqual([{ url: 'https://news.example/a' }]);
    expect(warnings[0]).toContain('is cut off');
  });

  test('names no page that is no web address', () => {
    const { entries, warnings } = read('<urlset><url><loc>javascript:alert(1)</loc></url></urlset>');
    expect(entries).toEqual([]);
    expect(warnings[0]).toContain('1 entries name no web address');
  });

  test.each([
    ['a web page', '<!doctype html><html><body>Not found</body></html>', 'it starts with <html>'],
    ['nothing', '', 'there is no XML in it'],
  ])('is not %s', (_, text, what) => {
    expect(() => read(text)).toThrow(what);
  });

  test('that unpacks to more than it may is refused', () => {
    const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024));
    expect(() => parseSitemap(bomb, { url: 'https://news.example/s.xml.gz' })).toThrow('cannot be unpacked');
  });
});

describe('A feed names its older pages', () => {
  test.each([
    [
      'Atom',
      '<feed><link rel="self" href="/feed"/><link rel="next" href="/feed?page=2&amp;x=1"/><entry/></feed>',
      'https://news.example/feed?page=2&x=1',
    ],
    [
      'RSS',
      `<rss><channel><atom:link href='https://news.example/old' rel='prev-archive'/><item/></channel></rss>`,
      'https://news.example/old',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","next_url":"https:\\/\\/news.example\\/2","items":[]}',
      'https://news.example/2',
    ],
    ['none', '<rss><channel><item><link rel="next" href="/article"/></item></channel></rss>', undefined],
  ])('in %s', (_, text, next) => {
    expect(nextPageOf(text, 'https://news.example/feed')).toBe(next);
  });
});
