import type { EventSource } from '#domain/timeline.ts';
import { dateWords, machineDate } from './dates.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { linkToWords } from './links.ts';
import { count, speakerWords } from './words.ts';

/** Quotes shown at once; the others unfold. */
const SHOWN = 2;

/** A date for people and machines. */
export const time = (date: string, words: string = dateWords(date)): Html =>
  html`<time datetime="${machineDate(date)}">${words}</time>`;

const reference = (source: EventSource): Part => {
  const address = linkToWords(source);
  const name = html`<cite>${source.publisher}</cite>`;
  return address === undefined
    ? name
    : html`<a href="${address}" rel="noopener noreferrer nofollow" title="${source.title}">${name}</a>`;
};

/** The words of one report, who is heard in them, and where they stand. */
export const quotation = (source: EventSource): Html => {
  const who = speakerWords(source);
  return html`<figure class="quote">
  <blockquote>${source.quote}</blockquote>
  <figcaption>${joined(
    [
      ...(who === undefined ? [] : [html`<span class="who">${who}</span>`]),
      reference(source),
      ...(source.publishedAt === undefined ? ['no date given'] : [time(source.publishedAt)]),
      ...(source.copyOf === undefined ? [] : [html`<span class="note">a copy of another report</span>`]),
      ...(source.edited === undefined
        ? []
        : [
            html`<span class="note">the article was changed later${source.edited === 'silently' && ', without saying so'}</span>`,
          ]),
      ...(source.origin === 'feed' ? [html`<span class="note">words from the outlet’s feed, not its page</span>`] : []),
    ],
    ' · ',
  )}</figcaption>
</figure>`;
};

/**
 * The words of all reports of an event, the first ones at once.
 *
 * @param told how many are shown elsewhere already
 */
export const quotations = (sources: readonly EventSource[], told = 0): Html => {
  const more = sources.slice(Math.max(SHOWN, told));
  return html`<div class="quotes">
${sources.slice(told, SHOWN).map(quotation)}
${
  more.length > 0 &&
  html`<details><summary>${count(more.length, 'more report')}</summary>${more.map(quotation)}</details>`
}
</div>`;
};
