import type { CorrectionRequest, LoggedDecision, Page, RemovedSource, SourceStatus } from '#db';
import { correctionLine } from '../corrections.ts';
import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';
import { time } from '../quotes.ts';
import { count } from '../words.ts';
import { type DeskSession, deskForm, why } from './form.ts';
import { deskHead } from './head.ts';
import { type ReviewQueue, reviewList } from './review.ts';

/** What lies on the desk. */
export interface DeskView {
  readonly session: DeskSession;
  readonly requests: readonly CorrectionRequest[];
  readonly review: ReviewQueue;
  readonly decisions: Page<LoggedDecision>;
  readonly sources: readonly SourceStatus[];
  readonly removed: readonly RemovedSource[];
}

const BACK = '/desk';

const requestItem = (session: DeskSession, request: CorrectionRequest): Html => html`<li id="${request.id}">
<p>${time(request.at)}: <a href="/desk/incidents/${request.incidentId}">${request.incidentId}</a>${request.about !== undefined && html` — ${request.about}`}</p>
<blockquote class="message">${request.message}</blockquote>
${request.contact !== undefined && html`<p class="meta">To be reached at: ${request.contact}</p>`}
${deskForm(session, { action: `/desk/requests/${request.id}/settle`, back: BACK }, html`<button>Settled<span class="hidden">: the request on ${request.incidentId}</span></button>`)}</li>`;

const decisionItem = (session: DeskSession, logged: LoggedDecision): Html => {
  const { decision, undone, matches } = logged;
  return html`${correctionLine(logged)}
<li class="undo">${matches === false && html`<p class="contradiction">It means nothing that is held any more: look whether it is still needed.</p>`}
${
  undone === undefined &&
  deskForm(
    session,
    { action: '/desk/decisions', back: BACK },
    html`<input type="hidden" name="kind" value="undo"><input type="hidden" name="decision" value="${decision.id}">${why(`why-${decision.id}`, 'take it back')} <button>Take back<span class="hidden">: ${decision.why}</span></button>`,
  )
}</li>`;
};

const removedSources = ({ session, removed }: DeskView): Part =>
  removed.length > 0 &&
  html`<h3>No longer read</h3><ul>${removed.map(
    ({ source: { id, publisher }, removedAt }) =>
      html`<li>${deskForm(session, { action: `/desk/sources/${id}/restore`, back: BACK }, html`<span>${publisher}</span> <span class="meta">since ${time(removedAt)}</span> <button>Read it again<span class="hidden">: ${publisher}</span></button>`)}</li>`,
  )}</ul>`;

const sourceForms = (view: DeskView): Html => {
  const { session, sources } = view;
  return html`${deskForm(
    session,
    { action: '/desk/sources', back: BACK },
    html`<label for="feed">Address of a feed</label> <input id="feed" name="feedUrl" required maxlength="2000" autocomplete="off"> <button>Add the source</button>`,
  )}
<details><summary>${count(sources.length, 'source')}</summary><ul>${sources.map(
    ({ id, publisher }) =>
      html`<li>${deskForm(session, { action: `/desk/sources/${id}/remove`, back: BACK }, html`<span>${publisher}</span> <button>Stop reading<span class="hidden"> ${publisher}</span></button>`)}</li>`,
  )}</ul></details>
${removedSources(view)}`;
};

const section = (id: string, title: string, empty: string, items: readonly Html[]): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${items.length === 0 ? html`<p class="absent">${empty}</p>` : html`<ol>${items}</ol>`}</section>`;

/** The desk: what readers ask for, what should be looked at, what was decided. */
export const renderDesk = (view: DeskView, site: Site): string => {
  const { session, requests, review, decisions } = view;
  return layout(
    {
      title: 'The desk',
      description: 'Where editors review and correct.',
      main: html`<article class="source desk">
${deskHead(session, 'The desk')}
${section(
  'requests',
  'Requests for corrections',
  'Nobody asks for anything.',
  requests.map(one => requestItem(session, one)),
)}
<section aria-labelledby="review"><h2 id="review">To look at</h2>${reviewList(review)}</section>
${section(
  'log',
  'What was decided',
  'Nothing yet.',
  decisions.items.map(one => decisionItem(session, one)),
)}
<section aria-labelledby="sources"><h2 id="sources">Sources</h2>${sourceForms(view)}</section>
</article>`,
    },
    site,
  );
};
