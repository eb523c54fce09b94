import type { Delivery, Subscription } from '#domain/subscription.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';
import { time } from '../quotes.ts';
import { type DeskSession, deskForm } from './form.ts';
import { deskHead } from './head.ts';

/** A webhook with its last deliveries, the newest first. */
interface WatchedWebhook {
  readonly subscription: Subscription;
  readonly deliveries: readonly Delivery[];
}

/** Who is told of changes. */
export interface DeskWebhooksView {
  readonly session: DeskSession;
  readonly webhooks: readonly WatchedWebhook[];
}

const PAGE = '/desk/webhooks';
const OUTCOME = { pending: 'waits', delivered: 'delivered', failed: 'given up' } as const;

const deliveryItem = ({ seq, state, createdAt, nextAt, attempts }: Delivery): Html => {
  const last = attempts.at(-1);
  const came = last?.error ?? (last?.status === undefined ? undefined : `status ${last.status}`);
  return html`<li>${time(createdAt)}${seq === undefined && ' (test)'}: ${OUTCOME[state]}${
    attempts.length > 0 && ` after ${attempts.length === 1 ? 'one attempt' : `${attempts.length} attempts`}`
  }${came !== undefined && `; ${came}`}${state === 'pending' && nextAt !== undefined && html`; again ${time(nextAt)}`}</li>`;
};

const stateWords = ({ state, reason, failingSince }: Subscription): Html => {
  if (state === 'disabled') return html`<span class="badge superseded">off</span> ${reason}`;
  return failingSince === undefined
    ? html`<span class="badge confirmed">on</span>`
    : html`<span class="badge disputed">failing</span> since ${time(failingSince)}`;
};

const webhookItem = (session: DeskSession, { subscription, deliveries }: WatchedWebhook): Html => {
  const { id, target, query, description, state } = subscription;
  const name = html`<span class="hidden"> ${target}</span>`;
  const turn =
    state === 'disabled'
      ? html`<button name="action" value="on">Switch on${name}</button>`
      : html`<button name="action" value="off">Switch off${name}</button>`;
  return html`<li id="${id}"><p><strong class="address">${target}</strong> ${stateWords(subscription)}</p>
<p class="meta">${description !== undefined && `${description} · `}${query === '' ? 'all incidents' : html`only <a href="/?${query}">${query}</a>`} · ${id}</p>
${deskForm(session, { action: `${PAGE}/${id}`, back: PAGE }, html`<button name="action" value="test">Send a test${name}</button> ${turn} <button name="action" value="remove">Remove${name}</button>`)}
${
  deliveries.length === 0
    ? html`<p class="absent">Nothing was sent yet.</p>`
    : html`<details><summary>Last messages</summary><ul>${deliveries.map(deliveryItem)}</ul></details>`
}</li>`;
};

/** The page of the desk on webhooks. */
export const renderDeskWebhooks = ({ session, webhooks }: DeskWebhooksView, site: Site): string =>
  layout(
    {
      title: 'Webhooks on the desk',
      description: 'Who is told of changes.',
      main: html`<article class="source desk">
${deskHead(session, 'Webhooks')}
<section aria-labelledby="list"><h2 id="list">Who is told of changes</h2>${
        webhooks.length === 0
          ? html`<p class="absent">Nobody yet.</p>`
          : html`<ol>${webhooks.map(one => webhookItem(session, one))}</ol>`
      }</section>
<section aria-labelledby="add"><h2 id="add">Tell another</h2>
${deskForm(
  session,
  { action: PAGE, back: PAGE, kind: 'tall' },
  html`<p><label for="url">Address, beginning with https://</label> <input id="url" name="url" required maxlength="2000" autocomplete="off"></p>
<p><label for="filter">Only what fits a list: its address, as <code>/?retailer=harrods</code>; empty for all</label> <input id="filter" name="filter" maxlength="2000" autocomplete="off"></p>
<p><label for="description">What it is for</label> <input id="description" name="description" maxlength="200" autocomplete="off"></p>
<button>Add the webhook</button>`,
)}</section>
</article>`,
    },
    site,
  );
