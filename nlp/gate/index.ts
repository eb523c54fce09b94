import { createJudge } from './judge.ts';
import type { Need } from './need.ts';
import { neededBy } from './needed.ts';
import { perText, REMEMBERED } from './per-text.ts';

/**
 * A regular expression that is run only on texts in which it can match. What it needs is looked for once in `letters`:
 * the text itself, or the same text in plain letters where they are at hand.
 */
export interface Gated {
  /** As written. */
  readonly pattern: RegExp;
  /** Whether the letters hold what the pattern needs; only then can it match. */
  mayMatch(letters: string): boolean;
  test(text: string, letters?: string): boolean;
  /** The first match. */
  exec(text: string, letters?: string): RegExpExecArray | null;
  /** Every match, in order, as of `matchAll`. */
  all(text: string, letters?: string): readonly RegExpExecArray[];
}

/** Makes patterns gated that share one pass over each text. */
export interface Gates {
  gated(pattern: RegExp): Gated;
  /** Makes the function that gives those of the rows, in their order, whose pattern may match in the letters. */
  among<T>(rows: readonly T[], patternOf: (row: T) => Gated): (letters: string) => readonly T[];
  /** All that were made. */
  patterns(): readonly Gated[];
}

const NONE: readonly RegExpExecArray[] = [];
const NO_ROWS: readonly never[] = [];

/**
 * Makes a set of gates. What each pattern needs is read out of it, so that nobody has to declare it; the first text after
 * the last pattern was made builds the automaton that looks for everything that any pattern needs at once.
 */
export const createGates = (): Gates => {
  const made: Gated[] = [];
  const needs: Need[] = [];
  let placeOf: ((text: string) => number) | undefined;
  let verdicts = new Int32Array();
  let last: string | undefined;
  let place = 0;

  /** Where the verdicts on the texts stand that are remembered: each takes the place of the one longest ago. */
  const openPlaces = (): ((text: string) => number) => {
    const judge = createJudge(needs);
    verdicts = new Int32Array(judge.width * REMEMBERED);
    let next = 0;
    return perText(text => {
      const at = next;
      next = (next + judge.width) % verdicts.length;
      judge.write(text, verdicts, at);
      return at;
    });
  };

  /** Finds the verdict on a text, and makes it the one that is looked at. */
  const judge = (text: string): void => {
    if (text === last) return;
    placeOf ??= openPlaces();
    place = placeOf(text);
    last = text;
  };

  const among = <T>(rows: readonly T[], patternOf: (row: T) => Gated): ((letters: string) => readonly T[]) => {
    const indexes = Int32Array.from(rows, row => made.indexOf(patternOf(row)));
    return letters => {
      judge(letters);
      let found: T[] | undefined;
      for (let at = 0; at < indexes.length; at++) {
        const index = indexes[at] ?? 0;
        const row = rows[at];
        if ((((verdicts[place + (index >> 5)] ?? 0) >> (index & 31)) & 1) === 0 || row === undefined) continue;
        if (found) found.push(row);
        else found = [row];
      }
      return found ?? NO_ROWS;
    };
  };

  const gated = (pattern: RegExp): Gated => {
    const index = needs.push(neededBy(pattern)) - 1;
    const [word, bit] = [index >> 5, 1 << (index & 31)];
    placeOf = undefined;
    last = undefined;
    const global = pattern.global ? pattern : new RegExp(pattern, `${pattern.flags}g`);
    const mayMatch = (text: string): boolean => {
      judge(text);
      return ((verdicts[place + word] ?? 0) & bit) !== 0;
    };
    const exec = (text: string, letters = text): RegExpExecArray | null => {
      if (!mayMatch(letters)) return null;
      global.lastIndex = 0;
      return global.exec(text);
    };
    const one: Gated = {
      pattern,
      mayMatch,
      exec,
      test: (text, letters) => exec(text, letters) !== null,
      all: (text, letters) => {
        let match = exec(text, letters);
        if (match === null) return NONE;
        const found: RegExpExecArray[] = [];
        for (; match !== null; match = global.exec(text)) {
          found.push(match);
          if (match[0] === '') global.lastIndex++;
        }
        return found;
      },
    };
    made.push(one);
    return one;
  };

  return { gated, among, patterns: () => made };
};

/** The gates of all rules: a rule's pattern is made by `gated(/…/)` and asked of whole sentences in plain letters. */
export const { gated, among, patterns } = createGates();
