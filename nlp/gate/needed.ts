import { allOf, anyLiteral, anyOf, type Need } from './need.ts';
import { EDGE, spelled } from './spell.ts';

/** What is known of a part of a pattern: all the strings that it can match, while they are few, and what it needs. */
interface Part {
  readonly strings?: readonly string[];
  readonly need: Need;
}

/** More strings are not followed one by one. */
const MOST_STRINGS = 48;
const MOST_LETTERS = 10;

const UNKNOWN: Part = { need: undefined };
const EMPTY: Part = { strings: [''], need: undefined };
/** Here a word begins or ends. */
const AT_EDGE: Part = { strings: [EDGE], need: undefined };

const needOf = (part: Part): Need => (part.strings ? anyLiteral(part.strings.map(spelled)) : part.need);

const sequence = (parts: readonly Part[]): Part => {
  const needs: Need[] = [];
  let strings: readonly string[] = [''];
  let whole = true;
  const close = (next: readonly string[]): void => {
    needs.push(anyLiteral(strings.map(spelled)));
    strings = next;
    whole = false;
  };
  for (const part of parts) {
    const next = part.strings;
    if (!next) {
      close(['']);
      needs.push(part.need);
    } else if (strings.length * next.length > MOST_STRINGS) close(next);
    else strings = strings.flatMap(head => next.map(tail => head + tail));
  }
  if (whole) return { strings, need: undefined };
  close(['']);
  return { need: allOf(needs) };
};

const choice = (parts: readonly Part[]): Part => {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const strings = parts.flatMap(part => part.strings ?? []);
  if (parts.every(part => part.strings) && strings.length <= MOST_STRINGS)
    return { strings: [...new Set(strings)], need: undefined };
  return { need: anyOf(parts.map(needOf)) };
};

const repeated = (part: Part, least: number, most: number): Part => {
  if (least === 1 && most === 1) return part;
  if (least === 0)
    return most === 1 && part.strings && part.strings.length < MOST_STRINGS
      ? { strings: ['', ...part.strings], need: undefined }
      : UNKNOWN;
  return { need: needOf(part) };
};

/** "0-4" in full. */
const inFull = (_: string, first: string, last: string): string => {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return Array.from({ length: to - from + 1 }, (__, i) => String.fromCharCode(from + i)).join('');
};

/** The few letters that a bracket lists, if it lists no more. */
const listed = (bracket: string): readonly string[] | undefined => {
  const letters = bracket.replace(/([a-z\d])-([a-z\d])/g, inFull);
  return letters.length <= MOST_LETTERS && /^[a-z0-9 ',;:"]+-?$|^-[a-z0-9 ',;:"]*$/i.test(letters)
    ? [...letters]
    : undefined;
};

const LITERAL_ESCAPES = '.+?^$|()[]{}/\\-';
/** Escapes that stand for one character or a place, with what they are in full. */
const ESCAPE = /\\(?:[pP]\{[^}]*\}|k<[^>]*>|x[\da-f]{2}|u\{[^}]*\}|u[\da-f]{4}|c[a-z]|[\s\S])/iy;
const BRACKET = /\[((?:\\[\s\S]|[^\]\\])*)\]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y;
/** A word ends here, by `\b` or by what may not follow. */
const WORD_ENDS = /^(?:\\b|\(\?!(?:\\w|\[[^^\]]*\\w[^\]]*\])\))/;
const EDGE_AHEAD = 20;
const GROUP = /\((?:\?(?::|=|!|<=|<!|<[^=!>][^>]*>))?/y;

/** Reads a source from its start; throws on what it does not know. */
const reader = (source: string) => {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source) ?? undefined;
    if (found) at += found[0].length;
    return found;
  };

  const escaped = (): Part => {
    const written = take(ESCAPE)?.[0] ?? '';
    if (written === '\\b') return AT_EDGE;
    if (written === '\\B') return EMPTY;
    const character = written.slice(1);
    return LITERAL_ESCAPES.includes(character) ? { strings: [character], need: undefined } : UNKNOWN;
  };

  /** A look to either side needs nothing; one that bars letters says that a word ends there. */
  const lookaround = (opening: string, from: number): Part => {
    choices(false, false);
    at++;
    return /^\(\?<?!$/.test(opening) && /^\[[^^\]]*\\w[^\]]*\]$|^\\w$/.test(source.slice(from, at - 1))
      ? AT_EDGE
      : EMPTY;
  };

  /** An edge right before or behind a group is one of each of its choices. */
  const group = (edgeBefore: boolean, edgeAfter: boolean): Part => {
    const opening = take(GROUP)?.[0] ?? '';
    const from = at;
    if (/^\(\?<?[=!]$/.test(opening)) return lookaround(opening, from);
    let inner = choices(edgeBefore, false);
    at++;
    const rest = source.slice(at, at + EDGE_AHEAD);
    if (WORD_ENDS.test(rest) || (edgeAfter && /^(?:[|)]|$)/.test(rest))) {
      at = from;
      inner = choices(edgeBefore, true);
      at++;
    }
    return inner;
  };

  const atom = (edgeBefore: boolean, edgeAfter: boolean): Part => {
    const character = source.charAt(at);
    if (character === '(') return group(edgeBefore, edgeAfter);
    if (character === '\\') return escaped();
    if (character === '[') {
      const letters = listed(take(BRACKET)?.[1] ?? '');
      return letters ? { strings: letters, need: undefined } : UNKNOWN;
    }
    at++;
    if (character === '^' || character === '$') return EMPTY;
    // typographic marks, "*" and "_" are others in plain letters
    if (/[._*]|[^\x20-\x7e]/.test(character)) return UNKNOWN;
    return { strings: [character], need: undefined };
  };

  const quantified = (edgeBefore: boolean, edgeAfter: boolean): Part => {
    const part = atom(edgeBefore, edgeAfter);
    const found = take(QUANTIFIER);
    if (!found) return part;
    const [, mark, least, comma, most] = found;
    if (mark !== undefined) return repeated(part, mark === '+' ? 1 : 0, mark === '?' ? 1 : Number.POSITIVE_INFINITY);
    return repeated(
      part,
      Number(least),
      comma === undefined ? Number(least) : Number(most || Number.POSITIVE_INFINITY),
    );
  };

  function choices(edgeBefore: boolean, edgeAfter: boolean): Part {
    const branches: Part[] = [];
    for (;;) {
      const parts: Part[] = edgeBefore ? [AT_EDGE] : [];
      while (at < source.length && source[at] !== '|' && source[at] !== ')')
        parts.push(quantified(parts.findLast(part => part !== EMPTY) === AT_EDGE, edgeAfter));
      branches.push(sequence(edgeAfter ? [...parts, AT_EDGE] : parts));
      if (source[at] !== '|') return choice(branches);
      at++;
    }
  }

  return { read: () => choices(false, false) };
};

/**
 * What a text must hold so that the pattern can match it, read out of the pattern itself (as RE2's FilteredRE2 does; see
 * also R. Cox, "Regular Expression Matching with a Trigram Index", 2012). Too little may be known, never too much.
 */
export const neededBy = (pattern: RegExp): Need =>
  // by the rules of Unicode "ſ" is an "s" in any case
  pattern.ignoreCase && pattern.unicode ? undefined : needOf(reader(pattern.source).read());
