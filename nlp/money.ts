import type { MoneyPeriod, Qualifier } from '#domain/vocabulary.ts';
import { type Quantity, quantitiesIn } from './numbers/quantities.ts';
import type { Sentence } from './types.ts';

/** A sum of money or a percentage that a sentence states; offsets are UTF-16 into the document. */
export interface MoneyMention {
  readonly value: number;
  /** The upper end, where a range is told. */
  readonly max?: number;
  /** ISO 4217; absent for a percentage. */
  readonly currency?: string;
  readonly qualifier: Qualifier;
  readonly per?: MoneyPeriod;
  readonly vague: boolean;
  /** The same sum in another currency, in brackets behind this one. */
  readonly converted?: { readonly value: number; readonly currency: string };
  readonly start: number;
  readonly end: number;
  /** Where the words that qualify it begin. */
  readonly lead: number;
}

const PER = /^(?: pounds?| dollars?)? ?(?:(?:a|per|each|every|\/) ?(day|week|month)|(daily|weekly|monthly))\b/;
const IN_BRACKETS =
  /^ ?[([] ?(?:or )?(?:about |around |approximately |approx\.? |roughly |some |nearly |more than |over |up to |equivalent to |= ?)?$/;

const periodOf = (letters: string, end: number): MoneyPeriod | undefined => {
  const [, unit, adverb] = PER.exec(letters.slice(end, end + 24)) ?? [];
  if (adverb) return adverb === 'daily' ? 'day' : adverb === 'weekly' ? 'week' : 'month';
  return unit === 'day' || unit === 'week' || unit === 'month' ? unit : undefined;
};

const isConversion = (letters: string, of: Quantity, by: Quantity | undefined): by is Quantity =>
  by?.unit.currency !== undefined &&
  of.unit.currency !== undefined &&
  by.unit.currency !== of.unit.currency &&
  IN_BRACKETS.test(letters.slice(of.end, by.start));

/** The sums and percentages that a sentence states, in order; a conversion in brackets goes with the sum before it. */
export const moneyIn = (sentence: Sentence): readonly MoneyMention[] => {
  const letters = sentence.letters;
  const sums = quantitiesIn(letters).filter(({ unit }) => unit.currency !== undefined || unit.percent);
  return sums.flatMap((sum, i) => {
    const before = sums[i - 1];
    if (before !== undefined && isConversion(letters, before, sum)) return [];
    const next = sums[i + 1];
    const converted = isConversion(letters, sum, next) ? next : undefined;
    const per = periodOf(letters, sum.end);
    return [
      {
        value: sum.value,
        ...(sum.max === undefined ? {} : { max: sum.max }),
        ...(sum.unit.currency === undefined ? {} : { currency: sum.unit.currency }),
        qualifier: sum.qualifier,
        ...(per === undefined ? {} : { per }),
        vague: sum.vague,
        ...(converted?.unit.currency === undefined
          ? {}
          : { converted: { value: converted.value, currency: converted.unit.currency } }),
        start: sentence.start + sum.start,
        end: sentence.start + sum.end,
        lead: sentence.start + sum.lead,
      },
    ];
  });
};
