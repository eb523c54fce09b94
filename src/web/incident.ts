import type { IncidentSummary } from '#domain/incident.ts';
import type { Point } from '#domain/ledger.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { articleList } from './articles.ts';
import { asOfBar } from './as-of.ts';
import { dateWords } from './dates.ts';
import type { DayGroup } from './days.ts';
import { groupByDay } from './days.ts';
import { eventItem } from './event.ts';
import { exportLinks } from './exports.ts';
import { headlineFacts, legend } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { count, STATE } from './words.ts';

/** "Reported from 22 April 2025 to 21 May 2025": undefined where no report is dated. */
const span = ({ firstReportedAt: first, lastReportedAt: last }: IncidentSummary): string | undefined => {
  if (first === undefined) return undefined;
  const from = dateWords(first);
  const to = last === undefined ? from : dateWords(last);
  return from === to ? `reported on ${from}` : `reported from ${from} to ${to}`;
};

const deck = (incident: IncidentSummary): string =>
  [
    `Known since ${dateWords(incident.known)}`,
    span(incident),
    `${count(incident.articles, 'article')} from ${count(incident.publishers, 'publisher')}`,
  ]
    .filter(part => part !== undefined)
    .join('; ');

/** How the incident stands, with a link to the event that says so. */
const standing = ({ status }: IncidentSummary): Html => {
  const words = html`${STATE[status.state]}${status.since !== undefined && ` since ${dateWords(status.since)}`}`;
  return html`<p class="deck">As it stands: ${
    status.eventId === undefined ? words : html`<a href="#${status.eventId}">${words}</a>`
  }.</p>`;
};

/** The ten events that matter most, where there are more. */
const highlights = (events: readonly TimelineEvent[]): Part => {
  const important = events.filter(event => event.important);
  return (
    important.length < events.length &&
    html`<details class="legend"><summary>The ${important.length} events that matter most</summary><ol>${important.map(
      event => html`<li><a href="#${event.id}">${event.summary}</a></li>`,
    )}</ol></details>`
  );
};

const dayItem = (group: DayGroup, all: ReadonlyMap<string, TimelineEvent>): Html => html`<li class="day">
<h3>${group.label}${group.weekday !== undefined && html` <span class="weekday">${group.weekday}</span>`}</h3>
<ol class="events">${group.events.map(event => eventItem(event, all))}</ol>
</li>`;

const timeline = ({ events }: Timeline): Html => {
  const all = new Map(events.map(event => [event.id, event]));
  return html`<section class="timeline" aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
<p class="lead">${count(events.length, 'event')}, each with the words that report it. An event stands under the day on which it
happened; where nobody says when, under the day of its first report.</p>
${highlights(events)}
${legend}
<ol class="days">${groupByDay(events).map(group => dayItem(group, all))}</ol>
</section>`;
};

/** The page of one incident, as it stands or as it stood at a `point`. */
export const renderIncident = (document: Timeline, site: Site, point?: Point): string => {
  const { incident, articles } = document;
  const api = `/v1/incidents/${incident.id}`;
  const query = new URLSearchParams(Object.entries(point ?? {})).toString();
  return layout(
    {
      title: incident.title,
      description: `${deck(incident)}. Who said what, and when.`,
      data: `${api}/timeline`,
      feeds: { atom: `${api}.atom`, json: `${api}.jsonfeed` },
      main: html`<article class="incident">
<nav class="crumbs" aria-label="Breadcrumb"><a href="/">All incidents</a></nav>
<header>
  <h1>${incident.title}</h1>
  <p class="deck">${deck(incident)}.</p>
  ${incident.summary !== '' && html`<p class="deck">${incident.summary}</p>`}
  ${standing(incident)}
  ${asOfBar(point)}
</header>
${headlineFacts(incident)}
${timeline(document)}
${articleList(articles)}
<p class="data">As data: <a href="${api}">summary</a>, <a href="${api}/timeline">timeline</a>,
<a href="${api}/claims">claims</a>, <a href="${api}/articles">articles</a> (JSON). ${exportLinks(api, query)}</p>
</article>`,
    },
    site,
  );
};
