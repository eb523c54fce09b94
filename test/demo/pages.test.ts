import iconv from 'iconv-lite';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../ingest/extract.ts';
import { articlesIn, type Edition } from '../../src/demo/edition.ts';
import { blocks, plain } from '../../src/demo/markup.ts';
import type { Outlet } from '../../src/demo/outlet.ts';
import { OUTLETS } from '../../src/demo/outlets.ts';
import { answer } from '../../src/demo/routes.ts';

const NOW = '2026-01-01T00:00:00Z';
const ORIGIN = 'http://127.0.0.1:1';
const CLUTTER = [
  'biscuit',
  'Share this page',
  'morning briefing',
  'seagulls',
  'fictitious outlet',
  'Gull returns',
  'Crossword',
];

const pages = (['first', 'later'] as const).flatMap((edition: Edition) =>
  OUTLETS.flatMap(outlet =>
    articlesIn(outlet, edition)
      .filter(article => article.pageStatus === undefined)
      .map(article => [`${edition}: ${outlet.slug}/${article.slug}`, edition, outlet, article] as const),
  ),
);

const htmlAt = (path: string, edition: Edition, charset: string): string =>
  iconv.decode(answer(ORIGIN, path, edition).body, charset);

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** UTC where the outlet gives a time, the bare day where it gives none. */
const asRead = (outlet: Outlet, iso: string): string =>
  outlet.page.dates === 'time-day' ? iso.slice(0, 10) : new Date(iso).toISOString();

describe('article pages', () => {
  test.each(pages)(
    '%s is read whole, dated right and without what stands around it',
    async (_, edition, outlet, article) => {
      const path = `/${outlet.slug}/${article.slug}`;
      const { body, contentType } = answer(ORIGIN, path, edition);
      const read = await extractArticle(body, { url: ORIGIN + path, contentType, now: NOW });
      const text = squash(read.text);
      const written = blocks(article.body).flatMap(part =>
        part.kind === 'list' ? part.items : part.kind === 'paragraph' || part.kind === 'note' ? [plain(part.text)] : [],
      );
      for (const words of written) expect(text).toContain(words);
      for (const words of CLUTTER.filter(words => !article.body.includes(words))) expect(text).not.toContain(words);
      expect(read.title).toBe(article.title);
      expect(read.canonicalUrl).toBe(ORIGIN + path);
      expect(read.language).toBe('en');
      if (['json-ld', 'meta'].includes(outlet.page.dates)) expect(read.byline).toContain(article.byline);
      expect(read.publishedAt).toBe(article.undated === 'everywhere' ? undefined : asRead(outlet, article.published));
      if (article.modified) expect(read.modifiedAt).toBe(asRead(outlet, article.modified));
    },
  );

  test.each(pages)('%s is dated as its outlet dates, and like its feed', (_, edition, outlet, article) => {
    const html = htmlAt(`/${outlet.slug}/${article.slug}`, edition, outlet.charset);
    const { document } = parseHTML(html);
    const times = [...document.querySelectorAll('article time')].map(time => time.getAttribute('datetime'));
    const ld = document.querySelector('script[type="application/ld+json"]')?.textContent;
    const meta = document.querySelector('meta[property="article:published_time"]')?.getAttribute('content');
    if (article.undated === 'everywhere') {
      expect([times, ld, meta]).toEqual([[], undefined, undefined]);
      return;
    }
    const shown = outlet.page.dates === 'time-day' ? article.published.slice(0, 10) : article.published;
    expect(times[0]).toBe(shown);
    if (outlet.page.dates === 'json-ld') {
      expect(JSON.parse(ld ?? '{}')).toMatchObject({
        '@type': 'NewsArticle',
        headline: article.title,
        datePublished: article.published,
        dateModified: article.modified ?? article.published,
      });
    } else expect(ld).toBeUndefined();
    expect(meta).toBe(outlet.page.dates === 'meta' ? article.published : undefined);
  });

  test.each(pages)('%s says that it is a demo', (_, edition, outlet, article) => {
    const html = htmlAt(`/${outlet.slug}/${article.slug}`, edition, outlet.charset);
    expect(html).toContain('<meta name="receipts-demo" content="DEMO">');
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/${outlet.slug}/${article.slug}">`);
    expect(html).toMatch(/Receipts demo newsroom: .* is a fictitious outlet/);
  });

  test('two pages of five carry JSON-LD, or more', () => {
    const first = pages.filter(([, edition]) => edition === 'first');
    const withLd = first.filter(([, , outlet]) => outlet.page.dates === 'json-ld');
    expect(withLd.length).toBeGreaterThan((first.length * 2) / 5);
  });
});
