import { EDGE, isWordCharacter } from './spell.ts';

const LETTERS = `${EDGE}abcdefghijklmnopqrstuvwxyz0123456789 !"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;
const OTHER = LETTERS.length;
const WIDTH = OTHER + 1;
const CODES = 128;

/** Symbol and kind of every ASCII character, capitals as small letters. */
const SYMBOL = Uint8Array.from({ length: CODES }, (_, code) => {
  const found = LETTERS.indexOf(String.fromCharCode(code).toLowerCase());
  return found < 0 ? OTHER : found;
});
const WORD = Uint8Array.from({ length: CODES }, (_, code) => Number(isWordCharacter(String.fromCharCode(code))));

/** Finds which of many literals stand in a text, in one pass over it: calls back with the number of each found. */
export type Scanner = (text: string, found: (literal: number) => void) => void;

/**
 * Makes a scanner of literals, spelled as in `spell.ts` (Aho and Corasick, "Efficient String Matching", CACM 18, 1975).
 * Time is linear in the text, whatever their number; letters that it does not know count as one and the same.
 */
export const createScanner = (literals: readonly string[]): Scanner => {
  const most = literals.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(most * WIDTH);
  const literalAt = new Int32Array(most).fill(-1);
  let states = 1;
  for (const [number, literal] of literals.entries()) {
    let state = 0;
    for (const character of literal) {
      const step = state * WIDTH + (SYMBOL[character.charCodeAt(0)] ?? OTHER);
      if (next[step] === 0) next[step] = states++;
      state = next[step] ?? 0;
    }
    literalAt[state] = number;
  }
  // where to go on when no literal goes on, and the longest other literal that ends at a state
  const back = new Int32Array(states);
  const ending = new Int32Array(states);
  const queue = [0];
  for (const state of queue)
    for (let symbol = 0; symbol < WIDTH; symbol++) {
      const step = state * WIDTH + symbol;
      const to = next[step] ?? 0;
      const shorter = state === 0 ? 0 : (next[(back[state] ?? 0) * WIDTH + symbol] ?? 0);
      if (to === 0) next[step] = shorter;
      else {
        back[to] = shorter;
        ending[to] = literalAt[shorter] === -1 ? (ending[shorter] ?? 0) : shorter;
        queue.push(to);
      }
    }

  return (text, found) => {
    let state = 0;
    let inWord = 0;
    const step = (symbol: number): void => {
      state = next[state * WIDTH + symbol] ?? 0;
      for (let at = state; at !== 0; at = ending[at] ?? 0) {
        const literal = literalAt[at] ?? -1;
        if (literal >= 0) found(literal);
      }
    };
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const word = code < CODES ? (WORD[code] ?? 0) : 0;
      if (word !== inWord) {
        step(0);
        inWord = word;
      }
      step(code < CODES ? (SYMBOL[code] ?? OTHER) : OTHER);
    }
    if (inWord === 1) step(0);
  };
};
