import type { Band } from './calibration.ts';
import { ALL_FACTS, type Figures, ROWS } from './figures.ts';
import { percent, scores, withInterval } from './format.ts';
import type { ArticleTally } from './match.ts';
import { MEANINGS, OTHER_FIGURES } from './meanings.ts';
import type { Section } from './sections.ts';
import type { ScoredSet } from './set.ts';

/** The calibration table as the claims carry it, with weights from other articles alone, and on articles of our own. */
export interface Calibration {
  readonly given: readonly Band[];
  readonly leftOut: readonly Band[];
  readonly own: readonly Band[];
}

const fieldsTable = ({ figures, counts }: ScoredSet): NonNullable<Section['table']> => ({
  head: ['what', 'precision', 'recall', 'F1', 'noted', 'said', 'meaning'],
  rows: [...ROWS, ALL_FACTS].map(row => {
    const { hit = 0, missed = 0, extra = 0 } = counts[row] ?? {};
    return [row, ...scores(figures, row), String(hit + missed), String(hit + extra), MEANINGS[row] ?? ''];
  }),
});

/** Precision, recall and F1 per kind of fact on the labelled articles. */
export const labelledFields = (set: ScoredSet): Section => ({
  title: `The ${set.cases.length} labelled articles`,
  words: [
    'Real articles, with which the rules were written. Precision: of what Receipts says, the share that a careful reader notes too. Recall: of what the reader notes, the share that Receipts says. F1: both in one. In brackets stands the interval that holds 95 % of 1,000 resamples of the articles: another set of articles of the same kind would be expected in there. A fact counts only under the right victim. Two careful readers agree with F1 0.948.',
  ],
  table: fieldsTable(set),
});

/** The same on the articles of `test/gold`. */
export const ownFields = (set: ScoredSet): Section => ({
  title: `The ${set.cases.length} articles of our own`,
  words: [
    "Short articles in our own words (`test/gold/own`), labelled before any program read them, most of them about shops that do not exist, and each full of what is hard: false friends, denials, rough text, older attacks beside new ones. Harder than a day's news; what the rules know of sentences that they were not written with shows here. Scored by the same rules.",
  ],
  table: fieldsTable(set),
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
export const calibration = ({ given, leftOut, own }: Calibration, figures: Figures): Section => ({
  title: 'What confidence means',
  words: [
    'Every claim carries a confidence: how likely it is what a careful reader would note, as its rule, speaker and circumstances have proved on labelled articles and on our own (`nlp/confidence.ts`; `node scripts/fit-confidence.ts` estimates the weights, and then takes them down until two thirds of the labelled articles\' claims are left in the top band, because rules do better on the articles that they were written with). Of claims with 0.9 and more at least 95 % should be right, and at least 60 % of all claims should be among them. "Left out": each article judged by weights fitted without its tenth of the articles. "Own": the articles of `test/gold`.',
    `Top band: share of all claims ${withInterval(figures['top band share'])}, right ${withInterval(figures['top band right'])}.`,
  ],
  table: {
    head: ['confidence', 'claims', 'of all', 'right', 'promised', 'left out: of all', 'right', 'own: of all', 'right'],
    rows: given.map((band, index) => {
      const columns = [leftOut[index], own[index]].flatMap(other => [
        percent(other?.share ?? Number.NaN),
        percent(other?.right ?? Number.NaN),
      ]);
      return [
        bandName(band),
        String(band.claims),
        percent(band.share),
        percent(band.right),
        percent(band.promised),
        ...columns,
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
