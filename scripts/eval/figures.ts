import { FIELDS } from './labels.ts';
import type { ArticleTally, Share, Tally } from './match.ts';

/** A number with the middle 95 % of its bootstrap resamples. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Figures by name, such as `attack F1`. */
export type Figures = Readonly<Record<string, Figure>>;

export const ROWS = ['relevant', 'victim (main)', 'victim (any)', 'incident', ...FIELDS] as const;
export const ALL_FACTS = 'ALL FACTS';

const NONE: Tally = { hit: 0, missed: 0, extra: 0 };
const plus = (a: Tally, b: Tally): Tally => ({
  hit: a.hit + b.hit,
  missed: a.missed + b.missed,
  extra: a.extra + b.extra,
});
const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(plus, NONE);

/** The counts of every row over some articles, with `ALL FACTS` for the facts together. */
export const countsOf = (articles: readonly ArticleTally[]): Readonly<Record<string, Tally>> => {
  const rows = Object.fromEntries(ROWS.map(row => [row, sumOf(articles.map(({ rows }) => rows[row] ?? NONE))]));
  return { ...rows, [ALL_FACTS]: sumOf(FIELDS.map(field => rows[field] ?? NONE)) };
};

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** Precision, recall and F1 of some counts; 0 where there is nothing to divide by. */
export const scoresOf = ({ hit, missed, extra }: Tally): { precision: number; recall: number; f1: number } => {
  const precision = hit / (hit + extra || 1);
  const recall = hit / (hit + missed || 1);
  return { precision, recall, f1: harmonic(precision, recall) };
};

const rate = (articles: readonly ArticleTally[], pick: (article: ArticleTally) => Share): number => {
  const whole = articles.reduce((sum, article) => sum + pick(article).whole, 0);
  return whole === 0 ? Number.NaN : articles.reduce((sum, article) => sum + pick(article).part, 0) / whole;
};

/** Every figure of a set of labelled articles, without intervals. NaN: nothing was there to measure. */
export const measure = (articles: readonly ArticleTally[]): Readonly<Record<string, number>> => {
  const figures: Record<string, number> = {};
  for (const [row, tally] of Object.entries(countsOf(articles))) {
    const { precision, recall, f1 } = scoresOf(tally);
    const [labelled, read] = [tally.hit + tally.missed, tally.hit + tally.extra];
    figures[`${row} precision`] = read === 0 ? Number.NaN : precision;
    figures[`${row} recall`] = labelled === 0 ? Number.NaN : recall;
    figures[`${row} F1`] = labelled + read === 0 ? Number.NaN : f1;
  }
  figures['certainty agreement'] = rate(articles, article => article.certainty);
  figures['speaker agreement'] = rate(articles, article => article.speaker);
  figures['role agreement'] = rate(articles, article => article.role);
  figures['quotes verbatim'] = rate(articles, article => article.verbatim);
  figures['quotes supporting'] = rate(articles, article => article.supporting);
  figures['polarity flips'] = articles.reduce((sum, { flips }) => sum + flips, 0);
  return figures;
};
