import { randomBytes, randomUUID } from 'node:crypto';
import type { Delivery, Subscription } from '#domain/subscription.ts';
import type { Call, Handler, Services } from '../answer.ts';
import { type Member, matchingMember, optional, readMembers, textMember } from '../body.ts';
import { filterMember, filterOf, savedFilter } from '../filter-body.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { deskOf, keyOf, made, missing, own, ownList } from './desk-call.ts';

const WEBHOOK = {
  url: matchingMember(/^https?:\/\/\S{1,2000}$/i, 'an address that begins with https://'),
  filter: optional(filterMember),
  description: optional(textMember(200)),
} as const;

const yesOrNo: Member<boolean> = {
  read: value => (typeof value === 'boolean' ? value : undefined),
  allowed: ['true', 'false'],
};

const publicWebhook = (subscription: Subscription) => {
  const { id, target, query, description, state, reason, createdAt, failingSince } = subscription;
  return {
    id,
    url: target,
    filter: filterOf(query),
    ...(description === undefined ? {} : { description }),
    state,
    ...(reason === undefined ? {} : { reason }),
    createdAt,
    ...(failingSince === undefined ? {} : { failingSince }),
  };
};

const publicDelivery = ({ id, state, createdAt, nextAt, finishedAt, attempts, seq }: Delivery) => ({
  id,
  test: seq === undefined,
  state,
  createdAt,
  ...(nextAt === undefined ? {} : { nextAt }),
  ...(finishedAt === undefined ? {} : { finishedAt }),
  attempts,
});

/** The webhook in the path, where the caller may see it: its owner, or an admin. Throws AppError `not-found`. */
const webhookIn = async (call: Call, services: Services): Promise<Subscription> => {
  const key = keyOf(call);
  const found = await deskOf(services).push.getSubscription(call.params.id ?? '');
  const isSeen = found?.subscription.owner === key.id || key.scope === 'admin';
  if (found?.subscription.channel !== 'webhook' || !isSeen) throw missing('webhook', '/v1/webhooks');
  return found.subscription;
};

/** `POST /v1/webhooks`: the answer is the only one that has the secret. */
export const addWebhook: Handler = async (call, services) => {
  const { push, messenger } = deskOf(services);
  const { url, filter = {}, description } = readMembers(call.body, WEBHOOK);
  messenger.checkTarget(url);
  const saved = savedFilter(filter);
  const subscription = {
    id: `whk_${randomUUID().replaceAll('-', '').slice(0, 20)}`,
    owner: keyOf(call).id,
    channel: 'webhook',
    target: url,
    query: saved.query,
    ...(description === undefined ? {} : { description }),
    secret: `whsec_${randomBytes(32).toString('base64')}`,
    state: 'active',
    createdAt: new Date().toISOString(),
  } as const;
  await push.subscribe(subscription, saved.filter);
  const { secret } = subscription;
  return made({ ...publicWebhook({ ...subscription, seen: 0 }), secret }, `/v1/webhooks/${subscription.id}`, services);
};

/** `GET /v1/webhooks`: one's own; an admin's key lists all. */
export const listWebhooks: Handler = async (call, services) => {
  const key = keyOf(call);
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  const owner = key.scope === 'admin' ? {} : { owner: key.id };
  const found = await deskOf(services).push.listSubscriptions({ channel: 'webhook', ...owner }, page);
  return ownList({ ...found, items: found.items.map(publicWebhook) }, call, services);
};

/** `GET /v1/webhooks/{id}` */
export const getWebhook: Handler = async (call, services) =>
  own(publicWebhook(await webhookIn(call, services)), services);

/** `PATCH /v1/webhooks/{id}`: switched on again, it goes on with what it missed. */
export const changeWebhook: Handler = async (call, services) => {
  const { active } = readMembers(call.body, { active: yesOrNo });
  const { id } = await webhookIn(call, services);
  await deskOf(services).push.setState(id, active ? 'active' : 'disabled', active ? undefined : 'Switched off.');
  return own(publicWebhook(await webhookIn(call, services)), services);
};

/** `DELETE /v1/webhooks/{id}`: with the log of its deliveries. */
export const removeWebhook: Handler = async (call, services) => {
  const { id } = await webhookIn(call, services);
  await deskOf(services).push.unsubscribe(id);
  return { kind: 'nothing' };
};

/** `POST /v1/webhooks/{id}/test`: 202, a test message stands in the queue. */
export const testWebhook: Handler = async (call, services) => {
  readMembers(call.body, {});
  const { push } = deskOf(services);
  const { id } = await webhookIn(call, services);
  const delivery = `msg_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await push.addTest(delivery, id, new Date().toISOString());
  const found = await push.getDelivery(delivery);
  if (found === undefined) throw missing('webhook', '/v1/webhooks');
  return { ...own(publicDelivery(found), services), status: 202 };
};

/** `GET /v1/webhooks/{id}/deliveries`: the log of the last 30 days, the newest first. */
export const listDeliveries: Handler = async (call, services) => {
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  const { id } = await webhookIn(call, services);
  const found = await deskOf(services).push.listDeliveries(id, page);
  return ownList({ ...found, items: found.items.map(publicDelivery) }, call, services);
};
