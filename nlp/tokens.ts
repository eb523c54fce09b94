import type { Token } from './types.ts';

/** Link targets and addresses are one token, so that nothing is read out of them. */
const TOKEN =
  /\]\([^)\s]*(?:\s+"[^"\n]*")?\)|https?:\/\/[^\s)\]]+|(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?(?!\p{L})|\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*|\S/gu;

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
};

/** Lower case with typographic quotes and dashes made plain; the length may change. */
export const normalise = (text: string): string =>
  text.toLowerCase().replace(/[’‘“”–—‑−]/g, character => PLAIN[character] ?? character);

const BLANK = 32;
const APOSTROPHE = 39;
const DOT = 46;
const COLON = 58;
/** The characters of ASCII of which plain words are made: letters, and digits behind them. */
const LETTER = 1;
const DIGIT = 2;
const ASCII = 128;
const KIND_OF = Uint8Array.from({ length: ASCII }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z]/i.test(character) ? LETTER : /\d/.test(character) ? DIGIT : 0;
});

/** Where a plain word of ASCII ends that begins at `at`; undefined where it takes the pattern to tell. */
const plainWordEnd = (text: string, at: number): number | undefined => {
  if (KIND_OF[text.charCodeAt(at)] !== LETTER) return undefined;
  let to = at + 1;
  while (to < text.length && (KIND_OF[text.charCodeAt(to)] ?? 0) !== 0) to++;
  if (to === text.length) return to;
  const next = text.charCodeAt(to);
  // "don't", "naïve", "U.S.", "https:"
  const goesOn = next >= ASCII || next === APOSTROPHE || (next === DOT && to === at + 1) || next === COLON;
  return goesOn ? undefined : to;
};

/**
 * Words, numbers and single punctuation marks of a span; offsets are UTF-16 into `text`.
 * Contractions and possessives stay one token (`don't`, `Macy's`), so do numbers (`1,200.5`) and initials (`U.S.`).
 */
export const tokensOf = (text: string, start: number, end: number): readonly Token[] => {
  const tokens: Token[] = [];
  const span = text.slice(start, end);
  let at = 0;
  while (at < span.length) {
    const to = plainWordEnd(span, at);
    if (to !== undefined) {
      const word = span.slice(at, to);
      tokens.push({ text: word, norm: word.toLowerCase(), start: start + at, end: start + to });
      at = to;
    } else if (span.charCodeAt(at) === BLANK) at++;
    else {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(span);
      if (!match) break;
      const from = start + match.index;
      tokens.push({ text: match[0], norm: normalise(match[0]), start: from, end: from + match[0].length });
      at = match.index + match[0].length;
    }
  }
  return tokens;
};
