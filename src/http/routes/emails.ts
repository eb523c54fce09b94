import { randomBytes, randomUUID } from 'node:crypto';
import { CADENCES, type Subscription } from '#domain/subscription.ts';
import { AppError } from '#errors';
import { renderMailPage } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { NEVER_STORE } from '../answer.ts';
import { matchingMember, optional, readMembers, wordMember } from '../body.ts';
import { filterMember, filterOf, savedFilter } from '../filter-body.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { HttpError } from '../problem.ts';
import { deskOf, keyOf, made, missing, own, ownList } from './desk-call.ts';

const EMAIL = {
  address: matchingMember(/^[^\s@<>,;:"()[\]\\]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,63}$/i, 'an e-mail address'),
  cadence: wordMember(CADENCES),
  filter: optional(filterMember),
} as const;

const publicEmail = ({ id, target, query, cadence, state, createdAt }: Omit<Subscription, 'seen'>) => ({
  id,
  address: target,
  cadence,
  filter: filterOf(query),
  state,
  createdAt,
});

/** `POST /v1/emails`: nothing is sent but a question, until the address confirms it. */
export const addEmail: Handler = async (call, services) => {
  const { push, messenger } = deskOf(services);
  if (!messenger.mails)
    throw new HttpError('not-configured', 'This server sends no e-mail; its operator can set RECEIPTS_SMTP_URL.');
  const { address, cadence, filter = {} } = readMembers(call.body, EMAIL);
  const saved = savedFilter(filter);
  const subscription = {
    id: `eml_${randomUUID().replaceAll('-', '').slice(0, 20)}`,
    owner: keyOf(call).id,
    channel: 'email',
    target: address,
    query: saved.query,
    cadence,
    secret: randomBytes(24).toString('base64url'),
    state: 'pending',
    createdAt: new Date().toISOString(),
  } as const;
  await push.subscribe(subscription, saved.filter, messenger.firstDigest(cadence));
  await messenger.askToConfirm(subscription);
  return made(publicEmail(subscription), `/v1/emails/${subscription.id}`, services);
};

const emailIn = async (call: Call, services: Services): Promise<Subscription> => {
  const key = keyOf(call);
  const found = await deskOf(services).push.getSubscription(call.params.id ?? '');
  const isSeen = found?.subscription.owner === key.id || key.scope === 'admin';
  if (found?.subscription.channel !== 'email' || !isSeen) throw missing('e-mail subscription', '/v1/emails');
  return found.subscription;
};

/** `GET /v1/emails`: one's own; an admin's key lists all. */
export const listEmails: Handler = async (call, services) => {
  const key = keyOf(call);
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  const owner = key.scope === 'admin' ? {} : { owner: key.id };
  const found = await deskOf(services).push.listSubscriptions({ channel: 'email', ...owner }, page);
  return ownList({ ...found, items: found.items.map(publicEmail) }, call, services);
};

/** `GET /v1/emails/{id}` */
export const getEmail: Handler = async (call, services) => own(publicEmail(await emailIn(call, services)), services);

/** `DELETE /v1/emails/{id}` */
export const removeEmail: Handler = async (call, services) => {
  const { id } = await emailIn(call, services);
  await deskOf(services).push.unsubscribe(id);
  return { kind: 'nothing' };
};

const bySecret = async (call: Call, services: Services): Promise<Subscription> => {
  const secret = call.params.name ?? '';
  const found = /^[\w-]{32}$/.test(secret) ? await deskOf(services).push.bySecret(secret) : undefined;
  if (found?.subscription.channel === 'email') return found.subscription;
  throw new AppError('not-found', 'This link is not in use: the subscription has ended, or the link was cut off.');
};

const page = (step: Parameters<typeof renderMailPage>[0], { demo, version }: Services): Answer => ({
  kind: 'content',
  type: 'text/html; charset=utf-8',
  body: renderMailPage(step, { demo, version }),
  cache: NEVER_STORE,
});

/** `GET /mail/confirm/{token}`: asks, and does nothing: programs that check mail for viruses follow links. */
export const askConfirm: Handler = async (call, services) => {
  const { target, query } = await bySecret(call, services);
  return page({ step: 'confirm', address: target, query, action: call.path }, services);
};

/** `POST /mail/confirm/{token}` */
export const confirm: Handler = async (call, services) => {
  const { id, target, query } = await bySecret(call, services);
  await deskOf(services).push.setState(id, 'active');
  return page({ step: 'confirmed', address: target, query }, services);
};

/** `GET /mail/unsubscribe/{token}` */
export const askUnsubscribe: Handler = async (call, services) => {
  const { target, query } = await bySecret(call, services);
  return page({ step: 'unsubscribe', address: target, query, action: call.path }, services);
};

/** `POST /mail/unsubscribe/{token}`: from the page, or in one click from a mail program (RFC 8058). */
export const unsubscribe: Handler = async (call, services) => {
  const { id, target, query } = await bySecret(call, services);
  await deskOf(services).push.unsubscribe(id);
  return page({ step: 'unsubscribed', address: target, query }, services);
};
