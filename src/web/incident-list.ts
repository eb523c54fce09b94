import type { IncidentFilter, Page } from '#db';
import type { IncidentSummary } from '#domain/incident.ts';
import { dateWords } from './dates.ts';
import { exportAddress, exportLinks } from './exports.ts';
import { badge } from './facts.ts';
import { type Facets, filterPanel, listAddress } from './filters.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { monthStrip } from './month-strip.ts';
import { type Today, todayBoxes } from './today.ts';
import { attackLabel, CERTAINTY, count, dataLabel } from './words.ts';

/** What the list of incidents shows. */
export interface IncidentListView {
  readonly page: Page<IncidentSummary>;
  readonly filter: IncidentFilter;
  /** False where the reader came here by "older". */
  readonly first: boolean;
  readonly facets: Facets;
  /** What stands at the top of the home page: only where nothing is asked for. */
  readonly today?: Today;
}

/** A line of facts; absent facts are named as such, so that nobody takes them for a "no". */
const line = (label: Part, parts: readonly Part[], kind = ''): Html =>
  html`<div class="${kind}"><dt>${label}</dt><dd>${
    parts.length === 0 ? html`<span class="absent">not mentioned</span>` : joined(parts, ', ')
  }</dd></div>`;

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** As in the middle of a sentence; abbreviations keep their capitals. What is less than reported says so. */
const dataItem = ({ type, certainty }: IncidentSummary['dataTaken'][number]): string => {
  const label = dataLabel(type);
  const name = /^.[A-Z]/.test(label) ? label : lowerFirst(label);
  return certainty === 'confirmed' || certainty === 'reported' ? name : `${name} (${CERTAINTY[certainty].badge})`;
};

const kindOfAttack = ({ attackTypes }: IncidentSummary): string =>
  attackTypes.length === 0 ? 'Cyber incident' : attackTypes.map(({ type }) => attackLabel(type)).join(' · ');

/** An attacker with several roles is named once, with the greatest certainty, which comes first. */
const distinctActors = ({ actors }: IncidentSummary): IncidentSummary['actors'] =>
  actors.filter(({ name }, index) => actors.findIndex(other => other.name === name) === index);

/** An incident in a list: its title, and who is said to have taken what. */
export const incidentItem = (incident: IncidentSummary): Html => html`<li>
<article class="teaser" aria-labelledby="${incident.id}">
  <p class="kicker">${kindOfAttack(incident)}</p>
  <h2 id="${incident.id}"><a href="/incidents/${incident.id}">${incident.title}</a></h2>
  <dl>
    ${line(
      'Attackers named',
      distinctActors(incident).map(({ name, certainty }) => html`${name} ${badge(certainty)}`),
    )}
    ${line('Said to be taken', incident.dataTaken.map(dataItem), 'taken')}
    ${line(html`Said <em>not</em> to be taken`, incident.dataNotTaken.map(dataItem), 'not-taken')}
  </dl>
  <p class="meta">${count(incident.events, 'event')} · ${count(incident.articles, 'article')} from ${count(
    incident.publishers,
    'publisher',
  )} · ${incident.status.state}${incident.lastReportedAt !== undefined && html` · last report <time datetime="${incident.lastReportedAt}">${dateWords(incident.lastReportedAt)}</time>`}</p>
</article>
</li>`;

const nothing = (filter: IncidentFilter): Html =>
  Object.keys(filter).length === 0
    ? html`<p class="empty">No incident is held yet. As soon as a feed brings an article about one, it stands here.</p>`
    : html`<p class="empty">No incident matches. <a href="/">Show all incidents</a>.</p>`;

const pager = ({ page, filter, first }: IncidentListView): Part =>
  (!first || page.next !== undefined) &&
  html`<nav class="pager" aria-label="Pages of the list">
${!first && html`<a href="${listAddress(filter)}">Newest</a>`}
${page.next !== undefined && html`<a rel="next" href="${listAddress(filter, page.next)}">Older incidents</a>`}
</nav>`;

/** The home page: the list of incidents, all or those that fit. */
export const renderIncidentList = (view: IncidentListView, site: Site): string => {
  const { page, filter, facets, today } = view;
  const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString();
  return layout(
    {
      title: 'Cyber incidents at retailers',
      description: 'Cyber incidents at retailers, with the words of the articles behind every fact.',
      section: 'incidents',
      path: listAddress(filter),
      data: query === '' ? '/v1/incidents' : `/v1/incidents?${query}`,
      feeds: {
        atom: exportAddress('/v1/incidents', 'atom', query),
        json: exportAddress('/v1/incidents', 'jsonfeed', query),
      },
      main: html`<div class="overview">
<header>
  <h1>Cyber incidents at retailers</h1>
  <p class="deck">What the press, the companies, the authorities and the attackers say: every line with its quote.</p>
</header>
${filterPanel(filter, facets)}
<section class="list" aria-label="Incidents, newest report first">
${today !== undefined && todayBoxes(today)}
${monthStrip(facets.stats, filter)}
<p class="meta">${count(facets.stats.incidents, 'incident')}, the one reported last first.</p>
${page.items.length === 0 ? nothing(filter) : html`<ol class="incidents">${page.items.map(incidentItem)}</ol>`}
${pager(view)}
<p class="data">${exportLinks('/v1/incidents', query)}</p>
</section>
</div>`,
    },
    site,
  );
};
