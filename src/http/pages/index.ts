import { docsPage, problemPage, problemsPage } from '../routes/docs.ts';
import type { Route } from '../routes/route.ts';
import { aboutPage, sourcesPage } from './about.ts';
import { articlePage } from './article.ts';
import { asset } from './assets.ts';
import { comparePage } from './compare.ts';
import { deskIncidentPage, deskPage, reviewPage } from './desk.ts';
import { deskGiveKey, deskKeysPage, deskRevokeKey } from './desk-keys.ts';
import { deskAddWebhook, deskChangeWebhook, deskWebhooksPage } from './desk-webhooks.ts';
import {
  deskAddSource,
  deskDecision,
  deskRemoveSource,
  deskRestoreSource,
  settleRequest,
  signIn,
  signOut,
} from './desk-writes.ts';
import { embedPage, oembedAnswer } from './embed.ts';
import { actorPage, actorsPage, retailerPage, retailersPage } from './entities.ts';
import { homePage } from './home.ts';
import { incidentPage } from './incident.ts';
import { askForCorrection } from './request.ts';

/** The people's door. */
export const PAGE_ROUTES: readonly Route[] = [
  { path: '/', get: homePage },
  { path: '/incidents/:id', get: incidentPage, kept: true },
  { path: '/incidents/:id/correction-requests', post: askForCorrection, body: 'form' },
  { path: '/compare', get: comparePage, kept: true },
  { path: '/retailers', get: retailersPage, kept: true },
  { path: '/retailers/:id', get: retailerPage, kept: true },
  { path: '/actors', get: actorsPage, kept: true },
  { path: '/actors/:id', get: actorPage, kept: true },
  { path: '/articles/:id', get: articlePage },
  { path: '/sources', get: sourcesPage },
  { path: '/about', get: aboutPage },
  { path: '/embed/:id', get: embedPage, kept: true },
  { path: '/oembed', get: oembedAnswer },
  { path: '/desk', get: deskPage },
  { path: '/desk/review', get: reviewPage },
  { path: '/desk/incidents/:id', get: deskIncidentPage },
  { path: '/desk/webhooks', get: deskWebhooksPage, post: deskAddWebhook, body: 'form' },
  { path: '/desk/webhooks/:id', post: deskChangeWebhook, body: 'form' },
  { path: '/desk/keys', get: deskKeysPage, post: deskGiveKey, body: 'form' },
  { path: '/desk/sign-in', post: signIn, body: 'form' },
  { path: '/desk/sign-out', post: signOut, body: 'form' },
  { path: '/desk/decisions', post: deskDecision, body: 'form' },
  { path: '/desk/requests/:id/settle', post: settleRequest, body: 'form' },
  { path: '/desk/sources', post: deskAddSource, body: 'form' },
  { path: '/desk/sources/:id/remove', post: deskRemoveSource, body: 'form' },
  { path: '/desk/sources/:id/restore', post: deskRestoreSource, body: 'form' },
  { path: '/desk/keys/:id/revoke', post: deskRevokeKey, body: 'form' },
  { path: '/docs', get: docsPage },
  { path: '/docs/problems', get: problemsPage },
  { path: '/docs/problems/:name', get: problemPage },
  { path: '/assets/:name', get: asset },
];
