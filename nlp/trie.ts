import type { Token } from './types.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: T[];
}

/** A run of tokens that is a known name; `first` and `last` are positions among the tokens given. */
export interface TrieMatch<T> {
  readonly values: readonly T[];
  readonly first: number;
  readonly last: number;
  /** Whether the last token carried a possessive `'s` that is not part of the name. */
  readonly possessive: boolean;
}

/** A look-up of many token sequences at once: the time does not depend on how many there are. */
export interface Trie<T> {
  add(words: readonly string[], value: T): void;
  /** Longest matches from left to right, none overlapping another. */
  matches(tokens: readonly Token[]): readonly TrieMatch<T>[];
}

const bare = (norm: string): string | undefined =>
  norm.endsWith("'s") ? norm.slice(0, -2) : norm.endsWith("'") && norm.length > 1 ? norm.slice(0, -1) : undefined;

const node = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** Makes an empty trie. Words are compared with `Token.norm`. */
export const createTrie = <T>(): Trie<T> => {
  const root = node<T>();

  const longestAt = (tokens: readonly Token[], first: number): TrieMatch<T> | undefined => {
    let here = root;
    let found: TrieMatch<T> | undefined;
    for (let at = first; at < tokens.length; at++) {
      const norm = tokens[at]?.norm ?? '';
      const stem = bare(norm);
      const owner = stem === undefined ? undefined : here.next.get(stem);
      if (owner && owner.values.length > 0) found = { values: owner.values, first, last: at, possessive: true };
      const step = here.next.get(norm);
      if (!step) break;
      here = step;
      if (here.values.length > 0) found = { values: here.values, first, last: at, possessive: false };
    }
    return found;
  };

  return {
    add(words, value) {
      let here = root;
      for (const word of words) {
        const step = here.next.get(word) ?? node<T>();
        here.next.set(word, step);
        here = step;
      }
      if (!here.values.includes(value)) here.values.push(value);
    },
    matches(tokens) {
      const all: TrieMatch<T>[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const match = longestAt(tokens, at);
        if (!match) continue;
        all.push(match);
        at = match.last;
      }
      return all;
    },
  };
};
