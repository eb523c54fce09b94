import { type Cluster, gapOf } from './cluster.ts';
import type { Span, Traits } from './traits.ts';

/** One thing that speaks for (above 0) or against (below 0) two reports telling of one incident. */
export interface Evidence {
  /** In steps of about a factor of e: 1 makes it some three times likelier. */
  readonly weight: number;
  readonly reason: string;
}

/** A month that is told without saying of what counts half. */
const TOLD = 0.5;
/** A month that is told of nothing: no harm, no method, nobody who did it. */
const TOLD_OF_NOTHING = 1.25;
const IN_THE_NEWS = 0.5;

/** What months between two stated onsets are worth: the last step holds for all that is further. */
const GAP = [3, 2, 1, 0.5, -0.5, -1] as const;
const FAR = -2;
const YEAR_APART = -3;

/** How old an incident is when a report without a date appears, in months at most, and what that is worth. */
const AGES: readonly (readonly [number, number])[] = [
  [1, 2],
  [3, 1.5],
  [6, 0.5],
  [12, 0],
  [24, -0.5],
  [36, -1],
];
const OLDER = -2;
const NOT_YET = -4;
/** Months for which an incident is in the news. */
const NEWS_LIFE = 3;

/** How a report that dates nothing reads: as news of a new attack (below 0), or as one that follows an old one. */
const NEWS_OF_HARM = -1.25;
const MERE_NEWS = 0.25;
const LOOKS_BACK = 2.5;
const LOOKS_BACK_ON_HARM = 1.25;
const AFTERMATH = 1;

const isYear = ({ first, last }: Span): boolean => last - first >= 11;
const monthOf = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const spanText = (span: Span): string => {
  if (isYear(span)) return String(Math.floor(span.first / 12));
  return span.first === span.last ? monthOf(span.first) : `${monthOf(span.first)} to ${monthOf(span.last)}`;
};
const months = (count: number): string => `${count} month${count === 1 ? '' : 's'}`;

/** What the months between two stated onsets are worth. */
export const gapWeight = (a: Span, b: Span): number => {
  const gap = gapOf(a, b);
  if (gap >= 12) return YEAR_APART;
  if (gap > 0 && (isYear(a) || isYear(b))) return -1;
  return GAP[gap] ?? FAR;
};

/** What the months in which two things began are worth. */
const fromMonths = (own: Span, other: Span, factor: number): Evidence => {
  const gap = gapOf(own, other);
  const reason =
    gap === 0
      ? `dated ${spanText(own)}, as the others are`
      : `dated ${spanText(own)}, ${months(gap)} from ${spanText(other)}`;
  return { weight: gapWeight(own, other) * factor, reason };
};

const ageWeight = (age: number): number => AGES.find(([most]) => age <= most)?.[1] ?? OLDER;

/** What the age of an incident is worth to a report that dates nothing. */
const fromAge = (reported: number, looksBack: boolean, { span, dated }: Cluster): Evidence => {
  const early = span.first - reported;
  if (early > 0) {
    const reason = `reported in ${monthOf(reported)}, before ${spanText(span)}`;
    // Where nobody dates the beginning, earlier news may simply be the first.
    if (!dated && !looksBack && early <= NEWS_LIFE) return { weight: ageWeight(early), reason };
    return { weight: early > 1 ? NOT_YET : 0, reason };
  }
  const age = Math.max(0, reported - span.last);
  return {
    weight: ageWeight(age),
    reason: age === 0 ? 'reported when it was new' : `reported ${months(age)} after it`,
  };
};

const reading = ({ dating, telling, aftermath }: Traits): Evidence => {
  const base =
    dating === 'backward'
      ? { weight: telling ? LOOKS_BACK_ON_HARM : LOOKS_BACK, reason: 'looks back on something that was known' }
      : { weight: telling ? NEWS_OF_HARM : MERE_NEWS, reason: telling ? 'reads as news of its own' : 'tells no harm' };
  return aftermath ? { weight: base.weight + AFTERMATH, reason: 'tells of what came after' } : base;
};

/** What a report's own time says of its belonging to an incident: a stated month, a told one, or only when it appeared. */
export const fromTime = (own: Traits, cluster: Cluster): readonly Evidence[] => {
  const { span } = cluster;
  if (own.dating === 'stated') return [fromMonths(own.span, span, 1)];
  if (own.dating === 'told') {
    const age = own.reported === undefined ? undefined : own.reported - span.last;
    const inNews = age !== undefined && age >= -1 && age <= NEWS_LIFE;
    const told = fromMonths(own.span, span, TOLD);
    return [
      told,
      ...(inNews ? [{ weight: IN_THE_NEWS, reason: 'reported while it was in the news' }] : []),
      ...(own.telling ? [] : [{ weight: TOLD_OF_NOTHING, reason: 'tells no harm' }]),
    ];
  }
  return [fromAge(own.reported ?? own.span.last, own.dating === 'backward', cluster), reading(own)];
};
