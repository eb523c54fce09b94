import { analyze } from './analyze.ts';
import { articleClaims, articleRevisions, getArticle, incidentArticles, listArticles } from './articles.ts';
import { incidentChanges, listChanges } from './changes.ts';
import { citeEvent, citeIncident } from './cite.ts';
import { incidentClaims } from './claims.ts';
import { compare, compareExport } from './compare.ts';
import { incidentCorrections, listCorrections } from './corrections.ts';
import { getActor, getRetailer, listActors, listRetailers } from './entities.ts';
import { getEvent, incidentEvent } from './events.ts';
import { incidentExport, listExport } from './exports.ts';
import { getIncident, getTimeline, listIncidents } from './incidents.ts';
import { relatedIncidents } from './related.ts';
import { resolveName } from './resolve.ts';
import type { Route } from './route.ts';
import { search } from './search.ts';
import { health, openapi, readiness } from './service.ts';
import { incidentSources, listPublishers } from './sources.ts';
import { stats } from './stats.ts';
import { getVocabulary, listVocabularies } from './vocabularies.ts';

export type { Route } from './route.ts';

/** The programs' door: exactly the paths of `openapi.yaml`. */
export const API_ROUTES: readonly Route[] = [
  { path: '/v1/incidents', get: listIncidents, kept: true },
  { path: '/v1/incidents.:format', get: listExport, kept: true },
  { path: '/v1/incidents/:id.:format', get: incidentExport, kept: true },
  { path: '/v1/incidents/:id', get: getIncident, kept: true },
  { path: '/v1/incidents/:id/timeline', get: getTimeline, kept: true },
  { path: '/v1/incidents/:id/articles', get: incidentArticles },
  { path: '/v1/incidents/:id/claims', get: incidentClaims },
  { path: '/v1/incidents/:id/changes', get: incidentChanges },
  { path: '/v1/incidents/:id/corrections', get: incidentCorrections },
  { path: '/v1/incidents/:id/related', get: relatedIncidents, kept: true },
  { path: '/v1/incidents/:id/sources', get: incidentSources, kept: true },
  { path: '/v1/incidents/:id/events/:event', get: incidentEvent, kept: true },
  { path: '/v1/incidents/:id/cite', get: citeIncident },
  { path: '/v1/events/:id', get: getEvent, kept: true },
  { path: '/v1/events/:id/cite', get: citeEvent },
  { path: '/v1/articles', get: listArticles },
  { path: '/v1/articles/:id', get: getArticle },
  { path: '/v1/articles/:id/claims', get: articleClaims },
  { path: '/v1/articles/:id/revisions', get: articleRevisions },
  { path: '/v1/publishers', get: listPublishers },
  { path: '/v1/changes', get: listChanges },
  { path: '/v1/corrections', get: listCorrections },
  { path: '/v1/retailers', get: listRetailers, kept: true },
  { path: '/v1/retailers/:id', get: getRetailer, kept: true },
  { path: '/v1/actors', get: listActors, kept: true },
  { path: '/v1/actors/:id', get: getActor, kept: true },
  { path: '/v1/vocabularies', get: listVocabularies },
  { path: '/v1/vocabularies/:name', get: getVocabulary },
  { path: '/v1/search', get: search, kept: true },
  { path: '/v1/resolve', get: resolveName },
  { path: '/v1/stats', get: stats, kept: true },
  { path: '/v1/compare', get: compare, kept: true },
  { path: '/v1/compare.:format', get: compareExport, kept: true },
  { path: '/v1/analyze', post: analyze },
  { path: '/healthz', get: health },
  { path: '/readyz', get: readiness },
  { path: '/openapi.yaml', get: openapi },
];
