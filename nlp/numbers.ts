import type { Qualifier } from '#domain/vocabulary.ts';
import { quantitiesIn } from './numbers/quantities.ts';
import type { Sentence } from './types.ts';

/** A count that a sentence states. */
export interface NumberMention {
  readonly value: number;
  /** The upper end, where a range is told. */
  readonly max?: number;
  readonly qualifier: Qualifier;
  /** Told as a class ("hundreds of thousands", "several dozen"): `value` is the least that the words allow. */
  readonly vague: boolean;
  /** UTF-16 offsets into the document: the figure with its scale, without the words that qualify it. */
  readonly start: number;
  readonly end: number;
}

/**
 * The counts that a sentence states, in order: digits ("430,000", "9.4 million", "30k") and words ("half a million",
 * "twenty-five", "dozens"). Money and percentages are left out; years and parts of dates are not.
 */
export const numbersIn = (sentence: Sentence): readonly NumberMention[] =>
  quantitiesIn(sentence.letters)
    .filter(({ unit }) => unit.currency === undefined && unit.percent === undefined)
    .map(({ value, max, qualifier, vague, start, end }) => ({
      value,
      ...(max === undefined ? {} : { max }),
      qualifier,
      vague,
      start: sentence.start + start,
      end: sentence.start + end,
    }));
