import type { EventVariant, IntervalEnd, TimelineEvent } from '#domain/timeline.ts';
import { figureWords } from '#timeline/summarise.ts';
import { type CitedPage, citations } from './cite.ts';
import { edtfWords, eventDateWords } from './dates.ts';
import { badge, statusBadge } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { quotation, quotations, time } from './quotes.ts';
import { count, KIND } from './words.ts';

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
  basis === 'stated' ? time(edtf, edtfWords(edtf)) : html`${time(edtf)} (day of the report)`;

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

/** What stands around an event: all events of the timeline by id, and where the page can be found again. */
export interface EventContext {
  readonly others: ReadonlyMap<string, TimelineEvent>;
  readonly page: CitedPage;
}

/** This line and those that say otherwise, each with the words of its first report. */
const sides = (event: TimelineEvent, { others }: EventContext): Part => {
  const against = (event.contradictedBy ?? []).flatMap(id => others.get(id) ?? []);
  const side = (one: TimelineEvent, heading: Part): Html =>
    html`<div class="side"><p>${heading} ${statusBadge(one.status)}</p>${one.sources.slice(0, 1).map(quotation)}</div>`;
  return (
    against.length > 0 &&
    html`<div class="contradiction"><p><strong>Others say otherwise</strong></p>
<div class="sides">${side(event, html`<span>${event.summary}</span>`)}${against.map(other =>
      side(other, html`<a href="#${other.id}">${other.summary}</a>`),
    )}</div></div>`
  );
};

const body = (event: TimelineEvent, context: EventContext): Html => html`<p class="meta">${joined(
  [...moments(event), ...interval(event), reports(event)],
  '; ',
)}</p>
  ${variants(event)}
  ${pin(event)}
  ${shared(event)}
  ${related('Taken back later by who said so:', event.supersededBy, context.others)}
  ${related('Takes back:', event.supersedes, context.others)}
  ${sides(event, context)}
  ${(event.contradictedBy ?? []).some(id => context.others.has(id)) ? quotations(event.sources, 1) : quotations(event.sources)}
  ${citations(event, context.page)}`;

const kicker = (event: TimelineEvent): Html =>
  html`<p class="kicker"><a href="#${event.id}" title="Link to this event">${KIND[event.kind]}</a> ${badge(event.certainty)}${statusBadge(event.status)}</p>`;

/** One line of a timeline with the words behind it. What its own speaker took back is folded. */
export const eventItem = (event: TimelineEvent, context: EventContext): Html => {
  const heading = html`<h4 id="${event.id}-h">${event.summary}</h4>`;
  const inside =
    event.status === 'superseded'
      ? html`${heading}<details><summary>Taken back later: show the words</summary>${body(event, context)}</details>`
      : html`${heading}${body(event, context)}`;
  return html`<li>
<article class="event ${event.status}" id="${event.id}" aria-labelledby="${event.id}-h">
  ${kicker(event)}
  ${inside}
</article>
</li>`;
};
