import { Readability } from '@mozilla/readability';
import iconv from 'iconv-lite';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { articlesIn, type Edition } from '../../src/demo/edition.ts';
import { blocks, plain } from '../../src/demo/markup.ts';
import { OUTLETS } from '../../src/demo/outlets.ts';
import { answer } from '../../src/demo/routes.ts';

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

describe('article pages', () => {
  test.each(pages)(
    '%s reads from the first words to the last, without what stands around',
    (_, edition, outlet, article) => {
      const html = htmlAt(`/${outlet.slug}/${article.slug}`, edition, outlet.charset);
      const read = new Readability(parseHTML(html).document as unknown as Document).parse();
      const text = squash(read?.textContent ?? '');
      const paragraphs = blocks(article.body).flatMap(part =>
        part.kind === 'paragraph' || part.kind === 'note' ? [plain(part.text)] : part.kind === 'list' ? part.items : [],
      );
      for (const paragraph of paragraphs) expect(text).toContain(squash(paragraph));
      for (const words of CLUTTER.filter(words => !article.body.includes(words))) expect(text).not.toContain(words);
      expect(squash(read?.title ?? '')).toContain(article.title);
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

  test('most pages carry JSON-LD', () => {
    const first = pages.filter(([, edition]) => edition === 'first');
    const withLd = first.filter(([, , outlet]) => outlet.page.dates === 'json-ld');
    expect(withLd.length).toBeGreaterThan(first.length / 2);
  });
});
