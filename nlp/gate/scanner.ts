import { EDGE, isWordCharacter } from './spell.ts';

const CODES = 128;
const MOST_STATES = 2 ** 16;

/** Finds which of many literals stand in a text, in one pass over it: calls back with the number of each found. */
export type Scanner = (text: string, found: (literal: number) => void) => void;

/**
 * What every character is: twice the number of a character that occurs in the literals (capitals as small letters, 0 for
 * all others), and one more if it is of a word.
 */
const codesOf = (literals: readonly string[]): { readonly codes: Uint8Array; readonly width: number } => {
  const letters = [...new Set(literals.join(''))];
  const codes = Uint8Array.from({ length: CODES }, (_, code) => {
    const character = String.fromCharCode(code);
    return 2 * (letters.indexOf(character.toLowerCase()) + 1) + Number(isWordCharacter(character));
  });
  return { codes, width: letters.length + 1 };
};

/** A beginning of literals, and how they go on. */
interface Beginning {
  readonly next: Map<number, Beginning>;
  /** The literal that it is, if it is one. */
  literal: number | undefined;
  /** Where to go on when no literal goes on: the longest beginning that it ends with. */
  back: Beginning | undefined;
  /** The next shorter beginning that it ends with and that is a literal. */
  shorter: Beginning | undefined;
  state: number;
}

const beginning = (): Beginning => ({
  next: new Map(),
  literal: undefined,
  back: undefined,
  shorter: undefined,
  state: 0,
});

/** The beginnings of the literals, the shorter first: those that any text goes through lie side by side in memory. */
const beginningsOf = (literals: readonly string[], codes: Uint8Array): readonly Beginning[] => {
  const root = beginning();
  for (const [literal, letters] of literals.entries()) {
    let here = root;
    for (const letter of letters) {
      const symbol = (codes[letter.charCodeAt(0)] ?? 0) >> 1;
      const step = here.next.get(symbol) ?? beginning();
      here.next.set(symbol, step);
      here = step;
    }
    here.literal = literal;
  }
  const all = [root];
  for (const one of all)
    for (const [symbol, step] of one.next) {
      let back = one.back;
      while (back && !back.next.has(symbol)) back = back.back;
      step.back = back?.next.get(symbol) ?? root;
      step.shorter = step.back.literal === undefined ? step.back.shorter : step.back;
      all.push(step);
    }
  return all;
};

/**
 * Makes a scanner of literals of ASCII, spelled as in `spell.ts` (Aho and Corasick, "Efficient String Matching", CACM 18,
 * 1975). Time is linear in the text, whatever their number.
 */
export const createScanner = (literals: readonly string[]): Scanner => {
  const { codes, width } = codesOf(literals);
  const all = beginningsOf(literals, codes);
  // the states at which something is found stand last: of the others nothing has to be looked up
  const quiet = all.filter(({ literal, shorter }) => literal === undefined && shorter === undefined);
  const telling = all.filter(({ literal, shorter }) => literal !== undefined || shorter !== undefined);
  for (const [state, one] of [...quiet, ...telling].entries()) one.state = state;
  const first = quiet.length;
  const next = all.length > MOST_STATES ? new Uint32Array(all.length * width) : new Uint16Array(all.length * width);
  for (const one of all) {
    const from = (one.back?.state ?? 0) * width;
    if (one.back) next.copyWithin(one.state * width, from, from + width);
    for (const [symbol, step] of one.next) next[one.state * width + symbol] = step.state;
  }
  // a state that is no literal itself stands for the next shorter one that is
  const literalOf = ({ literal, shorter }: Beginning): number => literal ?? shorter?.literal ?? 0;
  const literalAt = Int32Array.from(telling, literalOf);
  const shorterAt = Int32Array.from(telling, ({ literal, shorter }) => {
    const other = literal === undefined ? shorter?.shorter : shorter;
    return other ? other.state - first : -1;
  });
  const edge = (codes[EDGE.charCodeAt(0)] ?? 0) >> 1;

  const tell = (state: number, found: (literal: number) => void): void => {
    for (let at = state - first; at >= 0; at = shorterAt[at] ?? -1) found(literalAt[at] ?? 0);
  };

  return (text, found) => {
    let state = 0;
    let inWord = 0;
    // one place more, where the last word ends
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : CODES;
      const code = unit < CODES ? (codes[unit] ?? 0) : 0;
      if ((code & 1) !== inWord) {
        inWord = code & 1;
        state = next[state * width + edge] ?? 0;
        if (state >= first) tell(state, found);
      }
      state = next[state * width + (code >> 1)] ?? 0;
      if (state >= first) tell(state, found);
    }
  };
};
