import { type Cluster, gapOf } from './cluster.ts';
import type { Figure, Span, Traits } from './traits.ts';

/** One thing that speaks for (above 0) or against (below 0) two reports telling of one incident. */
export interface Evidence {
  /** In steps of about a factor of e: 1 makes it some three times likelier. */
  readonly weight: number;
  readonly reason: string;
}

/*
 * The weights are set by hand, in round steps, after what each thing is worth: a month that is stated says most; an
 * attacker's name, a figure or nearly a headline that is shared outweighs a few months; a method or a name settles a tie.
 */
const SHARED_ACTOR = 1.5;
const SHARED_FIGURE = 2;
const SHARED_METHOD = 0.5;
const SHARED_NAME = 0.25;
const MOST_NAMES = 2;
const SAME_HEADLINE = 2;
/** Exact days of one kind of onset, of which none fits another. */
const OTHER_DAYS = -3;
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

const SAME_FIGURE = 0.02;
/** Days by which two statements of one day differ at most. */
const SAME_DAY = 16;
const SAME_WORDS = 0.5;

const isYear = ({ first, last }: Span): boolean => last - first >= 11;
const monthOf = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const spanText = (span: Span): string => {
  if (isYear(span)) return String(Math.floor(span.first / 12));
  return span.first === span.last ? monthOf(span.first) : `${monthOf(span.first)} to ${monthOf(span.last)}`;
};
const months = (count: number): string => `${count} month${count === 1 ? '' : 's'}`;

const gapWeight = (a: Span, b: Span): number => {
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

/** What a report's own time says: a stated month, a told one, or only when it appeared. */
const fromTime = (own: Traits, cluster: Cluster): readonly Evidence[] => {
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

const shared = (own: ReadonlySet<string>, others: ReadonlyMap<string, number>, least: number): readonly string[] =>
  [...own].filter(word => (others.get(word) ?? 0) >= least).sort();

const isSame = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && Math.abs(a.value - b.value) <= SAME_FIGURE * Math.max(a.value, b.value);

const hasHeadline = (own: Traits, { members }: Cluster): boolean =>
  members.some(other => {
    if (other === own || Math.abs((other.reported ?? 0) - (own.reported ?? 0)) > 1) return false;
    const common = [...own.headline].filter(word => other.headline.has(word)).length;
    return common > 2 && common >= SAME_WORDS * (own.headline.size + other.headline.size - common);
  });

/** Names, figures, methods and words that a report shares with the others. */
const fromContent = (own: Traits, cluster: Cluster): readonly Evidence[] => {
  const least = cluster.members.includes(own) ? 2 : 1;
  const actors = shared(own.actors, cluster.actors, least);
  const methods = shared(own.methods, cluster.methods, least);
  const quoted = shared(own.names, cluster.names, least);
  // A headline writes every word with a capital; what others have as a name inside a sentence is one here too.
  const inHeadline = shared(own.headline, cluster.names, 1).filter(name => !own.names.has(name));
  const names = [...quoted, ...inHeadline].slice(0, MOST_NAMES);
  const figure = own.figures.find(a => cluster.figures.some(b => b.by !== own && isSame(a, b.figure)));
  return [
    ...(actors.length > 0 ? [{ weight: SHARED_ACTOR, reason: `also names ${actors.join(' and ')}` }] : []),
    ...(figure ? [{ weight: SHARED_FIGURE, reason: `has the same figure, ${figure.kind} ${figure.value}` }] : []),
    ...(methods.length > 0 ? [{ weight: SHARED_METHOD, reason: `also tells of ${methods.join(' and ')}` }] : []),
    ...(names.length > 0
      ? [{ weight: SHARED_NAME * names.length, reason: `shares the name ${names.join(' and ')}` }]
      : []),
    ...(hasHeadline(own, cluster) ? [{ weight: SAME_HEADLINE, reason: 'has nearly the same headline' }] : []),
  ];
};

/** What speaks for and against a report telling of an incident. A member of it is compared with the others. */
export const evidenceFor = (own: Traits, cluster: Cluster): readonly Evidence[] => [
  ...fromTime(own, cluster),
  ...fromContent(own, cluster),
];

const differInDays = (a: Traits['days'], b: Traits['days']): boolean => {
  const comparable = a.flatMap(x => b.filter(y => y.what === x.what).map(y => Math.abs(x.day - y.day)));
  return comparable.length > 0 && comparable.every(apart => apart > SAME_DAY);
};

/** How strongly two clusters speak for being one; above 0: they are. */
export const attraction = (a: Cluster, b: Cluster): number => {
  const has = (pick: 'actors' | 'methods'): boolean => [...a[pick].keys()].some(word => b[pick].has(word));
  const figure = a.figures.some(x => b.figures.some(y => isSame(x.figure, y.figure)));
  return (
    gapWeight(a.span, b.span) +
    (differInDays(a.days, b.days) ? OTHER_DAYS : 0) +
    (has('actors') ? SHARED_ACTOR : 0) +
    (has('methods') ? SHARED_METHOD : 0) +
    (figure ? SHARED_FIGURE : 0)
  );
};

/**
 * How much likelier a report that dates nothing looks back on an incident of which more was reported: by the root of
 * the number of its reports. It decides between incidents, never whether a report belongs to one.
 */
export const prominence = (own: Traits, { members }: Cluster): number =>
  own.dating === 'stated' || own.dating === 'told' ? 0 : Math.log(members.length) / 2;

/** The sum of evidence. */
export const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { weight }) => sum + weight, 0);
