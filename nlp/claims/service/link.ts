import type { Noun } from './nouns.ts';
import { isStop } from './nouns.ts';
import { stateVerb } from './verbs.ts';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONNECTORS,
  DETERMINERS,
  isAdverb,
  isMark,
  OTHER_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  QUANTITIES,
  SAYING,
  setOf,
  TRANSPARENT,
  type Word,
} from './words.ts';

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

const wordAt = (clause: Clause, at: number): string => clause.words[at]?.word ?? '';

/** What is done with the service that follows: "stopped ACCEPTING online orders". */
const HANDLING =
  /^(?:access|us|log|mak|accept|tak|process|reach|receiv|fulfil|fulfill|open|visit|provid|offer|operat|run|runn|plac|send|issu|redeem|buy|sell|check|complet|track|book|print|bring|keep|load|view|schedul|handl|work|manag|submit|start|restart|support|collect|browse|brows|contact|call|enter|connect|get|gett|see|see|serv|stock|resum|continu|buy|edit|find|tak|sign)(?:e|ing|s)?$/;
const BLOCKING = setOf('measures steps action actions care advantage notice responsibility efforts');
const SKIPPED = setOf('in into on onto to out up off down of both all other from its their our');

interface Reach {
  /** How many words that say nothing may stand between. */
  readonly unknown: number;
  /** Verbs may: what people do with the service. */
  readonly verbs: boolean;
}

/** Whether something is done with a service at a word: "access", "placing orders". */
export const isHandling = (clause: Clause, at: number): boolean =>
  clause.owner[at]?.doing === true || HANDLING.test(wordAt(clause, at));

/** The first service at or after `from` with nothing between that would make it another's. */
export const objectAt = (clause: Clause, from: number, { unknown, verbs }: Reach): Noun | undefined => {
  let strange = 0;
  for (let i = from; i < clause.words.length && i - from < 12; i++) {
    const noun = clause.owner[i];
    if (noun) return noun;
    const word = wordAt(clause, i);
    const next = wordAt(clause, i + 1);
    if (isAdverb(word) || DETERMINERS.has(word)) continue;
    if (next === 'of' && (QUANTITIES.has(word) || TRANSPARENT.has(word) || /^\d/.test(word))) {
      i++;
      continue;
    }
    if (TRANSPARENT.has(word)) {
      if (next === 'to' || next === 'at' || next === 'in' || next === 'of') i++;
      continue;
    }
    if (HANDLING.test(word) && (verbs || /ing$/.test(word))) continue;
    if (
      verbs &&
      (SKIPPED.has(word) || ((word === 'or' || word === 'and') && (HANDLING.test(next) || next === 'from'))) &&
      ++strange <= 7
    )
      continue;
    if (word === "'") continue;
    // "its managed services"
    if (OTHER_VERBS.has(word) && word.endsWith('ed') && DETERMINERS.has(wordAt(clause, i - 1))) continue;
    if (BLOCKING.has(word) || isStop(word) || isMark(word)) return undefined;
    if (stateVerb(word) && !DETERMINERS.has(wordAt(clause, i - 1))) return undefined;
    if (next === 'of' || ++strange > unknown) return undefined;
  }
  return undefined;
};

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
const listTo = (clause: Clause, last: Noun): readonly Noun[] => {
  const found = [last];
  for (let at = clause.nouns.indexOf(last); at > 0; at--) {
    const before = clause.nouns[at - 1];
    const first = found[0] ?? last;
    if (!before || !lists(clause, before, first)) break;
    found.unshift(before);
  }
  return found;
};

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
    if (i === at - 1 && /^(?:those|anyone|people|customers|individuals)$/.test(word)) return [];
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
    if (CATENATIVE.has(word) && wordAt(clause, i + 1) === 'to') continue;
    if (isStop(word)) return [];
    const listed = listedBehind(clause, i);
    if (listed !== undefined) {
      i = listed;
      continue;
    }
    // a noun of something else right before the verb is the subject, unless a preposition makes it a complement
    if (!isComplement(clause, i)) return [];
  }
  const subject = commas === 1 && nearest ? beforeInsertion(clause, nearest) : nearest;
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
