import type { Handler } from '../answer.ts';
import { getArticle, incidentArticles } from './articles.ts';
import { incidentChanges, listChanges } from './changes.ts';
import { incidentClaims } from './claims.ts';
import { incidentCorrections, listCorrections } from './corrections.ts';
import { listActors, listRetailers } from './entities.ts';
import { incidentExport, listExport } from './exports.ts';
import { getIncident, getTimeline, listIncidents } from './incidents.ts';
import { asset, incidentListPage, incidentPage } from './pages.ts';
import { relatedIncidents } from './related.ts';
import { health, openapi, readiness } from './service.ts';

export interface Route {
  /** `:name` marks a placeholder. */
  readonly path: string;
  readonly get: Handler;
}

/** The programs' door: exactly the paths of `openapi.yaml`. */
export const API_ROUTES: readonly Route[] = [
  { path: '/v1/incidents', get: listIncidents },
  { path: '/v1/incidents.:format', get: listExport },
  { path: '/v1/incidents/:id.:format', get: incidentExport },
  { path: '/v1/incidents/:id', get: getIncident },
  { path: '/v1/incidents/:id/timeline', get: getTimeline },
  { path: '/v1/incidents/:id/articles', get: incidentArticles },
  { path: '/v1/incidents/:id/claims', get: incidentClaims },
  { path: '/v1/incidents/:id/changes', get: incidentChanges },
  { path: '/v1/incidents/:id/corrections', get: incidentCorrections },
  { path: '/v1/incidents/:id/related', get: relatedIncidents },
  { path: '/v1/articles/:id', get: getArticle },
  { path: '/v1/changes', get: listChanges },
  { path: '/v1/corrections', get: listCorrections },
  { path: '/v1/retailers', get: listRetailers },
  { path: '/v1/actors', get: listActors },
  { path: '/healthz', get: health },
  { path: '/readyz', get: readiness },
  { path: '/openapi.yaml', get: openapi },
];

/** The people's door. */
export const PAGE_ROUTES: readonly Route[] = [
  { path: '/', get: incidentListPage },
  { path: '/incidents/:id', get: incidentPage },
  { path: '/assets/:name', get: asset },
];
