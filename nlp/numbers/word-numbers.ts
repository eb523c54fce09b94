import { gated } from '../gate/index.ts';
import { SMALL_NUMBERS } from './small-numbers.ts';
import { scaleOf } from './units.ts';

const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const TEENS = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const COUNT = `(?:${TENS}(?:[ -]${ONES})?|${TEENS}|${ONES})`;
const BIG = '(?:thousand|million|billion|trillion)';

/** Vague classes first, then exact numbers; "one" alone and "a" alone are no numbers. */
const NUMBER_WORD = gated(
  new RegExp(
    [
      `\\b(?:(?:half|a quarter of|three quarters of) an? ${BIG}`,
      `(?:several|a few|a couple of|many) (?:hundred(?: ${BIG})?|${BIG}|dozen)`,
      `(?:tens|hundreds|thousands) of (?:thousands|millions|billions)`,
      `(?:dozens|hundreds|thousands|millions|billions)(?= of\\b| more\\b|$)`,
      `(?:an?|${COUNT}) (?:hundred(?: ${BIG})?|${BIG}|dozen)`,
      `${TENS}[ -]${ONES}|${TENS}|${TEENS}|two|three|four|five|six|seven|eight|nine)\\b`,
    ].join('|'),
    'g',
  ),
);

const PLURALS: Readonly<Record<string, number>> = {
  dozens: 12,
  tens: 10,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
};

const ofWord = (word: string): number | undefined => {
  if (word === 'a' || word === 'an') return 1;
  return SMALL_NUMBERS[word];
};

/** A number told in words, and where it stands in the text. */
export interface WordNumber {
  readonly value: number;
  /** "hundreds of thousands", "several dozen": the value is its least. */
  readonly vague: boolean;
  readonly start: number;
  readonly end: number;
}

/** What `NUMBER_WORD` found, as a value. */
const readPhrase = (phrase: string): { readonly value: number; readonly vague: boolean } | undefined => {
  const words = phrase.split(/[ -]/);
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  if (first === 'half' || phrase.startsWith('a quarter') || phrase.startsWith('three quarters')) {
    const part = first === 'half' ? 0.5 : first === 'a' ? 0.25 : 0.75;
    return { value: part * (last === 'dozen' ? 12 : scaleOf(last)), vague: false };
  }
  if (/^(?:several|a few|a couple|many)/.test(phrase)) {
    const factor = words.reduce(
      (product, word) => product * (word === 'hundred' ? 100 : word === 'dozen' ? 12 : scaleOf(word)),
      1,
    );
    return { value: 2 * factor, vague: true };
  }
  const plural = PLURALS[first];
  if (plural !== undefined) return { value: 2 * plural * (second === 'of' ? (PLURALS[last] ?? 1) : 1), vague: true };
  let value = first === 'hundred' || first === 'dozen' ? undefined : ofWord(first);
  if (value === undefined) return undefined;
  for (const word of words.slice(1)) {
    if (word === 'hundred') value *= 100;
    else if (word === 'dozen') value *= 12;
    else if (scaleOf(word) > 1) value *= scaleOf(word);
    else value += ofWord(word) ?? 0;
  }
  return { value, vague: false };
};

/** The numbers told in words in a plain text: "twenty-five", "two hundred thousand", "half a million", "dozens". */
export const wordNumbersIn = (letters: string): readonly WordNumber[] =>
  NUMBER_WORD.all(letters).flatMap(match => {
    const read = readPhrase(match[0]);
    return read === undefined ? [] : [{ ...read, start: match.index, end: match.index + match[0].length }];
  });
