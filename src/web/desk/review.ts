import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';
import { count } from '../words.ts';
import type { DeskSession } from './form.ts';
import { deskHead } from './head.ts';

/** An incident with what an editor may want to look at. */
export interface ReviewLine {
  readonly id: string;
  readonly title: string;
  readonly disputed: number;
  /** Claims of low confidence. */
  readonly unsure: number;
}

/** A part of the review queue, the incident reported last first. */
export interface ReviewQueue {
  readonly lines: readonly ReviewLine[];
  /** Cursor of the part that follows. */
  readonly next?: string;
}

const line = ({ id, title, disputed, unsure }: ReviewLine): Html =>
  html`<li><a href="/desk/incidents/${id}">${title}</a> <span class="meta">${count(disputed, 'disputed line')}, ${count(unsure, 'claim')} of low confidence</span></li>`;

/** What should be looked at, and the way to the rest of it. */
export const reviewList = ({ lines, next }: ReviewQueue): Html => html`${
  lines.length === 0
    ? html`<p class="absent">Nothing is disputed, and nothing was read with low confidence.</p>`
    : html`<ol>${lines.map(line)}</ol>`
}
${next !== undefined && html`<p><a rel="next" href="/desk/review?cursor=${encodeURIComponent(next)}">Incidents reported before these</a></p>`}`;

/** The review queue, page by page. */
export const renderReview = (session: DeskSession, queue: ReviewQueue, site: Site): string =>
  layout(
    {
      title: 'To look at',
      description: 'What is disputed, or was read with low confidence.',
      main: html`<article class="source desk">
${deskHead(session, 'To look at')}
<p class="lead">Incidents with lines that others dispute, or with claims that were read with low confidence.</p>
${reviewList(queue)}
</article>`,
    },
    site,
  );
