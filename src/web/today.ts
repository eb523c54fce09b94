import type { IncidentSummary } from '#domain/incident.ts';
import { listAddress } from './filters.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { count, STATE } from './words.ts';

/** What somebody who comes back every day looks for first. */
export interface Today {
  /** `YYYY-MM-DD`, UTC, and the day before. */
  readonly day: string;
  readonly before: string;
  /** Incidents whose account changed today; `more`: there are others. */
  readonly changed: readonly IncidentSummary[];
  readonly more: boolean;
  /** Incidents of which it is not said that they are over, the last reported first. */
  readonly open: readonly IncidentSummary[];
}

const changes = ({ day, before, changed, more }: Today): Html => html`<section class="box" aria-labelledby="today">
<h2 id="today">Changed today</h2>
${
  changed.length === 0
    ? html`<p class="absent">Nothing has changed today (UTC).</p>`
    : html`<ul>${changed.map(
        ({ id, title, events }) =>
          html`<li><a href="/incidents/${id}?since=${before}">${title}</a> <span class="meta">${count(events, 'event')}</span></li>`,
      )}</ul>`
}
${more && html`<p><a href="${listAddress({ updatedFrom: day })}">All that changed today</a></p>`}
</section>`;

const open = (incidents: readonly IncidentSummary[]): Part =>
  incidents.length > 0 &&
  html`<section class="box" aria-labelledby="open">
<h2 id="open">Not over yet</h2>
<ul>${incidents.map(
    ({ id, title, status }) =>
      html`<li><a href="/incidents/${id}">${title}</a> <span class="meta">${STATE[status.state]}</span></li>`,
  )}</ul>
</section>`;

/** What changed today, and what goes on. */
export const todayBoxes = (today: Today): Html => html`<div class="boxes">${changes(today)}${open(today.open)}</div>`;
