/** The pages: server-rendered, complete without scripts. Everything here is a pure function of what it is given. */
export { renderAbout } from './about.ts';
export { renderArticle } from './article.ts';
export { renderChooser, renderComparison } from './comparison.ts';
export { renderDocs, renderProblemDocs } from './docs.ts';
export { oembed, renderEmbed } from './embed.ts';
export { type EntityKind, renderEntity, renderEntityList } from './entity.ts';
export type { EventFilter } from './event-filter.ts';
export { findAsset } from './find-asset.ts';
export { renderIncident } from './incident.ts';
export { renderIncidentList } from './incident-list.ts';
export type { Site } from './layout.ts';
export { renderMailPage } from './mail.ts';
export { renderProblem } from './problem.ts';
export { renderRequestTaken } from './request-taken.ts';
export { renderSources } from './sources.ts';
