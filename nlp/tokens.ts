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

/**
 * Words, numbers and single punctuation marks of a span; offsets are UTF-16 into `text`.
 * Contractions and possessives stay one token (`don't`, `Macy's`), so do numbers (`1,200.5`) and initials (`U.S.`).
 */
export const tokensOf = (text: string, start: number, end: number): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const from = start + match.index;
    tokens.push({ text: match[0], norm: normalise(match[0]), start: from, end: from + match[0].length });
  }
  return tokens;
};
