import { type Clause, wordAt } from './clause.ts';
import { isStop } from './heads.ts';
import type { Noun } from './nouns.ts';
import { stateVerb } from './verbs.ts';
import { DETERMINERS, isAdverb, isMark, OTHER_VERBS, QUANTITIES, setOf, TRANSPARENT } from './words.ts';

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
      (SKIPPED.has(word) ||
        ((word === 'or' || word === 'and') &&
          (HANDLING.test(next) || clause.owner[i + 1]?.doing || next === 'from'))) &&
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
