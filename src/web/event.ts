import type { EventSource, EventVariant, IntervalEnd, TimelineEvent } from '#domain/timeline.ts';
import { figureWords } from '#timeline/summarise.ts';
import { dateWords, eventDateWords, machineDate } from './dates.ts';
import { badge, statusBadge } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { linkToWords } from './links.ts';
import { count, KIND, speakerWords } from './words.ts';

/** Quotes shown at once; the others unfold. */
const SHOWN = 2;

const time = (date: string, words: string = dateWords(date)): Html =>
  html`<time datetime="${machineDate(date)}">${words}</time>`;

const reference = (source: EventSource): Part => {
  const address = linkToWords(source);
  const name = html`<cite>${source.publisher}</cite>`;
  return address === undefined
    ? name
    : html`<a href="${address}" rel="noopener noreferrer nofollow" title="${source.title}">${name}</a>`;
};

const quotation = (source: EventSource): Html => {
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

const quotations = (sources: readonly EventSource[]): Html => {
  const more = sources.slice(SHOWN);
  return html`<div class="quotes">
${sources.slice(0, SHOWN).map(quotation)}
${
  more.length > 0 &&
  html`<details><summary>${count(more.length, 'more report')}</summary>${more.map(quotation)}</details>`
}
</div>`;
};

/** Links to the events that stand in one relation to this one. */
const related = (
  words: string,
  ids: readonly string[] | undefined,
  others: ReadonlyMap<string, TimelineEvent>,
): Part => {
  const found = (ids ?? []).flatMap(id => others.get(id) ?? []);
  return (
    found.length > 0 &&
    html`<p class="contradiction"><strong>${words}</strong> ${joined(
      found.map(other => html`<a href="#${other.id}">${other.summary}</a>`),
      ' · ',
    )}</p>`
  );
};

const endWords = ({ edtf, basis }: IntervalEnd): Html =>
  basis === 'stated' ? time(edtf) : html`${time(edtf)} (day of the report)`;

/** "Down from 25 April 2025 to 10 June 2025"; open where nobody says that it is over. */
const interval = ({ interval: span }: TimelineEvent): readonly Part[] => {
  if (span === undefined || (span.start === undefined && span.end === undefined)) return [];
  const from = span.start && html`from ${endWords(span.start)} `;
  if (span.end === undefined) return [html`${from}until now, as far as is reported`];
  return [html`${from}to ${endWords(span.end)}${span.endedBy && html` (<a href="#${span.endedBy}">back</a>)`}`];
};

const variantWords = ({ value, date, reports }: EventVariant, { date: own }: TimelineEvent): string | undefined => {
  const day = date === undefined || date.edtf === own?.edtf ? undefined : eventDateWords(date);
  const words = [figureWords(value), day].filter(part => part !== undefined).join(', ');
  return words === '' ? undefined : `${words} (${count(reports, 'report')})`;
};

/** What sources of the event say in other figures or dates. */
const variants = (event: TimelineEvent): Part => {
  const words = (event.variants ?? []).flatMap(variant => variantWords(variant, event) ?? []);
  return words.length > 0 && html`<p class="meta">Also told as: ${words.join('; ')}</p>`;
};

const pin = ({ pinned }: TimelineEvent): Part =>
  pinned !== undefined && html`<p class="meta">Value fixed by ${pinned.who} on ${time(pinned.at)}: ${pinned.why}</p>`;

/** When it happened and when it was first told, once where both are the same day. */
const moments = ({ date, firstReportedAt: told }: TimelineEvent): readonly Part[] => {
  const happened = date && html`Happened ${time(date.edtf, eventDateWords(date))}`;
  if (told === undefined) return happened === undefined ? [] : [happened];
  if (date?.precision === 'day' && told.startsWith(date.edtf))
    return [html`Happened and first reported ${time(date.edtf, eventDateWords(date))}`];
  if (happened === undefined) return [html`First reported ${time(told)}`];
  return [happened, html`first reported ${time(told)}`];
};

/** How many tell it, and who was first where that is known. */
const reports = ({ reports, independent, sources }: TimelineEvent): string => {
  if (reports === 1) return 'reported by 1 article';
  const [first] = sources;
  const by = first?.publishedAt === undefined ? '' : `, first by ${first.publisher}`;
  return `reported by ${count(reports, 'article')}, ${independent} independent${by}`;
};

/** Which companies they are stands in the summary. */
const shared = ({ sharedWith = [] }: TimelineEvent): Part =>
  sharedWith.length > 0 && html`<p class="shared">Said jointly of several companies: not of this one alone.</p>`;

/** One line of a timeline with the words behind it. `others`: all events of the timeline by id. */
export const eventItem = (event: TimelineEvent, others: ReadonlyMap<string, TimelineEvent>): Html => html`<li>
<article class="event" id="${event.id}" aria-labelledby="${event.id}-h">
  <p class="kicker"><a href="#${event.id}" title="Link to this event">${KIND[event.kind]}</a> ${badge(event.certainty)}${statusBadge(event.status)}</p>
  <h4 id="${event.id}-h">${event.summary}</h4>
  <p class="meta">${joined([...moments(event), ...interval(event), reports(event)], '; ')}</p>
  ${variants(event)}
  ${pin(event)}
  ${shared(event)}
  ${related('Others say otherwise:', event.contradictedBy, others)}
  ${related('Taken back later by who said so:', event.supersededBy, others)}
  ${related('Takes back:', event.supersedes, others)}
  ${quotations(event.sources)}
</article>
</li>`;
