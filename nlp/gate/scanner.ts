import { EDGE, isWordCharacter } from './spell.ts';

const CODES = 128;
const WORD = Uint8Array.from({ length: CODES }, (_, code) => Number(isWordCharacter(String.fromCharCode(code))));
const MOST_STATES = 2 ** 16;

/** Finds which of many literals stand in a text, in one pass over it: calls back with the number of each found. */
export type Scanner = (text: string, found: (literal: number) => void) => void;

/** A number for every character that occurs in the literals, capitals as small letters; 0 for all others. */
const symbolsOf = (literals: readonly string[]): { readonly symbols: Uint8Array; readonly width: number } => {
  const letters = [...new Set(literals.join(''))];
  const symbols = Uint8Array.from({ length: CODES }, (_, code) =>
    Number(letters.indexOf(String.fromCharCode(code).toLowerCase()) + 1),
  );
  return { symbols, width: letters.length + 1 };
};

/** A beginning of literals, and how they go on. */
interface Beginning {
  readonly next: Map<number, Beginning>;
  literal: number;
}

/** The beginnings of the literals, the shorter first: those that any text goes through lie side by side in memory. */
const beginningsOf = (literals: readonly string[], symbols: Uint8Array): readonly Beginning[] => {
  const root: Beginning = { next: new Map(), literal: -1 };
  for (const [literal, letters] of literals.entries()) {
    let here = root;
    for (const letter of letters) {
      const symbol = symbols[letter.charCodeAt(0)] ?? 0;
      const step = here.next.get(symbol) ?? { next: new Map(), literal: -1 };
      here.next.set(symbol, step);
      here = step;
    }
    here.literal = literal;
  }
  const all = [root];
  for (const { next } of all) all.push(...next.values());
  return all;
};

/**
 * Makes a scanner of literals of ASCII, spelled as in `spell.ts` (Aho and Corasick, "Efficient String Matching", CACM 18,
 * 1975). Time is linear in the text, whatever their number.
 */
export const createScanner = (literals: readonly string[]): Scanner => {
  const { symbols, width } = symbolsOf(literals);
  const beginnings = beginningsOf(literals, symbols);
  const states = beginnings.length;
  const next = states > MOST_STATES ? new Uint32Array(states * width) : new Uint16Array(states * width);
  const literalAt = Int32Array.from(beginnings, ({ literal }) => literal);
  // where to go on when no literal goes on; the longest literal that ends at a state, and the next shorter one
  const back = new Int32Array(states);
  const ending = new Int32Array(states);
  const shorter = new Int32Array(states);
  let fresh = 1;
  for (const [state, beginning] of beginnings.entries()) {
    const other = back[state] ?? 0;
    if (state > 0) next.copyWithin(state * width, other * width, (other + 1) * width);
    shorter[state] = ending[other] ?? 0;
    ending[state] = beginning.literal === -1 ? (ending[other] ?? 0) : state;
    for (const symbol of beginning.next.keys()) {
      back[fresh] = state === 0 ? 0 : (next[state * width + symbol] ?? 0);
      next[state * width + symbol] = fresh++;
    }
  }
  const edge = symbols[EDGE.charCodeAt(0)] ?? 0;

  return (text, found) => {
    let state = 0;
    let inWord = 0;
    // one place more, where the last word ends
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : CODES;
      const word = code < CODES ? (WORD[code] ?? 0) : 0;
      if (word !== inWord) {
        inWord = word;
        state = next[state * width + edge] ?? 0;
        for (let end = ending[state] ?? 0; end !== 0; end = shorter[end] ?? 0) found(literalAt[end] ?? 0);
      }
      state = next[state * width + (code < CODES ? (symbols[code] ?? 0) : 0)] ?? 0;
      for (let end = ending[state] ?? 0; end !== 0; end = shorter[end] ?? 0) found(literalAt[end] ?? 0);
    }
  };
};
