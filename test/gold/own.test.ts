import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentText } from '#domain/article.ts';
import { toCodebook } from '#export/codebook.ts';
import { analyse } from '#nlp';
import { type LabelledArticle, ownArticles } from './articles.ts';
import { FACT_FIELDS } from './same-fact.ts';
import { type CodebookLabels, scoreArticle } from './score.ts';
import { measure, table } from './table.ts';

/** Articles that are told wrongly as yet: mend one, and its test asks for its line here to go. */
const KNOWN_FLIPS = new Set<string>();
const KNOWN_FALSE_ALARMS = new Set<string>();

/** Below so many facts found, their precision says nothing and needs no floor. */
const FEW = 10;

/** Floors by figure, e.g. `data recall`, 0 to 1. */
const floors = (
  JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as { own: Readonly<Record<string, number>> }
).own;

const read = (article: LabelledArticle) => {
  const { id, title, text, published, source, labels } = article;
  const analysis = analyse({ title, text, publishedAt: published, source });
  const found = toCodebook(id, analysis) as unknown as CodebookLabels;
  return { id, article, analysis, score: scoreArticle(labels, found) };
};

const results = ownArticles().map(read);

describe.each(results)('$id', ({ id, article, analysis, score }) => {
  test('every label quotes the article word by word', () => {
    const folded = documentText(article).replaceAll(/\s+/g, ' ');
    const quotes = article.labels.incidents.flatMap(incident =>
      FACT_FIELDS.flatMap(field => (incident[field] ?? []).map(fact => String(fact['quote']))),
    );
    expect(quotes.filter(quote => !folded.includes(quote))).toEqual([]);
  });

  test('every claim quotes the article at its offsets', () => {
    const text = documentText(article);
    const astray = analysis.claims.filter(({ quote, start, end }) => quote === '' || text.slice(start, end) !== quote);
    expect(astray).toEqual([]);
  });

  test('nothing is told the wrong way round', { fails: KNOWN_FLIPS.has(id) }, () => {
    expect(score.flips.map(flip => flip.what)).toEqual([]);
  });
});

describe.each(results.filter(({ article }) => !article.labels.relevant))('without an incident: $id', result => {
  test('nothing is read', { fails: KNOWN_FALSE_ALARMS.has(result.id) }, () => {
    expect(result.analysis).toMatchObject({ relevant: false, incidents: [], claims: [] });
  });
});

describe.each(results.filter(({ article }) => article.language))(
  'in another language: $id',
  ({ article, analysis }) => {
    test('its language is named, and it is not analysed', () => {
      expect(analysis).toMatchObject({ language: article.language, status: 'not-analysed' });
    });
  },
);

describe('the articles together', () => {
  const figures = measure(results.map(({ score }) => score));
  const missesOf = (name: string) =>
    results
      .flatMap(({ id, score }) => score.misses.map(miss => ({ ...miss, id })))
      .filter(miss => name === 'all facts' || miss.measure === name)
      .map(miss => `${miss.sign} ${miss.id} ${miss.measure}: ${miss.what}`)
      .join('\n');

  test('are forty and more, and cover every kind of fact', () => {
    expect(results.length).toBeGreaterThanOrEqual(40);
    for (const field of FACT_FIELDS) expect(figures.get(field)?.labelled, field).toBeGreaterThan(0);
  });

  test('have a floor for every figure', () => {
    console.log(table(figures));
    const needed = [...figures].flatMap(([name, { found }]) => [
      ...(found >= FEW ? [`${name} precision`] : []),
      `${name} recall`,
    ]);
    expect(needed.filter(name => floors[name] === undefined)).toEqual([]);
  });

  test.each([...figures])('%s: precision and recall stand at or above their floors', (name, row) => {
    for (const kind of ['precision', 'recall'] as const) {
      const floor = floors[`${name} ${kind}`] ?? 0;
      const told = `${name}: ${kind} ${row[kind].toFixed(3)}, floor ${floor} in test/gold/floors.json\n${missesOf(name)}`;
      expect(row[kind], told).toBeGreaterThanOrEqual(floor);
    }
  });
});
