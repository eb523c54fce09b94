import type { Decision } from '#domain/decision.ts';
import type { IdAssignment, LinkedIncident, LocalIncidentRecord } from '#domain/incident.ts';
import { assignIds, type Draft } from './assign.ts';
import { clusterOf } from './cluster.ts';
import { gather } from './gather.ts';
import { knownOf } from './known.ts';
import { linkOf } from './reasons.ts';
import { rule, type Split } from './rulings.ts';
import type { Traits } from './traits.ts';

/** What linking yields: incidents, the ids that are given for the first time, and what became of people's decisions. */
export interface VictimLinks {
  readonly incidents: readonly LinkedIncident[];
  readonly newAssignments: readonly IdAssignment[];
  readonly splits: readonly Split[];
  /** Ids of merges, splits and articles marked as not about an incident that mean nothing that is held. */
  readonly unmatched: readonly string[];
}

const byTimeThenId = ({ record: a }: Traits, { record: b }: Traits): number =>
  (a.known < b.known ? -1 : a.known > b.known ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Most reports name the victim as most people do; of equals the first in the alphabet. */
const incidentOf = (draft: Draft, reasons: ReadonlyMap<string, string>): LinkedIncident[] => {
  const members = draft.members.toSorted(byTimeThenId);
  const cluster = clusterOf(members);
  const records = members.map(({ record }) => record);
  const lead = records.find(({ role }) => role === 'main') ?? records[0];
  if (!lead) return [];
  return [
    {
      id: draft.id,
      formerIds: draft.ids.filter(id => id !== draft.id).sort(),
      victim: lead.victim,
      name: lead.name,
      known: knownOf(records),
      links: members.map(own => linkOf(own, cluster, reasons.get(own.record.id))),
      members: records,
    },
  ];
};

/** Articles that a person marked as not about an incident, with the decision that did. */
const notAboutOne = (decisions: readonly Decision[]): ReadonlyMap<string, string> =>
  new Map(decisions.flatMap(one => (one.kind === 'not-an-incident' ? [[one.article, one.id] as const] : [])));

/**
 * Maps the local incidents of one victim to its incidents, by everything that they tell: when it began, who did it and
 * how, figures, names, headlines; then as people decided. The result depends on the set of records, not on their order.
 *
 * @param records local incidents of one victim, one analysis per article
 * @param assignments the ids given to this victim's incidents so far
 * @param now UTC ISO 8601, the time written into new assignments
 * @param decisions those in force, oldest first (`inForce`)
 */
export const linkVictim = (
  records: readonly LocalIncidentRecord[],
  assignments: readonly IdAssignment[],
  now: string,
  decisions: readonly Decision[] = [],
): VictimLinks => {
  const excluded = notAboutOne(decisions);
  const counted = records.filter(({ article }) => !excluded.has(article.articleId));
  const held = new Set(records.map(({ article }) => article.articleId));
  const named = assignIds(gather(counted), assignments, now);
  const ruled = rule(named.drafts, named.register, decisions, now);
  return {
    incidents: ruled.drafts.flatMap(draft => incidentOf(draft, ruled.reasons)),
    newAssignments: ruled.register.added,
    splits: ruled.splits,
    unmatched: [...ruled.unmatched, ...[...excluded].flatMap(([article, id]) => (held.has(article) ? [] : [id]))],
  };
};
