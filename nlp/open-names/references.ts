import { type Classed, ENDS, isLower, type Side, sideOf, wordOf } from './classed.ts';
import type { WordClass } from './lexicon.ts';

/** What a sentence calls its subject without a name ("the retailer", "this bank"), and what it has ("its shops"). */
export interface References {
  readonly called: readonly Side[];
  readonly has: readonly Side[];
}

const POINTING: ReadonlySet<string> = new Set(['the', 'this']);
const OWNING: ReadonlySet<string> = new Set(['its', 'their', 'our']);
/** Words that a noun phrase has at most after its article. */
const LONGEST = 4;

interface Phrase {
  readonly classes: readonly (WordClass | undefined)[];
  readonly head: WordClass | undefined;
  readonly word: string;
}

/** The noun phrase that begins behind an article or a possessive pronoun. */
const phraseAt = ({ sentence: { tokens }, classes }: Classed, from: number): Phrase => {
  let to = from;
  for (; to < from + LONGEST; to++) {
    const token = tokens[to];
    if (!isLower(token) || ENDS.has(wordOf(token))) break;
    const over = !isLower(tokens[to + 1]) || token?.norm.endsWith('s');
    if (over || (classes[to] !== undefined && classes[to + 1] === undefined)) {
      to++;
      break;
    }
  }
  const found = classes.slice(from, to);
  return { classes: found, head: found.at(-1), word: wordOf(tokens[to - 1]) };
};

const sideOfPhrase = ({ classes, head, word }: Phrase): Side | undefined => {
  if (head === undefined) return undefined;
  // "the chain" alone is nearly always one of shops
  if (head === 'scene' || (word === 'chain' && !classes.includes('other'))) return 'shop';
  return sideOf(classes);
};

/** Reads the references of a sentence. */
export const referencesIn = (here: Classed): References => {
  const called: Side[] = [];
  const has: Side[] = [];
  here.sentence.tokens.forEach(({ norm }, at) => {
    if (!POINTING.has(norm) && !OWNING.has(norm)) return;
    const phrase = phraseAt(here, at + 1);
    const side = sideOfPhrase(phrase);
    if (side === undefined) return;
    if (OWNING.has(norm)) has.push(side);
    else if (phrase.head !== 'scene' && phrase.head !== 'elsewhere') called.push(side);
  });
  return { called, has };
};
