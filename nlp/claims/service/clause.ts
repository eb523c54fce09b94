import type { Noun } from './nouns.ts';
import type { Word } from './words.ts';

/** A sentence with the services in it. */
export interface Clause {
  readonly words: readonly Word[];
  readonly nouns: readonly Noun[];
  /** For each word the noun phrase in which it stands. */
  readonly owner: readonly (Noun | undefined)[];
}

/** A sentence's words with the services that they name. */
export const clauseOf = (words: readonly Word[], nouns: readonly Noun[]): Clause => {
  const owner: (Noun | undefined)[] = new Array(words.length).fill(undefined);
  for (const noun of nouns) for (let i = noun.from; i < noun.to; i++) owner[i] = noun;
  return { words, nouns, owner };
};

/** The word at a place; none beyond the ends. */
export const wordAt = (clause: Clause, at: number): string => clause.words[at]?.word ?? '';
