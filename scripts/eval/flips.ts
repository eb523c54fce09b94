import type { Fact, Field } from './labels.ts';
import { SAME } from './same.ts';

/** A fact under its victim's key. */
export interface Placed {
  readonly victim: string;
  readonly fact: Fact;
}

/** A fact of a label, and the fact that was read for it, where there is one. */
export interface Pair {
  readonly field: Field;
  readonly victim: string;
  readonly gold: Fact;
  readonly read?: Fact;
}

/** Attacks and actors denied but told as asserted, or the reverse, where the label does not have both. */
export const deniedFlips = (pairs: readonly Pair[], gold: readonly Placed[]): number =>
  pairs.filter(({ field, victim, gold: fact, read }) => {
    if (!read || (field !== 'attack' && field !== 'actors')) return false;
    if ((fact.certainty === 'denied') === (read.certainty === 'denied')) return false;
    return !gold.some(
      other => other.victim === victim && SAME[field](other.fact, fact) && other.fact.certainty === read.certainty,
    );
  }).length;

/** Data said not to be taken but told as taken, or the reverse, where the label does not have both. */
export const polarityFlips = (gold: readonly Placed[], read: readonly Placed[]): number =>
  gold.filter(({ victim, fact }) => {
    const other = fact.polarity === 'taken' ? 'not-taken' : 'taken';
    const has = (list: readonly Placed[]) =>
      list.some(one => one.victim === victim && one.fact.type === fact.type && one.fact.polarity === other);
    return has(read) && !has(gold);
  }).length;
