export { analyses, articles, claims, localIncidents, revisions } from './articles.ts';
export { decisions, idAssignments, migrations, relinkMarks } from './decisions.ts';
export { incidentAliases, incidentLinks, incidents, timelines } from './incidents.ts';
export { fetches, items, sourceState, sources } from './sources.ts';
export { CHECKED_COLUMNS } from './vocabularies.ts';
