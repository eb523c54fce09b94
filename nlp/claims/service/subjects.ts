import { type Clause, wordAt } from './clause.ts';
import { isStop } from './heads.ts';
import { listTo } from './lists.ts';
import type { Noun } from './nouns.ts';
import { stateVerb } from './verbs.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, isMark, PREPOSITIONS, QUANTITIES, setOf, TRANSPARENT } from './words.ts';

const COMPLEMENT = setOf('of in at on for to across via with through from by');

/** The head of "deliveries to shops": deliveries; of "customers of the website": nothing of a service. */
const headOf = (clause: Clause, noun: Noun): Noun | undefined => {
  const before = wordAt(clause, noun.from - 1);
  if (!COMPLEMENT.has(before)) return noun;
  const outer = clause.owner[noun.from - 2];
  if (outer) return headOf(clause, outer);
  const word = wordAt(clause, noun.from - 2);
  if (TRANSPARENT.has(word) || QUANTITIES.has(word) || /^\d/.test(word)) return noun;
  // "purchases via the app"
  if (
    /^(?:via|on|through|in)$/.test(before) &&
    /^(?:purchases|orders|sales|shopping|payments|transactions|ordering)$/.test(word)
  )
    return noun;
  // "Of its stores, 40 …", "with its website down"
  if (before === 'with' || before === 'by' || before === 'for' || before === 'from' || noun.from === 1)
    return before === 'with' ? noun : undefined;
  return before === 'to' && /^(?:due|led|leading|access|back)$/.test(word) ? noun : undefined;
};

const CATENATIVE = setOf(
  'began begins begun started starts continue continued continues expected managed appeared appears appear seem seems',
);

/** "Shops were FORCED to close". */
const FORCED = setOf('forced obliged compelled made');

/** "Systems USED by staff became unavailable". */
const USED_BY = setOf('used run operated hosted managed owned relied shared needed required provided');

/** "Its servers, which run the tills, crashed": the servers. */
const beforeInsertion = (clause: Clause, inside: Noun): Noun | undefined => {
  for (let i = inside.from - 1; i >= 0 && inside.from - i < 9; i--)
    if (wordAt(clause, i) === ',') return clause.owner[i - 1];
  return undefined;
};

/** The services of which what begins at `at` is said, as the last words before it that can be its subject. */
export const subjectsBefore = (clause: Clause, at: number, reach = 17): readonly Noun[] => {
  let commas = 0;
  let nearest: Noun | undefined;
  for (let i = at - 1; i >= 0 && at - i <= reach + 8; i--) {
    const noun: Noun | undefined = clause.owner[i];
    if (noun) {
      nearest = noun;
      break;
    }
    const word = wordAt(clause, i);
    if (i === at - 1 && wordAt(clause, i - 1) !== 'by' && /^(?:those|anyone|people|customers|individuals)$/.test(word))
      return [];
    if (AUXILIARIES.has(word) || isAdverb(word) || DETERMINERS.has(word)) continue;
    if (word === 'which' || (word === 'that' && wordAt(clause, i - 1) !== 'said')) {
      if (clause.owner[i - 1] || (wordAt(clause, i - 1) === ',' && clause.owner[i - 2])) continue;
      return [];
    }
    if (word === ',') {
      if (++commas > 2) return [];
      continue;
    }
    if (at - i > reach) return [];
    if (word === 'and' || word === 'or') {
      // "cancelled and rescheduled"
      if (stateVerb(wordAt(clause, i - 1))) continue;
      return [];
    }
    if (PREPOSITIONS.has(word) || /^\d/.test(word)) continue;
    if (stateVerb(word)) {
      if (/^(?:and|or)$/.test(wordAt(clause, i + 1))) continue;
      return [];
    }
    // "have since reopened"
    if (word === 'since' && AUXILIARIES.has(wordAt(clause, i - 1))) continue;
    if (FORCED.has(word) && wordAt(clause, i + 1) === 'to') continue;
    if (CATENATIVE.has(word) && wordAt(clause, i + 1) === 'to') continue;
    if (USED_BY.has(word) && /^(?:by|in|for|at|on)$/.test(wordAt(clause, i + 1)) && clause.owner[i - 1]) continue;
    if (isStop(word)) return [];
    const listed = listedBehind(clause, i);
    if (listed !== undefined) {
      i = listed;
      continue;
    }
    // a noun of something else right before the verb is the subject, unless a preposition makes it a complement
    if (!isComplement(clause, i)) return [];
  }
  const inserted = nearest !== undefined && wordAt(clause, nearest.from - 1) === 'including';
  const subject = nearest && (commas === 1 || inserted) ? beforeInsertion(clause, nearest) : nearest;
  if (!subject) return [];
  const head = headOf(clause, subject);
  return head ? listTo(clause, head) : [];
};

/** "Websites and CHANNELS": the word that lists it behind a service. */
const listedBehind = (clause: Clause, at: number): number | undefined => {
  for (let i = at - 1; i >= 0 && at - i < 4; i--) {
    const word = wordAt(clause, i);
    if (word === 'and' || word === '&' || word === 'or') return clause.owner[i - 1] ? i : undefined;
    if (isStop(word) || isMark(word)) return undefined;
  }
  return undefined;
};

/** Whether a word stands in a phrase that a preposition opens behind a service: "stores in the NORTH". */
const isComplement = (clause: Clause, at: number): boolean => {
  for (let i = at - 1; i >= 0 && at - i < 8; i--) {
    const word = wordAt(clause, i);
    if (clause.owner[i]) return false;
    if (PREPOSITIONS.has(word)) return true;
    if (isStop(word) && word !== ',') return false;
  }
  return false;
};
