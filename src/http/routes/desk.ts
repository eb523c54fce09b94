import {
  addEmail,
  askConfirm,
  askUnsubscribe,
  confirm,
  getEmail,
  listEmails,
  removeEmail,
  unsubscribe,
} from './emails.ts';
import { streamChanges } from './news.ts';
import type { Route } from './route.ts';
import { metrics } from './service.ts';
import {
  addWebhook,
  changeWebhook,
  getWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  testWebhook,
} from './webhooks.ts';
import { addArticle, addCorrection, addSource, listSources, listWrites, removeSource } from './writes.ts';

/** What needs a desk: keys, writes and push. */
export const DESK_ROUTES: readonly Route[] = [
  { path: '/v1/sources', get: listSources, post: addSource, needs: { post: 'write' } },
  { path: '/v1/sources/:id', delete: removeSource, needs: { delete: 'write' } },
  { path: '/v1/corrections', post: addCorrection, needs: { post: 'write' } },
  { path: '/v1/articles', post: addArticle, needs: { post: 'write' } },
  { path: '/v1/changes/stream', get: streamChanges },
  { path: '/v1/webhooks', get: listWebhooks, post: addWebhook, needs: { get: 'write', post: 'write' } },
  {
    path: '/v1/webhooks/:id',
    get: getWebhook,
    patch: changeWebhook,
    delete: removeWebhook,
    needs: { get: 'write', patch: 'write', delete: 'write' },
  },
  { path: '/v1/webhooks/:id/test', post: testWebhook, needs: { post: 'write' } },
  { path: '/v1/webhooks/:id/deliveries', get: listDeliveries, needs: { get: 'write' } },
  { path: '/v1/emails', get: listEmails, post: addEmail, needs: { get: 'write', post: 'write' } },
  { path: '/v1/emails/:id', get: getEmail, delete: removeEmail, needs: { get: 'write', delete: 'write' } },
  { path: '/v1/audit', get: listWrites, needs: { get: 'admin' } },
  { path: '/metrics', get: metrics, needs: { get: 'read' } },
];

/** The pages behind the links in letters; `name` is the token. */
export const DESK_PAGES: readonly Route[] = [
  { path: '/mail/confirm/:name', get: askConfirm, post: confirm, body: 'none' },
  { path: '/mail/unsubscribe/:name', get: askUnsubscribe, post: unsubscribe, body: 'none' },
];
