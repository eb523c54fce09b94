import type { Sentence, Token } from '../types.ts';
import { classOf, type WordClass, withoutGenitive } from './lexicon.ts';

/** For or against a shop. */
export type Side = 'shop' | 'other';

/** A sentence with the class of each of its words, if it has one. */
export interface Classed {
  readonly sentence: Sentence;
  readonly classes: readonly (WordClass | undefined)[];
}

/** A word in plain lower case without its genitive. */
export const wordOf = (token: Token | undefined): string => withoutGenitive(token?.norm ?? '');

export const isLower = (token: Token | undefined): boolean => token !== undefined && /^[\p{Ll}\p{N}]/u.test(token.text);

/** No word: a mark of punctuation, or the sentence's end. */
export const isPoint = (token: Token | undefined): boolean => token === undefined || !/^[\p{L}\p{N}]/u.test(token.text);

export const classed = (sentence: Sentence): Classed => ({
  sentence,
  classes: sentence.tokens.map((token, at) => classOf(token.norm, wordOf(sentence.tokens[at - 1]))),
});

/** Words that end a noun phrase. */
export const ENDS: ReadonlySet<string> = new Set(
  `at on of by to for from with in into and or but as than that which who is was are were has have had said says after
  before while when against over through via about between under during since it its their his her be been`.split(
    /\s+/,
  ),
);

export const isOther = (found: WordClass | undefined): boolean => found === 'other' || found === 'elsewhere';

/** What the words of a noun phrase make of its head: a shop by its kind, or by the wares of a firm; something else; or neither. */
export const sideOf = (classes: readonly (WordClass | undefined)[]): Side | undefined => {
  if (classes.includes('shop')) return 'shop';
  if (classes.some(isOther)) return 'other';
  return classes.includes('wares') && classes.includes('firm') ? 'shop' : undefined;
};
