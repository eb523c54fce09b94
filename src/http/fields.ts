import type { Store } from '#db';
import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';

/** Members of an incident that can be asked for by themselves. */
export const INCIDENT_FIELDS = [
  'id',
  'title',
  'summary',
  'status',
  'retailer',
  'known',
  'firstReportedAt',
  'lastReportedAt',
  'attackTypes',
  'actors',
  'dataTaken',
  'dataNotTaken',
  'services',
  'articles',
  'publishers',
  'events',
] as const satisfies readonly (keyof IncidentSummary)[];
export type IncidentField = (typeof INCIDENT_FIELDS)[number];

/** What can be had together with an incident. */
export const INCLUDES = ['timeline', 'related'] as const;
export type Include = (typeof INCLUDES)[number];

/** An incident with only the members that are asked for; its id always stays. */
export const onlyFields = (summary: IncidentSummary, fields: readonly IncidentField[] | undefined): object => {
  if (fields === undefined) return summary;
  const kept = new Set<string>(['id', ...fields]);
  return Object.fromEntries(Object.entries(summary).filter(([name]) => kept.has(name)));
};

/** The timelines of incidents that are there. */
export const timelinesOf = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Timeline>> => {
  const found = await Promise.all(ids.map(async id => [id, await store.getTimeline(id)] as const));
  return new Map(
    found.flatMap(([id, one]) =>
      one !== undefined && 'found' in one ? [[id, JSON.parse(one.found.json) as Timeline] as const] : [],
    ),
  );
};
