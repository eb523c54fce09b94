import type { PeopleValue } from '#domain/claim.ts';
import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import type { Certainty, DataType, EventStatus } from '#domain/vocabulary.ts';
import { CERTAINTIES } from '#domain/vocabulary.ts';
import { SERVICE_WORDS } from '#timeline/words.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { ACTOR_ROLE, ASKED_OF_DATA, attackLabel, CERTAINTY, dataLabel, SERVICE_STATE, STATUS } from './words.ts';

/** How sure a thing is, as a word with a shape of its own: never by colour alone. */
export const badge = (certainty: Certainty): Html =>
  html`<span class="badge ${certainty}" title="${CERTAINTY[certainty].meaning}">${CERTAINTY[certainty].badge}</span>`;

/** That others say otherwise, or that it was taken back; nothing where the certainty says all. */
export const statusBadge = (status: EventStatus): Part => {
  const words = STATUS[status];
  return words !== undefined && html` <span class="badge ${status}" title="${words.meaning}">${words.badge}</span>`;
};

const NOT_MENTIONED = html`<p class="absent">Not mentioned: no article held here speaks of it.</p>`;

const items = (parts: readonly Part[]): Html =>
  parts.length === 0 ? NOT_MENTIONED : html`<ul>${parts.map(part => html`<li>${part}</li>`)}</ul>`;

/** What the badges mean, for who wants to know. */
export const legend: Html = html`<details class="legend"><summary>How sure is sure?</summary><dl>${CERTAINTIES.map(
  certainty => html`<div><dt>${badge(certainty)}</dt><dd>${CERTAINTY[certainty].meaning}.</dd></div>`,
)}${Object.entries(STATUS).map(
  ([status, words]) =>
    html`<div><dt><span class="badge ${status}">${words.badge}</span></dt><dd>${words.meaning}.</dd></div>`,
)}</dl></details>`;

/** Things with the same certainty stand together under it, the surest first. */
const byCertainty = <T extends { readonly certainty: Certainty }>(things: readonly T[]): readonly T[] =>
  things.toSorted((a, b) => CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty));

const roleWords = (role: string): string => (ACTOR_ROLE as Readonly<Record<string, string>>)[role] ?? role;

const fact = (title: Part, content: Part, kind = ''): Html => html`<div class="${`fact ${kind}`.trim()}">
  <h3>${title}</h3>
  ${content}
</div>`;

const data = (list: IncidentSummary['dataTaken']): Html =>
  items(byCertainty(list).map(({ type, certainty }) => [dataLabel(type), ' ', badge(certainty)]));

/** Kinds of data that readers ask for and of which nobody says anything. */
const unmentioned = ({ events }: Timeline): Html => {
  const told = new Set<DataType>(
    events.flatMap(({ kind, value }) => (kind === 'data' ? [(value as { type: DataType }).type] : [])),
  );
  const absent = ASKED_OF_DATA.filter(type => !told.has(type));
  return absent.length === 0
    ? html`<p class="absent">Each kind that readers ask for most is mentioned.</p>`
    : html`<p class="absent">${absent.map(dataLabel).join(', ')}: no article held here names them, either way.</p>`;
};

const line = (event: TimelineEvent): Part => [
  html`<a href="#${event.id}">${event.summary}</a> `,
  badge(event.certainty),
  statusBadge(event.status),
];

const people = ({ events }: Timeline): Html =>
  items(
    events
      .filter(
        ({ kind, value, status }) =>
          kind === 'people' && (value as PeopleValue).sense === 'affected' && status !== 'superseded',
      )
      .map(line),
  );

/** The headline facts of an incident, as a page shows them. */
export const headlineFacts = (document: Timeline): Html => {
  const { incident } = document;
  const actors = byCertainty(incident.actors).map(({ name, role, certainty }) => [
    html`<strong>${name}</strong>, ${roleWords(role)} `,
    badge(certainty),
  ]);
  const attacks = byCertainty(incident.attackTypes).map(({ type, certainty }) => [
    attackLabel(type),
    ' ',
    badge(certainty),
  ]);
  const services = incident.services.map(({ service, state }) => [
    `${SERVICE_WORDS[service]}: `,
    html`<span class="state ${state}">${SERVICE_STATE[state]}</span>`,
  ]);
  return html`<section class="facts" aria-labelledby="facts">
<h2 id="facts">At a glance</h2>
${fact('Attackers named', items(actors))}
${fact('Kind of attack', items(attacks))}
<div class="data-facts">
${fact('Data said to be taken', data(incident.dataTaken), 'taken')}
${fact(html`Data said <em>not</em> to be taken`, data(incident.dataNotTaken), 'not-taken')}
${fact('Data not mentioned', unmentioned(document), 'not-mentioned')}
</div>
${fact('People affected', people(document))}
${fact('Services', items(services), 'services')}
</section>`;
};
