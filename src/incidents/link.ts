import type { IdAssignment, IncidentLink, LinkedIncident, LocalIncidentRecord } from '#domain/incident.ts';
import { assignIds } from './assign.ts';
import { isDated, knownOf, monthIndex, startOf } from './known.ts';

/** Reports whose incidents began at most this far apart, chained, tell of one attack. */
const CHAIN_MONTHS = 3;
/** A report that dates nothing belongs to the attack before it, if that is at most this old. */
const FOLLOW_UP_MONTHS = 3;

interface Cluster {
  readonly members: LocalIncidentRecord[];
  first: number;
  last: number;
}

/** What linking one victim yields: its incidents, and the ids that are given for the first time. */
export interface VictimLinks {
  readonly incidents: readonly LinkedIncident[];
  readonly newAssignments: readonly IdAssignment[];
}

const byTimeThenId = (a: LocalIncidentRecord, b: LocalIncidentRecord): number =>
  (a.known < b.known ? -1 : a.known > b.known ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The months with which a new incident begins whatever the distance: an article that tells of two attacks on one victim
 * knows that they are two.
 */
const bordersOf = (records: readonly LocalIncidentRecord[]): readonly number[] => {
  const starts = new Map<string, number[]>();
  for (const record of records) {
    const { articleId } = record.article;
    starts.set(articleId, [...(starts.get(articleId) ?? []), startOf(record)]);
  }
  return [...starts.values()].flatMap(months => {
    const sorted = [...new Set(months)].sort((a, b) => a - b);
    return sorted.slice(1);
  });
};

/** Chains records along the months in which their incidents began. A pure function of the set, whatever its order. */
const chain = (records: readonly LocalIncidentRecord[]): Cluster[] => {
  const borders = bordersOf(records);
  const clusters: Cluster[] = [];
  for (const record of [...records].sort((a, b) => startOf(a) - startOf(b) || byTimeThenId(a, b))) {
    const month = startOf(record);
    const open = clusters.at(-1);
    const divided = open !== undefined && borders.some(border => open.last < border && border <= month);
    if (open && !divided && month - open.last <= CHAIN_MONTHS) {
      open.members.push(record);
      open.last = month;
    } else clusters.push({ members: [record], first: month, last: month });
  }
  return clusters;
};

/** The cluster that a record without a stated month most likely belongs to: same year, else the latest one before. */
const nearest = (clusters: readonly Cluster[], record: LocalIncidentRecord): Cluster | undefined => {
  const year = Number(record.known.slice(0, 4));
  const reported = monthIndex((record.article.publishedAt ?? record.known).slice(0, 7));
  const candidates = clusters.filter(c => Math.floor(c.first / 12) <= year && Math.floor(c.last / 12) >= year);
  const before = candidates.filter(c => c.first <= reported);
  return before.at(-1) ?? candidates[0];
};

/** The attack of which an undated report tells: one whose first dates lie around it, or up to three months before. */
const followUpOf = (clusters: readonly Cluster[], record: LocalIncidentRecord): Cluster | undefined => {
  const month = monthIndex(record.known);
  return clusters.filter(c => c.first <= month + 1 && month - c.last <= FOLLOW_UP_MONTHS).at(-1);
};

const reasonsOf = (record: LocalIncidentRecord, known: string): { score: number; reasons: string[] } => {
  const reasons = [`victim is ${record.victim}`];
  if (record.known === known) return { score: 1, reasons: [...reasons, `became known in ${known}`] };
  if (record.known.length === 4) return { score: 0.7, reasons: [...reasons, `the article says only ${record.known}`] };
  const apart = Math.abs(monthIndex(record.known) - monthIndex(known));
  return {
    score: Math.max(0.5, 0.95 - 0.1 * apart),
    reasons: [
      ...reasons,
      `the article tells of ${record.known}, ${apart} month${apart === 1 ? '' : 's'} from ${known}`,
    ],
  };
};

const linkOf = (record: LocalIncidentRecord, known: string): IncidentLink => ({
  local: record.id,
  articleId: record.article.articleId,
  role: record.role,
  ...reasonsOf(record, known),
});

/**
 * Maps the local incidents of one victim to its incidents, by the months in which they became known.
 *
 * Records that state a date chain into clusters; reports without one follow the attack before them; records that know
 * only the year, and mere mentions, join the nearest cluster. A cluster of mentions alone is no incident: nobody has
 * told anything of it yet. The result depends on the set of records, not on their order.
 *
 * @param records local incidents of one victim, one analysis per article
 * @param assignments the ids given to this victim's incidents so far
 * @param now UTC ISO 8601, the time written into new assignments
 */
export const linkVictim = (
  records: readonly LocalIncidentRecord[],
  assignments: readonly IdAssignment[],
  now: string,
): VictimLinks => {
  const sorted = [...records].sort(byTimeThenId);
  const told = sorted.filter(r => r.role !== 'mention' && r.known.length > 4);
  const clusters = chain(told.filter(isDated));
  const undated = told.filter(record => !isDated(record));
  const fresh: LocalIncidentRecord[] = [];
  for (const record of undated) {
    const earlier = followUpOf(clusters, record);
    if (earlier) earlier.members.push(record);
    else fresh.push(record);
  }
  clusters.push(...chain(fresh));
  clusters.sort((a, b) => a.first - b.first);
  for (const record of sorted.filter(r => r.role !== 'mention' && r.known.length === 4)) {
    const home = nearest(clusters, record);
    if (home) home.members.push(record);
    else {
      const month = monthIndex(record.known);
      clusters.push({ members: [record], first: month, last: month });
      clusters.sort((a, b) => a.first - b.first);
    }
  }
  for (const record of sorted.filter(r => r.role === 'mention')) nearest(clusters, record)?.members.push(record);

  const drafts = clusters.map(({ members }) => {
    const known = knownOf(members);
    const ordered = [...members].sort(byTimeThenId);
    return { known, members: ordered, links: ordered.map(record => linkOf(record, known)) };
  });
  return assignIds(drafts, assignments, now);
};
