import type { IncidentSummary } from '#domain/incident.ts';
import type { Certainty, EventStatus } from '#domain/vocabulary.ts';
import { CERTAINTIES } from '#domain/vocabulary.ts';
import { SERVICE_WORDS } from '#timeline/words.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { ACTOR_ROLE, attackLabel, CERTAINTY, dataLabel, SERVICE_STATE, STATUS } from './words.ts';

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

/** The headline facts of an incident, as a page shows them. */
export const headlineFacts = (incident: IncidentSummary): Html => html`<section class="facts" aria-labelledby="facts">
<h2 id="facts">At a glance</h2>
<div class="fact">
  <h3>Attackers named</h3>
  ${items(
    byCertainty(incident.actors).map(({ name, role, certainty }) => [
      html`<strong>${name}</strong>, ${roleWords(role)} `,
      badge(certainty),
    ]),
  )}
</div>
<div class="fact">
  <h3>Kind of attack</h3>
  ${items(byCertainty(incident.attackTypes).map(({ type, certainty }) => [attackLabel(type), ' ', badge(certainty)]))}
</div>
<div class="fact taken">
  <h3>Data said to be taken</h3>
  ${items(byCertainty(incident.dataTaken).map(({ type, certainty }) => [dataLabel(type), ' ', badge(certainty)]))}
</div>
<div class="fact not-taken">
  <h3>Data said <em>not</em> to be taken</h3>
  ${items(byCertainty(incident.dataNotTaken).map(({ type, certainty }) => [dataLabel(type), ' ', badge(certainty)]))}
</div>
<div class="fact services">
  <h3>Services</h3>
  ${items(
    incident.services.map(({ service, state }) => [
      `${SERVICE_WORDS[service]}: `,
      html`<span class="state ${state}">${SERVICE_STATE[state]}</span>`,
    ]),
  )}
</div>
</section>`;
