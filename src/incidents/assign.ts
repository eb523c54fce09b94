import type { IdAssignment } from '#domain/incident.ts';
import { INCIDENT_ROLES } from '#domain/vocabulary.ts';
import type { Cluster } from './cluster.ts';
import { knownOf, monthIndex } from './known.ts';
import type { Traits } from './traits.ts';

/** Local incidents of one incident, with the ids that lead to it. */
export interface Draft {
  readonly members: readonly Traits[];
  /** The id that it is served under. */
  readonly id: string;
  /** All ids that lead to it, `id` among them. */
  readonly ids: readonly string[];
}

/** Ids given so far, and those that are given now. */
export interface Register {
  readonly given: readonly IdAssignment[];
  readonly added: readonly IdAssignment[];
}

/** An id whose first article tells of nothing any more still means what became known about then. */
const NEAR_MONTHS = 1;

const knownOfCluster = ({ members }: Pick<Cluster, 'members'>): string => knownOf(members.map(({ record }) => record));

const distance = (a: string, b: string): number => {
  if (a.length === 4 || b.length === 4) return a.slice(0, 4) === b.slice(0, 4) ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(monthIndex(a) - monthIndex(b));
};

const isNamed = (id: string, cluster: Cluster): boolean => id.endsWith(`-${knownOfCluster(cluster)}`);

/** The nearest of several; of those equally near the one that the id names, then the one that has fewest ids. */
const nearest = (
  candidates: readonly { readonly cluster: Cluster; readonly far: number }[],
  id: string,
  held: ReadonlyMap<Cluster, readonly string[]>,
): Cluster | undefined =>
  candidates.toSorted(
    (a, b) =>
      a.far - b.far ||
      Number(isNamed(id, b.cluster)) - Number(isNamed(id, a.cluster)) ||
      (held.get(a.cluster)?.length ?? 0) - (held.get(b.cluster)?.length ?? 0),
  )[0]?.cluster;

/** The cluster that holds the local incident for which an id was given; of several in one article, the nearest in time. */
const holderOf = (
  clusters: readonly Cluster[],
  { id, anchorArticle, anchorKnown }: IdAssignment,
  held: ReadonlyMap<Cluster, readonly string[]>,
): Cluster | undefined => {
  const anchors = clusters.flatMap(cluster =>
    cluster.members
      .filter(({ record }) => record.article.articleId === anchorArticle)
      .map(({ record }) => ({ cluster, far: Math.abs(monthIndex(record.known) - monthIndex(anchorKnown)) })),
  );
  if (anchors.length > 0) return nearest(anchors, id, held);
  const near = clusters
    .map(cluster => ({ cluster, far: distance(knownOfCluster(cluster), anchorKnown) }))
    .filter(({ far }) => far <= NEAR_MONTHS);
  return nearest(near, id, held);
};

/** The member after which an incident is named: one that tells the month that counts, and is about it. */
const anchorOf = (members: readonly Traits[], known: string): Traits | undefined => {
  const rank = ({ record }: Traits): number =>
    (record.known === known ? 0 : INCIDENT_ROLES.length) + INCIDENT_ROLES.indexOf(record.role);
  return members.toSorted((a, b) => rank(a) - rank(b) || (a.record.id < b.record.id ? -1 : 1))[0];
};

const freeId = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
};

const assignment = (id: string, { record }: Traits, now: string): IdAssignment => ({
  id,
  victim: record.victim,
  anchorArticle: record.article.articleId,
  anchorKnown: record.known,
  assignedAt: now,
});

/**
 * A draft with an id that nobody had, `<victim>-<known>`.
 *
 * @param members at least one
 */
export const newDraft = (
  members: readonly Traits[],
  register: Register,
  now: string,
): { readonly draft: Draft; readonly register: Register } | undefined => {
  const known = knownOfCluster({ members });
  const anchor = anchorOf(members, known);
  if (!anchor) return undefined;
  const taken = new Set([...register.given, ...register.added].map(({ id }) => id));
  const id = freeId(`${anchor.record.victim}-${known}`, taken);
  return {
    draft: { members, id, ids: [id] },
    register: { ...register, added: [...register.added, assignment(id, anchor, now)] },
  };
};

/**
 * Gives each cluster the id `<victim>-<known>`. An id once given stays with the incident that holds its anchor: when an
 * earlier report makes an incident older, or two turn out to be one, the former ids lead to the present one.
 */
export const assignIds = (
  clusters: readonly Cluster[],
  given: readonly IdAssignment[],
  now: string,
): { readonly drafts: readonly Draft[]; readonly register: Register } => {
  const held = new Map<Cluster, string[]>();
  const taken = new Map<string, Cluster>();
  for (const one of given.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const cluster = holderOf(clusters, one, held);
    if (!cluster) continue;
    held.set(cluster, [...(held.get(cluster) ?? []), one.id]);
    taken.set(one.id, cluster);
  }
  const known = new Set(given.map(({ id }) => id));
  const added: IdAssignment[] = [];
  const drafts = clusters.flatMap(cluster => {
    const month = knownOfCluster(cluster);
    const anchor = anchorOf(cluster.members, month);
    if (!anchor) return [];
    const ids = held.get(cluster) ?? [];
    const wanted = `${anchor.record.victim}-${month}`;
    const others = new Set([...taken].filter(([, holder]) => holder !== cluster).map(([id]) => id));
    const numbered = ids.find(id => id.startsWith(`${wanted}-`) && others.has(wanted));
    const id = numbered ?? freeId(wanted, others);
    if (!known.has(id)) added.push(assignment(id, anchor, now));
    taken.set(id, cluster);
    return [{ members: cluster.members, id, ids: [...new Set([...ids, id])] }];
  });
  return { drafts, register: { given, added } };
};
