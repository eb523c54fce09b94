/** The pages: server-rendered, complete without scripts. Everything here is a pure function of what it is given. */
export { findAsset } from './assets.ts';
export { renderIncident } from './incident.ts';
export { renderIncidentList } from './incident-list.ts';
export { renderProblem } from './problem.ts';
