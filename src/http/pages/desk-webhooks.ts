import { AppError } from '#errors';
import { renderDeskWebhooks, renderSecret } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { fieldOf } from '../form.ts';
import { deskOf } from '../routes/desk-call.ts';
import { addWebhook, changeWebhook, removeWebhook, testWebhook } from '../routes/webhooks.ts';
import { atDesk, own, valueIn } from './desk.ts';
import { writing } from './desk-writes.ts';
import { siteOf } from './page.ts';

const LISTED = { limit: 100 };
/** Deliveries shown of each. */
const LATEST = { limit: 5 };

/** `GET /desk/webhooks`: who is told of changes, and how that went. Admins see everybody's. */
export const deskWebhooksPage: Handler = atDesk(async (session, call, services) => {
  const { push } = deskOf(services);
  const owner = session.admin ? {} : { owner: session.key.id };
  const { items } = await push.listSubscriptions({ channel: 'webhook', ...owner }, LISTED);
  const webhooks = await Promise.all(
    items.map(async subscription => ({
      subscription,
      deliveries: (await push.listDeliveries(subscription.id, LATEST)).items,
    })),
  );
  return own(renderDeskWebhooks({ session, webhooks }, siteOf(call, services)));
});

/** The filters of a list's address, as readers copy it from their browser, or of its query alone. */
const filterIn = (text: string | undefined): Readonly<Record<string, string>> => {
  if (text === undefined) return {};
  const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : text;
  if (!query.includes('='))
    throw new AppError('invalid-parameter', 'Give the address of a filtered list, or nothing for all incidents.', {
      subject: 'filter',
      hint: 'For example: /?retailer=harrods',
    });
  return Object.fromEntries(new URLSearchParams(query.replace(/#.*$/, '')));
};

const bodyOf = (call: Call): object => {
  const description = fieldOf(call, 'description');
  return {
    url: fieldOf(call, 'url') ?? '',
    filter: filterIn(fieldOf(call, 'filter')),
    ...(description === undefined ? {} : { description }),
  };
};

/** `POST /desk/webhooks`: the page that follows is the only one that shows the secret. */
export const deskAddWebhook: Handler = writing(
  (call, services) => addWebhook({ ...call, body: bodyOf(call) }, services),
  (answer, session, call, services) => {
    const { url, secret } = valueIn<{ url: string; secret: string }>(answer);
    const view = {
      session,
      title: `The secret of ${url}`,
      means: 'Messages are signed with it (Standard Webhooks), so that their receiver knows that they are from here.',
      secret,
      back: '/desk/webhooks',
    };
    return own(renderSecret(view, siteOf(call, services)), 201);
  },
);

const ACTIONS: Readonly<Record<string, (call: Call, services: Services) => Answer | Promise<Answer>>> = {
  on: (call, services) => changeWebhook({ ...call, body: { active: true } }, services),
  off: (call, services) => changeWebhook({ ...call, body: { active: false } }, services),
  test: (call, services) => testWebhook({ ...call, body: {} }, services),
  remove: removeWebhook,
};

/** `POST /desk/webhooks/{id}`: switched on or off, tested, removed. */
export const deskChangeWebhook: Handler = writing((call, services) => {
  const action = fieldOf(call, 'action') ?? '';
  const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (perform === undefined) throw new AppError('invalid-parameter', `"${action}" is nothing that can be done.`);
  return perform(call, services);
});
