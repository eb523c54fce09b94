export { analyses, articles, claims, localIncidents, revisions, sightings } from './articles.ts';
export { decisionMatches, decisions, idAssignments, migrations, relinkMarks } from './decisions.ts';
export {
  apiKeys,
  attempts,
  audit,
  changeCounter,
  changes,
  deliveries,
  idempotency,
  subscriptions,
  told,
} from './desk.ts';
export {
  incidentAliases,
  incidentArticles,
  incidentLinks,
  incidents,
  incidentTombstones,
  timelines,
} from './incidents.ts';
export { incidentFacts, incidentMoves, incidentNames, incidentTexts, incidentUpdates } from './reads.ts';
export { correctionRequests } from './requests.ts';
export { fetches, hostTurns, items, sourceState, sources } from './sources.ts';
export { CHECKED_COLUMNS } from './vocabularies.ts';
