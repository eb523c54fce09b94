const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** The number words from "one" to "nineteen" and the tens to "ninety", with their values. */
export const SMALL_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries([
  ...UNITS.split(' ').map((word, at) => [word, at + 1] as const),
  ...TENS.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
]);

/** The count that a plain word or digits give; NaN for any other word. */
export const countOf = (word: string): number => SMALL_NUMBERS[word] ?? Number(word);
