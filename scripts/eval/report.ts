import type { Figures } from './figures.ts';
import type { LinkFigures } from './links.ts';
import { WEAKNESSES } from './meanings.ts';
import type { Negatives } from './negatives.ts';
import type { Opening } from './openings.ts';
import { PIPE } from './pipe.ts';
import { type Calibration, calibration, labelledFields, manner, ownFields, wrongRules } from './report-labelled.ts';
import { linksSection } from './report-links.ts';
import { headlinesSection, negativesSection, sealedSection, seedSection } from './report-others.ts';
import { markdownOf, type Section } from './sections.ts';
import type { SeedReading } from './seed.ts';
import type { ScoredSet } from './set.ts';

/** Everything that was measured, and when with what. */
export interface Measured {
  /** UTC day. */
  readonly date: string;
  readonly versions: readonly string[];
  readonly dev: ScoredSet;
  readonly own: ScoredSet;
  readonly calibration: Calibration;
  readonly seed: SeedReading;
  readonly negatives: Negatives;
  readonly headlines: Figures;
  readonly links: LinkFigures;
  readonly openings: readonly Opening[];
}

/** The report, part by part. */
export const sectionsOf = (measured: Measured): readonly Section[] => [
  labelledFields(measured.dev),
  manner(measured.dev),
  ownFields(measured.own),
  calibration(measured.calibration, measured.dev.figures),
  sealedSection(measured.openings, measured.dev.figures),
  negativesSection(measured.negatives),
  headlinesSection(measured.headlines),
  linksSection(measured.links),
  seedSection(measured.seed),
  PIPE,
  wrongRules(measured.dev.tallies),
  { title: 'Known weaknesses', words: [], list: WEAKNESSES },
];

/** The page `docs/quality.md`. */
export const reportOf = (measured: Measured): string =>
  [
    '# How good the facts are',
    `Written by \`npm run eval\` on ${measured.date}; edit \`scripts/eval/\`, not this page. Measured with ${measured.versions.join(', ')}.`,
    'The articles belong to their publishers and are not part of this repository; the figures can be taken again wherever they lie beside it (`../shared`). Everybody else has the set in `test/gold`, which runs with the tests.',
    [
      '```sh',
      'npm run eval                                   # measure, write this page, fail below test/gold/floors.json',
      'npm run eval -- --raise                        # the same, and raise the floors to what was reached',
      'npm run eval -- --lower "dev/money F1" --reason "…"',
      'node scripts/fit-confidence.ts                 # weights of confidence, after rules have changed',
      '```',
    ].join('\n'),
    ...sectionsOf(measured).map(markdownOf),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
