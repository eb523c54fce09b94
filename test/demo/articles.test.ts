import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { articlesIn } from '../../src/demo/edition.ts';
import { blocks } from '../../src/demo/markup.ts';
import { OUTLETS } from '../../src/demo/outlets.ts';

const ALL = OUTLETS.flatMap(outlet => outlet.articles.map(article => ({ outlet, article })));
const named = ALL.map(({ outlet, article }) => [`${outlet.slug}/${article.slug}`, article, outlet] as const);

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
const DATE = new RegExp(
  `\\b(?:(\\d{1,2}) (${MONTHS.join('|')})|(${MONTHS.join('|')}) (\\d{1,2}))\\b(?: (\\d{4}))?`,
  'g',
);

/** Days of 2025 that a text names as `22 April` or `April 22`. */
const daysNamed = (text: string): readonly string[] =>
  [...text.matchAll(DATE)].map(([, day = '', month = '', otherMonth = '', otherDay = '', year = '2025']) => {
    const number = MONTHS.indexOf(month || otherMonth) + 1;
    return `${year}-${String(number).padStart(2, '0')}-${(day || otherDay).padStart(2, '0')}`;
  });

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z]{4,}/g));

describe('the articles', () => {
  test('have addresses of their own', () => {
    const paths = named.map(([path]) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[a-z-]+\/[a-z0-9-]+$/);
  });

  test.each(named)('%s is dated from April to October 2025, and changed after it was published', (_, article) => {
    const published = Date.parse(article.published);
    expect(published).toBeGreaterThan(Date.parse('2025-04-01'));
    expect(published).toBeLessThan(Date.parse('2025-11-01'));
    for (const modified of [article.modified, article.revised?.modified]) {
      if (modified) expect(Date.parse(modified)).toBeGreaterThan(published);
    }
  });

  test.each(named)('%s names no day that had not come yet', (_, article) => {
    const states = [
      { text: `${article.title} ${article.summary} ${article.body}`, at: article.modified ?? article.published },
      ...(article.revised ? [{ text: article.revised.body, at: article.revised.modified ?? article.published }] : []),
    ];
    for (const { text, at } of states) {
      for (const day of daysNamed(text)) expect(day <= at.slice(0, 10), `${day} in an article of ${at}`).toBe(true);
    }
  });

  test('the days that the last test looks for are found', () => {
    expect(daysNamed('on 2 May, May 13 and 9 July 2024')).toEqual(['2025-05-02', '2025-05-13', '2024-07-09']);
    const chronology = ALL.find(({ article }) => article.slug === 'hundred-days');
    expect(daysNamed(chronology!.article.body)).toHaveLength(12);
  });

  test.each(named)('%s is long enough to be taken for an article', (_, article) => {
    const text = blocks(article.body).map(part => (part.kind === 'list' ? part.items.join(' ') : part.text));
    const count = text.join(' ').split(/\s+/).length;
    expect(count).toBeGreaterThanOrEqual(140);
    expect(count).toBeLessThanOrEqual(400);
  });

  test.each(OUTLETS.map(outlet => [outlet.slug, outlet] as const))(
    'every character of %s exists in its charset',
    (_, outlet) => {
      const text = JSON.stringify(outlet.articles);
      expect(iconv.decode(iconv.encode(text, outlet.charset), outlet.charset)).toBe(text);
    },
  );

  test('the agency story at the Harbour Post is a lightly edited copy', () => {
    const find = (slug: string) => ALL.find(({ article }) => article.slug === slug)!.article;
    const [original, copy] = [find('co-op-member-data-taken'), find('co-op-data-members-agency')];
    const [a, b] = [words(original.body), words(copy.body)];
    expect(a.intersection(b).size / a.union(b).size).toBeGreaterThan(0.9);
    expect(copy.body).not.toBe(original.body);
    expect(copy.byline).toBe(original.byline);
  });

  test('a blog tells the Harbour Post’s story again in words that went through another language', () => {
    const find = (slug: string) => ALL.find(({ article }) => article.slug === slug)!.article;
    const [original, respun] = [find('ms-customer-data-taken'), find('ms-private-details')];
    expect(respun.byline).not.toBe(original.byline);
    const sentences = (text: string) => text.replaceAll('\n', ' ').trim().split('. ');
    const kept = sentences(respun.body).filter(sentence => original.body.replaceAll('\n', ' ').includes(sentence));
    expect(kept).toEqual([]);
  });

  test('one is changed later, headline and all, without a word about it', () => {
    const silent = ALL.filter(({ article }) => article.revised && article.revised.modified === undefined);
    expect(silent.map(({ article }) => article.slug)).toEqual(['twenty-million-members']);
    expect(silent[0]!.article.revised?.title).not.toBe(silent[0]!.article.title);
  });

  test('three are about no incident, and say nothing of the three retailers', () => {
    const others = ALL.filter(({ article }) => !/M&S|Marks & Spencer|Co-op|Harrods/.test(article.title + article.body));
    expect(others.map(({ article }) => article.slug).toSorted()).toEqual([
      'greengrocer-old-quay',
      'password-managers-for-aunts',
      'rhubarb-custard-buns',
    ]);
  });

  test('the first edition ends in summer and the later one brings the autumn', () => {
    for (const outlet of OUTLETS) {
      for (const { published } of articlesIn(outlet, 'first')) expect(published < '2025-08').toBe(true);
    }
    const late = ALL.filter(({ article }) => article.edition === 'later');
    expect(late.length).toBeGreaterThanOrEqual(3);
    for (const { article } of late) expect(article.published > '2025-09').toBe(true);
  });
});
