import type { EventChange, IncidentChanges } from '#domain/changes.ts';
import type { Point } from '#domain/ledger.ts';
import { dateWords } from './dates.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { capital, count } from './words.ts';

/** The past of an incident, as far as its page shows it. */
export interface AsOfView {
  readonly point?: Point;
  /** `YYYY-MM-DD`: days of the first and the last report. */
  readonly first?: string;
  readonly last?: string;
  /** What became of its lines after the point, or after `sinceDay` where it is the present. */
  readonly since?: IncidentChanges;
  readonly sinceDay?: string;
}

const DAY_MS = 86_400_000;

/** Which past it is, in words. */
export const told = ({ asOf, knownAt }: Point): string =>
  [
    asOf !== undefined && `as the public could read it on ${dateWords(asOf)}`,
    knownAt !== undefined && `from what was held here on ${dateWords(knownAt)}`,
  ]
    .filter(part => part !== false)
    .join(', ');

const daysFrom = (first: string, day: string): number => Math.round((Date.parse(day) - Date.parse(first)) / DAY_MS);

/** Moves the date of the form; without a script it is not there. */
const slider = ({ point, first, last }: AsOfView): Part => {
  if (first === undefined || last === undefined || first >= last) return false;
  const most = daysFrom(first, last);
  const at = point?.asOf === undefined ? most : Math.min(most, Math.max(0, daysFrom(first, point.asOf.slice(0, 10))));
  return html`<input type="range" class="slider" aria-label="Day, from ${dateWords(first)} to ${dateWords(last)}" min="0" max="${most}" value="${at}" data-first="${first}">`;
};

const changed = ({ change, before, after, eventId }: EventChange): Html => {
  const state = after ?? before;
  const words = state?.summary ?? 'A line';
  const summary = change === 'retracted' ? words : html`<a href="?#${eventId}">${words}</a>`;
  const was = change === 'changed' && before !== undefined && before.summary !== after?.summary;
  return html`<li>${summary}${was && html` <span class="meta">(before: ${before.summary})</span>`}${
    change === 'changed' &&
    before !== undefined &&
    before.status !== after?.status &&
    html` <span class="meta">(${before.status}, now ${after?.status})</span>`
  }</li>`;
};

const KINDS = [
  ['appeared', 'new'],
  ['changed', 'told otherwise'],
  ['retracted', 'not told any more'],
] as const;

const since = ({ since: found, point, sinceDay = '' }: AsOfView): Part => {
  if (found === undefined) return false;
  const groups = KINDS.map(([kind, words]) => ({
    words,
    lines: found.changes.filter(({ change }) => change === kind),
  }));
  const filled = groups.filter(({ lines }) => lines.length > 0);
  const day = dateWords(point?.asOf ?? point?.knownAt ?? sinceDay);
  if (filled.length === 0) return html`<p class="since">Nothing has changed since ${day}.</p>`;
  const counts = filled.map(({ words, lines }) => `${count(lines.length, 'line')} ${words}`).join(', ');
  return html`<details class="since"${point === undefined && html` open`}><summary>What has changed since ${day}: ${counts}</summary>
${filled.map(({ words, lines }) => html`<h3>${capital(words)}</h3><ul>${lines.map(changed)}</ul>`)}</details>`;
};

/** A point as a query, without a question mark; empty: the present. */
export const pointQuery = (point: Point | undefined): string =>
  new URLSearchParams(Object.entries(point ?? {})).toString();

/** Asks for the day to look back to. `fields`: what the address must keep; `more`: what stands beside the date. */
export const pointForm = (
  point: Point | undefined,
  fields: Readonly<Record<string, string>>,
  more: Part = false,
): Html => html`<form method="get" class="as-of">${Object.entries(fields).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}<label for="as-of">As it could be read on</label>
<input type="date" id="as-of" name="asOf" required value="${point?.asOf?.slice(0, 10) ?? ''}"> <button>Look back</button>
${more}</form>`;

/** Says that a page tells the past, of which day, and what came later; and asks for the day to look back to. */
export const asOfBar = (view: AsOfView): Html => html`<section class="past" aria-labelledby="past">
<h2 id="past" class="hidden">As of a day</h2>
${
  view.point !== undefined &&
  html`<p class="deck" role="status">This is the past: ${told(view.point)}. <a href="?">To the present</a></p>`
}
${pointForm(view.point, {}, slider(view))}
${since(view)}
</section>`;
