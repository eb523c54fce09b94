import { MAX_QUOTE } from '#domain/claim.ts';

/** Words of the document with the place where they stand (UTF-16 offsets). */
export interface Quote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** Fewer words say too little by themselves ("Files", "told staff"): they grow into their clause. */
const TELLING = 3;
/** Units on either side by which they may grow. */
const GROWTH = 32;
/** What ends a clause. */
const CLAUSE_END = /[,;:!?()[\]|\n"“”•*]|\.(?=\s|$)|\s[–—-]\s/g;

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/** Where the clause before `at` begins, whole words only. */
const grownStart = (text: string, at: number): number => {
  const from = Math.max(0, at - GROWTH);
  const border = [...text.slice(from, at).matchAll(CLAUSE_END)].at(-1);
  let start = border === undefined ? from : from + border.index + border[0].length;
  if (border === undefined) while (start > 0 && start < at && !isSpace(text[start - 1])) start++;
  return start;
};

/** Where the clause behind `at` ends, whole words only. */
const grownEnd = (text: string, at: number): number => {
  const to = Math.min(text.length, at + GROWTH);
  const [border] = text.slice(at, to + 1).matchAll(CLAUSE_END);
  if (border !== undefined) return at + border.index;
  let end = to;
  while (end > at && end < text.length && !isSpace(text[end])) end--;
  return end;
};

/**
 * The words of `text` from `start` to `end`, verbatim, without white space at the edges; very few words with the clause
 * around them. A longer span than MAX_QUOTE units is cut at the last word boundary that fits.
 */
export const quoteOf = (text: string, start: number, end: number): Quote => {
  const grows = end > start && text.slice(start, end).trim().split(/\s+/).length < TELLING;
  let from = grows ? grownStart(text, Math.max(0, start)) : Math.max(0, start);
  let to = grows ? grownEnd(text, Math.min(text.length, end)) : Math.min(text.length, end);
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
