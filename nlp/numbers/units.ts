import { CURRENCIES } from '../gazetteer/currencies.ts';

const escaped = (text: string): string => text.replace(/[.$?*+^|()[\]{}\\]/g, '\\$&');
const byLength = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);
const oneOf = (words: readonly string[]): string => byLength(words).map(escaped).join('|');

const BEFORE: ReadonlyMap<string, string> = new Map(
  CURRENCIES.flatMap(row => row.before.map(word => [word, row.code])),
);
const AFTER: ReadonlyMap<string, string> = new Map(
  CURRENCIES.flatMap(row => [...row.after, ...(row.parts ?? [])].map(word => [word, row.code])),
);
const PARTS: ReadonlySet<string> = new Set(CURRENCIES.flatMap(row => row.parts ?? []));

/** Alternatives for a currency in front of a figure. */
export const CURRENCY_BEFORE = `(?:${oneOf([...BEFORE.keys()])})`;
/** Alternatives for a currency or percent sign behind a figure, with the blank before it. */
export const UNIT_AFTER = `(?: ?(?:%|€)| ?(?:per ?cent|percentage points?|percent)\\b| (?:${oneOf([...AFTER.keys()].filter(word => word !== '€'))})\\b|(?<=\\d)p\\b)`;

/** Words and letters for powers of ten. */
export const SCALE_WORD = '(?:thousand|million|billion|trillion|crore|lakh)';
export const SCALE_LETTER = '(?:k|mn|mln|m|bn|b|tn)';
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  m: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

/** The factor of a scale word or letter; 1 where there is none. */
export const scaleOf = (word: string | undefined): number => (word === undefined ? 1 : (SCALES[word] ?? 1));

/** What a figure counts: a currency (with the factor of its parts), percent, or nothing said. */
export interface Unit {
  readonly currency?: string;
  readonly percent?: true;
  readonly factor: number;
}

/** The unit that the words around a figure give it. */
export const unitOf = (before: string | undefined, after: string | undefined): Unit => {
  const word = after?.trim();
  if (word !== undefined && /^(?:%|per|percent)/.test(word)) return { percent: true, factor: 1 };
  const lead = before?.trim();
  const code = (lead ? BEFORE.get(lead) : undefined) ?? (word ? (word === 'p' ? 'GBP' : AFTER.get(word)) : undefined);
  if (code === undefined) return { factor: 1 };
  return { currency: code, factor: !lead && word !== undefined && (word === 'p' || PARTS.has(word)) ? 0.01 : 1 };
};
