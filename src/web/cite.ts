import type { EventSource, TimelineEvent } from '#domain/timeline.ts';
import { dateWords } from './dates.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { webAddress } from './links.ts';

/** A page as somebody cites it. */
export interface CitedPage {
  readonly title: string;
  /** Path and query that always show this state, without a fragment. */
  readonly permalink: string;
  /** Absent: the page does not know under which address it is read. */
  readonly origin?: string;
}

/** As a footnote would: outlet, headline, day, address. */
const sourceText = ({ publisher, title, publishedAt, url }: EventSource): string => {
  const address = webAddress(url);
  const day = publishedAt === undefined ? 'no date' : dateWords(publishedAt);
  return [`${publisher}, “${title}”`, day, ...(address === undefined ? [] : [address])].join(', ');
};

const pageText = ({ summary }: TimelineEvent, { title, permalink, origin = '' }: CitedPage, id: string): string =>
  `Receipts, “${title}”: ${summary} ${origin}${permalink}#${id}`;

/**
 * How to cite an event: its first source, which is what a story should cite, and this page's account of it. Buttons copy
 * where a script runs; the texts can be read and copied without.
 */
export const citations = (event: TimelineEvent, page: CitedPage): Html => {
  const [first] = event.sources;
  const [source, own] = [`${event.id}-s`, `${event.id}-p`];
  return html`<div class="cite">${
    first !== undefined && html`<button type="button" data-copy="${source}">Cite the source</button> `
  }<button type="button" data-copy="${own}">Cite this page</button> <a href="${page.permalink}#${event.id}">Permalink</a>
<details><summary>Citations</summary>${
    first !== undefined && html`<p id="${source}">${sourceText(first)}</p>`
  }<p id="${own}">${pageText(event, page, event.id)}</p></details></div>`;
};
