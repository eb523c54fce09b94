/** The pages: server-rendered, complete without scripts. Everything here is a pure function of what it is given. */
export { renderDocs, renderProblemDocs } from './docs.ts';
export { findAsset } from './find-asset.ts';
export { renderIncident } from './incident.ts';
export { renderIncidentList } from './incident-list.ts';
export { renderMailPage } from './mail.ts';
export { renderProblem } from './problem.ts';
