import { MAX_QUOTE } from '#domain/claim.ts';

/** Words of the document with the place where they stand (UTF-16 offsets). */
export interface Quote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/**
 * The words of `text` from `start` to `end`, verbatim, without white space at the edges.
 * A longer span than MAX_QUOTE units is cut at the last word boundary that fits.
 */
export const quoteOf = (text: string, start: number, end: number): Quote => {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isSpace(text[from])) from++;
  while (to > from && isSpace(text[to - 1])) to--;
  if (to - from > MAX_QUOTE) {
    to = from + MAX_QUOTE;
    while (to > from && !isSpace(text[to])) to--;
    if (to === from) to = from + MAX_QUOTE;
    while (to > from && isSpace(text[to - 1])) to--;
  }
  return { quote: text.slice(from, to), start: from, end: to };
};
