import type { Fact, Field } from './labels.ts';
import { matchArticle } from './match.ts';
import { PATHS, readCases } from './shared.ts';

/** One fact of the seed's label, and whether the program found it. */
export interface SeedFact {
  readonly victim: string;
  readonly field: Field;
  readonly value: string;
  readonly found: boolean;
  /** The program's quote for it. */
  readonly quote?: string;
}

const SAID: readonly (keyof Fact)[] = [
  'type',
  'polarity',
  'name',
  'role',
  'count',
  'sense',
  'service',
  'state',
  'metric',
  'amount',
  'currency',
  'percent',
  'action',
  'what',
  'date',
];

const said = (fact: Fact): string =>
  SAID.flatMap(key => (fact[key] === undefined ? [] : [String(fact[key])])).join(', ');

/** The seed's facts, and those that were read but that its label does not have. */
export interface SeedReading {
  readonly facts: readonly SeedFact[];
  readonly extra: readonly string[];
}

/** Reads the seed and compares it with its label. */
export const readSeed = (): SeedReading => {
  const tallies = readCases(PATHS.seed).map(({ label, predicted, article }) => matchArticle(label, predicted, article));
  return {
    facts: tallies.flatMap(({ pairs }) =>
      pairs.map(({ victim, field, gold, read }) => ({
        victim,
        field,
        value: said(gold),
        found: read !== undefined,
        ...(read?.quote === undefined ? {} : { quote: read.quote }),
      })),
    ),
    extra: tallies.flatMap(({ judged }) =>
      judged
        .filter(({ right }) => !right)
        .map(({ field, fact, incident }) => `${incident.victim}: ${field}, ${said(fact)}`),
    ),
  };
};
