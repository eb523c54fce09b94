import type { LoggedDecision } from '#db';
import type { IncidentChanges } from '#domain/changes.ts';
import type { IncidentSummary } from '#domain/incident.ts';
import type { Point } from '#domain/ledger.ts';
import type { Relation } from '#domain/related.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { articleList } from './articles.ts';
import { asOfBar, pointQuery } from './as-of.ts';
import { SCRIPT } from './assets.ts';
import { correctionsLog } from './corrections.ts';
import { dateWords } from './dates.ts';
import type { DayGroup } from './days.ts';
import { groupByDay } from './days.ts';
import { type EventContext, eventItem } from './event.ts';
import { type EventFilter, eventFilterForm, fittingEvents } from './event-filter.ts';
import { exportLinks } from './exports.ts';
import { headlineFacts, legend } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { incidentData, oembedLink } from './linked-data.ts';
import { moneyChart } from './money-chart.ts';
import { relatedList } from './related.ts';
import { servicesChart } from './services-chart.ts';
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

/** What the page of an incident shows. */
export interface IncidentView {
  readonly timeline: Timeline;
  readonly point?: Point;
  readonly filter?: EventFilter;
  readonly related?: readonly Relation[];
  readonly corrections?: readonly LoggedDecision[];
  /** Requests for corrections can be taken in. */
  readonly takesRequests?: boolean;
  /** What became of its lines after the `point`, or after `sinceDay`. */
  readonly since?: IncidentChanges;
  readonly sinceDay?: string;
  /** `YYYY-MM-DD`: days of the first and last report that are held today. */
  readonly first?: string;
  readonly last?: string;
  /** UTC ISO 8601: since when this state has stood; a permalink names it where the reader asked for no other. */
  readonly updatedAt?: string;
}

const dayItem = (group: DayGroup, context: EventContext): Html => html`<li class="day">
<h3>${group.label}${group.weekday !== undefined && html` <span class="weekday">${group.weekday}</span>`}</h3>
<ol class="events">${group.events.map(event => eventItem(event, context))}</ol>
</li>`;

/** Path and query that always show this state. */
const permalinkOf = ({ timeline, point, updatedAt }: IncidentView): string => {
  const moment = point ?? (updatedAt === undefined ? {} : { knownAt: updatedAt });
  const query = new URLSearchParams(Object.entries(moment)).toString();
  return `/incidents/${timeline.incident.id}${query === '' ? '' : `?${query}`}`;
};

const contextOf = (view: IncidentView, { origin }: Site): EventContext => ({
  others: new Map(view.timeline.events.map(event => [event.id, event])),
  page: {
    title: view.timeline.incident.title,
    permalink: permalinkOf(view),
    ...(origin === undefined ? {} : { origin }),
  },
});

const timeline = (view: IncidentView, site: Site): Html => {
  const {
    timeline: { events },
    filter = {},
    point,
  } = view;
  const context = contextOf(view, site);
  const shown = fittingEvents(filter, events);
  return html`<section class="timeline" aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
<p class="lead">${count(events.length, 'event')}, each with the words that report it. An event stands under the day on which it
happened; where nobody says when, under the day of its first report.</p>
${shown.length === events.length && highlights(events)}
${legend}
${eventFilterForm(filter, events, point)}
${
  shown.length === 0
    ? html`<p class="empty">No line of this timeline fits.</p>`
    : html`<ol class="days">${groupByDay(shown).map(group => dayItem(group, context))}</ol>`
}
</section>`;
};

const charts = (document: Timeline): Part => {
  const [services, money] = [servicesChart(document, 'Services hit'), moneyChart(document)];
  return (
    (services !== false || money !== false) &&
    html`<section class="charts" aria-labelledby="charts"><h2 id="charts">Outages and money</h2>${services}${money}</section>`
  );
};

const takeAlong = (api: string, query: string): Html => html`<section class="exports" aria-labelledby="exports">
<h2 id="exports">Take it along</h2>
<p class="data">${exportLinks(api, query)}</p>
<p class="data">As data: <a href="${api}">summary</a>, <a href="${api}/timeline">timeline</a>,
<a href="${api}/claims">claims</a>, <a href="${api}/articles">articles</a> (JSON).</p>
</section>`;

/** The page of one incident, as it stands or as it stood at a point. */
export const renderIncident = (view: IncidentView, site: Site): string => {
  const { timeline: document, point, related = [], corrections = [], takesRequests = false } = view;
  const { incident, articles } = document;
  const api = `/v1/incidents/${incident.id}`;
  const query = pointQuery(point);
  return layout(
    {
      title: incident.title,
      description: incident.summary === '' ? `${deck(incident)}. Who said what, and when.` : incident.summary,
      section: 'incidents',
      path: `/incidents/${incident.id}`,
      data: `${api}/timeline`,
      feeds: { atom: `${api}.atom`, json: `${api}.jsonfeed` },
      scripts: [SCRIPT.path],
      head:
        site.origin !== undefined &&
        html`${oembedLink(incident.id, incident.title, site.origin)}
${incidentData(document, site.origin)}`,
      main: html`<article class="incident">
<nav class="crumbs" aria-label="Breadcrumb"><a href="/">All incidents</a> › <a href="/retailers/${incident.retailer.slug}">${incident.retailer.name}</a></nav>
<header>
  <h1>${incident.title}</h1>
  <p class="deck">${deck(incident)}.</p>
  ${incident.summary !== '' && html`<p class="deck">${incident.summary}</p>`}
  ${standing(incident)}
  <p class="meta"><a href="${permalinkOf(view)}">Permalink to this state</a> · <a href="${api}.atom">Follow (Atom)</a> · <a href="/compare?incidents=${incident.id}">Compare with another</a></p>
</header>
${asOfBar(view)}
${headlineFacts(document)}
${charts(document)}
${timeline(view, site)}
${relatedList(incident.id, related)}
${articleList(articles)}
${correctionsLog(incident.id, corrections, takesRequests)}
${takeAlong(api, query)}
</article>`,
    },
    site,
  );
};
