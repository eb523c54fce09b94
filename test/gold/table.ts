import { FACT_FIELDS } from './same-fact.ts';
import { type ArticleScore, MEASURES, type Measure, type Tally } from './score.ts';

/** Precision and recall of one measure, 0 to 1; both 1 where there was nothing to find and nothing was found. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly labelled: number;
  readonly found: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

const figures = ({ hit, missed, extra }: Tally): Figures => ({
  precision: share(hit, hit + extra),
  recall: share(hit, hit + missed),
  f1: share(2 * hit, 2 * hit + missed + extra),
  labelled: hit + missed,
  found: hit + extra,
});

const total = (scores: readonly ArticleScore[], measures: readonly Measure[]): Tally => {
  const sum: Tally = { hit: 0, missed: 0, extra: 0 };
  for (const { tallies } of scores)
    for (const measure of measures) {
      sum.hit += tallies[measure]?.hit ?? 0;
      sum.missed += tallies[measure]?.missed ?? 0;
      sum.extra += tallies[measure]?.extra ?? 0;
    }
  return sum;
};

/** The figures of every measure and of all facts together, micro-averaged over the articles. */
export const measure = (scores: readonly ArticleScore[]): ReadonlyMap<string, Figures> =>
  new Map<string, Figures>([
    ...MEASURES.map(name => [name, figures(total(scores, [name]))] as const),
    ['all facts', figures(total(scores, FACT_FIELDS))],
  ]);

/** The figures as a table for the terminal. */
export const table = (rows: ReadonlyMap<string, Figures>): string =>
  [
    'measure            P      R     F1  labelled  found',
    ...[...rows].map(([name, row]) =>
      [
        name.padEnd(14),
        ...[row.precision, row.recall, row.f1].map(value => value.toFixed(3).padStart(6)),
        String(row.labelled).padStart(9),
        String(row.found).padStart(6),
      ].join(' '),
    ),
  ].join('\n');
