import type { Service, ServiceState } from '#domain/vocabulary.ts';
import type { Clause } from './clause.ts';
import type { Noun } from './nouns.ts';
import { AUXILIARIES, isAdverb } from './words.ts';

/** A service said to be in a state; offsets into the plain sentence, from the first to the last of the words that say so. */
export interface StatedService {
  readonly service: Service;
  readonly state: ServiceState;
  readonly start: number;
  readonly end: number;
  /** Where the service's own name stands. */
  readonly at: number;
  /** "Affected", of what a theft of data also affects: says something only where it is denied. */
  readonly faint?: boolean;
  /** The words themselves hold what denies it ("unable to", "was not affected"): no negation around them counts again. */
  readonly settled?: boolean;
}

/** What a predicate says: of which services, and from which word to which. */
export interface Said {
  readonly nouns: readonly Noun[];
  readonly state: ServiceState;
  readonly from: number;
  readonly to: number;
  readonly faint?: boolean;
  readonly settled?: boolean;
}

const NOT = new Set(
  "not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't neither nor".split(
    ' ',
  ),
);
const PASSED = new Set('any way in to able have affected been be yet'.split(' '));

/** Words that stand between the subject and the word at `at`, its helpers, from the nearest back. */
export const helpersBefore = (clause: Clause, at: number): readonly string[] => {
  const found: string[] = [];
  for (let i = at - 1; i >= 0 && at - i < 9; i--) {
    const word = clause.words[i]?.word ?? '';
    if (
      clause.owner[i] ||
      !(
        AUXILIARIES.has(word) ||
        isAdverb(word) ||
        PASSED.has(word) ||
        NOT.has(word) ||
        word === 'longer' ||
        word === 'no' ||
        word === 'unable' ||
        word === 'failed'
      )
    )
      break;
    found.push(word);
  }
  return found;
};

/** Whether the helpers before a predicate deny it: "did not", "were not able to". */
export const isDenied = (helpers: readonly string[]): boolean =>
  // "not only paused deliveries"
  !(helpers.includes('not') && helpers.some(word => /^(?:only|just|merely|simply)$/.test(word))) &&
  helpers.some(word => NOT.has(word) || word === 'unable' || word === 'failed');

export const isNoLonger = (helpers: readonly string[]): boolean => {
  const at = helpers.indexOf('longer');
  return at >= 0 && helpers[at + 1] === 'no';
};

const OPPOSITE: Readonly<Record<ServiceState, ServiceState | undefined>> = {
  suspended: 'unaffected',
  degraded: 'unaffected',
  restored: undefined,
  unaffected: 'suspended',
};

/** What a denial right at the predicate makes of a state. */
export const deniedState = (state: ServiceState, helpers: readonly string[]): ServiceState | undefined =>
  isNoLonger(helpers) ? (state === 'unaffected' ? 'suspended' : 'restored') : OPPOSITE[state];

const DONE_TO = new Set('able began begun begins started managed starting beginning helped'.split(' '));

/** Whether something that came back has done so: not "will resume", "working to restore", "once the site is back". */
export const hasHappened = (clause: Clause, at: number, subject: Noun | undefined): boolean => {
  const word = (i: number): string => clause.words[i]?.word ?? '';
  for (let i = at - 1; i >= 0 && at - i < 7; i--) {
    const before = word(i);
    if (before === 'to' && clause.owner[i] === undefined) {
      let back = i - 1;
      while (isAdverb(word(back))) back--;
      if (DONE_TO.has(word(back))) return true;
      return false;
    }
    if (/^(?:will|would|should|can|could|may|might|must|being|'ll|won't)$/.test(before)) return false;
    if (clause.owner[i] || !(AUXILIARIES.has(before) || isAdverb(before) || before === 'be')) break;
  }
  const first = Math.min(subject?.from ?? at, at);
  for (let i = first - 1; i >= 0 && first - i < 4; i--) {
    const before = word(i);
    if (/^(?:until|till|once|if|before|unless)$/.test(before)) return false;
    if (/^(?:when|after|as|while)$/.test(before))
      return /^(?:was|were|had|have|has|been)$/.test(word(at - 1)) || before === 'after';
  }
  return true;
};
