import type { RelatedCandidate, Resolved, Store } from '#db';
import type { Relation } from '#domain/related.ts';
import type { Timeline } from '#domain/timeline.ts';
import { factsOf, type RelatedFacts, relationsOf } from '#incidents/related.ts';

/** Of an incident that shares no article, the summary tells all that can relate it. */
const candidateFacts = ({ summary, timeline }: RelatedCandidate): RelatedFacts =>
  timeline ? factsOf(timeline) : { summary, through: [], joint: new Set() };

/** Incidents that have to do with one and are not the same: campaigns, suppliers, joint statements. */
export const relatedTo = async (store: Store, id: string): Promise<Resolved<readonly Relation[]>> => {
  const own = await store.getTimeline(id);
  if (own === undefined || !('found' in own)) return own;
  const facts = factsOf(JSON.parse(own.found.json) as Timeline);
  const candidates = await store.relatedCandidates(own.found.id, [...facts.joint]);
  return { found: relationsOf(facts, candidates.map(candidateFacts)) };
};
