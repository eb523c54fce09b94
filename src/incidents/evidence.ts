import type { Cluster } from './cluster.ts';
import { type Evidence, fromTime, gapWeight } from './timing.ts';
import type { Figure, Traits } from './traits.ts';

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
const SAME_FIGURE = 0.02;
/** Days by which two statements of one day differ at most. */
const SAME_DAY = 16;
const SAME_WORDS = 0.5;

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
