import type { Band } from './calibration.ts';
import { ALL_FACTS, type Figures, ROWS } from './figures.ts';
import { percent, scores, withInterval } from './format.ts';
import type { ArticleTally } from './match.ts';
import { MEANINGS, OTHER_FIGURES } from './meanings.ts';
import type { Section } from './sections.ts';
import type { ScoredSet } from './set.ts';

/** The calibration table as the claims carry it, and with weights from other articles alone. */
export interface Calibration {
  readonly given: readonly Band[];
  readonly leftOut: readonly Band[];
}

/** Precision, recall and F1 per kind of fact. */
export const fields = ({ figures, counts, cases }: ScoredSet): Section => ({
  title: `The ${cases.length} labelled articles`,
  words: [
    'Precision: of what Receipts says, the share that a careful reader notes too. Recall: of what the reader notes, the share that Receipts says. F1: both in one. In brackets stands the interval that holds 95 % of 1,000 resamples of the articles: another set of articles of the same kind would be expected in there. A fact counts only under the right victim. Two careful readers agree with F1 0.948.',
  ],
  table: {
    head: ['what', 'precision', 'recall', 'F1', 'noted', 'said', 'meaning'],
    rows: [...ROWS, ALL_FACTS].map(row => {
      const { hit = 0, missed = 0, extra = 0 } = counts[row] ?? {};
      return [row, ...scores(figures, row), String(hit + missed), String(hit + extra), MEANINGS[row] ?? ''];
    }),
  },
});

/** Certainty, speaker, quotes, flips. */
export const manner = ({ figures }: ScoredSet): Section => ({
  title: 'How it is said',
  words: ['Measured on the facts of the same articles that both note.'],
  table: {
    head: ['figure', 'value', 'meaning'],
    rows: OTHER_FIGURES.map(([name, meaning]) => [
      name,
      name === 'polarity flips' ? String(figures[name]?.value ?? '–') : withInterval(figures[name]),
      meaning,
    ]),
  },
});

const bandName = ({ from, below }: Band): string =>
  below === undefined ? `${from} and more` : from === 0 ? `below ${below}` : `${from} to ${below}`;

/** What a confidence has proved to be worth. */
export const calibration = ({ given, leftOut }: Calibration, figures: Figures): Section => ({
  title: 'What confidence means',
  words: [
    'Every claim carries a confidence: how likely it is what a careful reader would note, as its rule, speaker and circumstances have proved on the labelled articles (`nlp/confidence.ts`; `node scripts/fit-confidence.ts` estimates the weights). Of claims with 0.9 and more at least 95 % should be right, and at least 60 % of all claims should be among them. "On others" is the honest column: each article judged by weights fitted without its tenth of the articles.',
    `Top band: share of all claims ${withInterval(figures['top band share'])}, right ${withInterval(figures['top band right'])}.`,
  ],
  table: {
    head: [
      'confidence',
      'claims',
      'of all',
      'right',
      'promised',
      'claims on others',
      'of all on others',
      'right on others',
    ],
    rows: given.map((band, index) => {
      const other = leftOut[index];
      return [
        bandName(band),
        String(band.claims),
        percent(band.share),
        percent(band.right),
        percent(band.promised),
        String(other?.claims ?? 0),
        percent(other?.share ?? Number.NaN),
        percent(other?.right ?? Number.NaN),
      ];
    }),
  },
});

/** The rules with wrong claims, the worst first. */
export const wrongRules = (tallies: readonly ArticleTally[]): Section => {
  const byRule = Map.groupBy(
    tallies.flatMap(({ judged }) => judged),
    ({ fact }) => fact.rule ?? 'unknown',
  );
  const rows = [...byRule]
    .map(([rule, claims]) => ({ rule, claims: claims.length, wrong: claims.filter(({ right }) => !right).length }))
    .filter(({ wrong }) => wrong > 0)
    .toSorted((a, b) => b.wrong - a.wrong || (a.rule < b.rule ? -1 : 1));
  return {
    title: 'Rules that were wrong',
    words: [
      'Where to look first when precision is to rise. Rules that are not listed were never wrong on these articles.',
    ],
    table: {
      head: ['rule', 'claims', 'wrong'],
      rows: rows.map(({ rule, claims, wrong }) => [rule, String(claims), String(wrong)]),
    },
  };
};
