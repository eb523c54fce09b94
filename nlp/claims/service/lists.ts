import { type Clause, wordAt } from './clause.ts';
import type { Noun } from './nouns.ts';
import { stateVerb } from './verbs.ts';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONNECTORS,
  DETERMINERS,
  isAdverb,
  OTHER_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  SAYING,
  setOf,
} from './words.ts';

const LISTING = setOf('and or & nor including plus , as like such along both not only but also well');

/** Whether what stands between two services only lists them. */
const lists = (clause: Clause, a: Noun, b: Noun): boolean => {
  if (b.from - a.to > 9) return false;
  let connected = false;
  let strange = 0;
  for (let i = a.to; i < b.from; i++) {
    const word = wordAt(clause, i);
    if (
      CONNECTORS.has(word) ||
      word === ',' ||
      (word === 'well' && wordAt(clause, i + 1) === 'as') ||
      (word === 'such' && wordAt(clause, i + 1) === 'as') ||
      word === 'along' ||
      (word === 'with' && /^(?:along|together)$/.test(wordAt(clause, i - 1)))
    ) {
      connected = true;
      continue;
    }
    if (LISTING.has(word) || DETERMINERS.has(word) || isAdverb(word)) {
      if (word === 'but' && wordAt(clause, i + 1) !== 'also') return false;
      continue;
    }
    if (
      CLAUSE_OPENERS.has(word) ||
      PRONOUNS.has(word) ||
      AUXILIARIES.has(word) ||
      SAYING.has(word) ||
      (OTHER_VERBS.has(word) && !/^(?:including|includes|include)$/.test(word)) ||
      /^[.;:?!-]$/.test(word)
    )
      return false;
    if (stateVerb(word) && !DETERMINERS.has(wordAt(clause, i - 1))) return false;
    if (PREPOSITIONS.has(word)) {
      // "systems across several offices and locations"
      if (!connected && b.service === 'stores') return false;
    } else if (++strange > 4) return false;
  }
  return connected;
};

/** Whether a noun is the subject of a clause of its own: "…, suppliers went back to fax". */
const hasOwnVerb = (clause: Clause, noun: Noun): boolean => {
  let i = noun.to;
  while (isAdverb(wordAt(clause, i))) i++;
  const word = wordAt(clause, i);
  return (
    (AUXILIARIES.has(word) && word !== 'being' && word !== 'having') ||
    (stateVerb(word)?.forms.has('third') ?? false) ||
    /^(?:went|gone|came|began|started|continue[sd]?)$/.test(word)
  );
};

/** A service with those listed behind it. */
export const listFrom = (clause: Clause, first: Noun): readonly Noun[] => {
  const found = [first];
  let at = clause.nouns.indexOf(first);
  for (let next = clause.nouns[at + 1]; next; next = clause.nouns[++at + 1]) {
    const last = found.at(-1) ?? first;
    if (!lists(clause, last, next) || hasOwnVerb(clause, next)) break;
    found.push(next);
  }
  return found;
};

/** A service with those listed before it. */
export const listTo = (clause: Clause, last: Noun): readonly Noun[] => {
  const found = [last];
  for (let at = clause.nouns.indexOf(last); at > 0; at--) {
    const before = clause.nouns[at - 1];
    const first = found[0] ?? last;
    if (!before || !lists(clause, before, first)) break;
    found.unshift(before);
  }
  return found;
};
