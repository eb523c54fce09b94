import type { Point } from '#domain/ledger.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Certainty, EventStatus, IncidentState } from '#domain/vocabulary.ts';
import { CERTAINTIES } from '#domain/vocabulary.ts';
import type { Comparison } from '#timeline/compare.ts';
import { pointForm, pointQuery, told } from './as-of.ts';
import { dateWords } from './dates.ts';
import { exportAddress } from './exports.ts';
import { badge, legend, statusBadge } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { comparedMoneyChart } from './money-chart.ts';
import { comparedServicesChart } from './services-chart.ts';
import { count, KIND, STATE, speakerLabel } from './words.ts';

type Cell = Comparison['rows'][number]['cells'][number];
type Value = Cell['values'][number];

const isCertainty = (status: string): status is Certainty => CERTAINTIES.some(one => one === status);

const mark = ({ status }: Value): Part => {
  if (status === 'not-reported') return false;
  return isCertainty(status) ? [' ', badge(status)] : statusBadge(status as EventStatus);
};

/** What a comparison shows: timelines in the order of the comparison, as they stand or stood at a point. */
export interface ComparisonView {
  readonly comparison: Comparison;
  readonly timelines: readonly Timeline[];
  readonly point?: Point;
}

/** Where the page of an incident shows what is compared. */
const pageOf =
  ({ point }: ComparisonView) =>
  (incident: string): string => {
    const query = pointQuery(point);
    return `/incidents/${incident}${query === '' ? '' : `?${query}`}`;
  };

const value = (one: Value, page: string): Html => {
  const [event] = one.eventIds;
  const text = /^\d{4}-\d{2}-\d{2}$/.test(one.text) ? dateWords(one.text) : one.text;
  return html`<li>${event === undefined ? text : html`<a href="${page}#${event}">${text}</a>`}${mark(one)} <span class="meta">${one.speakers.map(speakerLabel).join(', ')}</span></li>`;
};

/** "Not reported" looks other than any answer, "no" among them. */
const cell = ({ incident, text, values }: Cell, view: ComparisonView): Html => {
  if (values.length > 0) return html`<td><ul>${values.map(one => value(one, pageOf(view)(incident)))}</ul></td>`;
  return html`<td class="absent">${text === '' ? 'not reported' : text}</td>`;
};

const heads = (view: ComparisonView): readonly Html[] =>
  view.comparison.incidents.map(
    ({ id, title, status }) =>
      html`<th scope="col"><a href="${pageOf(view)(id)}">${title}</a> <span class="state">${STATE[status.state as IncidentState]}</span></th>`,
  );

const attributes = (
  view: ComparisonView,
): Html => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="facts-table">
<table class="compare"><caption id="facts-table">The same questions to each</caption>
<thead><tr><th scope="col"><span class="hidden">Question</span></th>${heads(view)}</tr></thead>
<tbody>${view.comparison.rows.map(({ label, cells }) => html`<tr><th scope="row">${label}</th>${cells.map(one => cell(one, view))}</tr>`)}</tbody></table></div>`;

const idsOf = ({ comparison: { incidents } }: ComparisonView): string => incidents.map(({ id }) => id).join(',');

const addressOf = (view: ComparisonView, align: Comparison['align']): string => {
  const past = pointQuery(view.point);
  return `/compare?incidents=${idsOf(view)}${align === 'day0' ? '&align=day0' : ''}${past === '' ? '' : `&${past}`}`;
};

const dayLabel = (moment: Comparison['moments'][number]): string => {
  if (moment.date !== undefined) return dateWords(moment.date);
  return moment.day === 0 ? 'Day 0' : `Day ${moment.day ?? ''}`;
};

const moments = (
  view: ComparisonView,
): Html => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="days-table">
<table class="compare"><caption id="days-table">What matters most, ${
  view.comparison.align === 'day0' ? 'by days from each first report (day 0)' : 'by the calendar'
}</caption>
<thead><tr><th scope="col">Day</th>${heads(view)}</tr></thead>
<tbody>${view.comparison.moments.map(
  moment =>
    html`<tr><th scope="row">${dayLabel(moment)}</th>${moment.events.map((events, index) => {
      const page = pageOf(view)(view.comparison.incidents[index]?.id ?? '');
      return html`<td>${
        events.length > 0 &&
        html`<ul>${events.map(({ id, kind, summary, status }) => html`<li><span class="kicker">${KIND[kind]}</span> <a href="${page}#${id}">${summary}</a>${statusBadge(status)}</li>`)}</ul>`
      }</td>`;
    })}</tr>`,
)}</tbody></table></div>`;

const alignment = (view: ComparisonView): Html => {
  const links = (['calendar', 'day0'] as const).map(align => {
    const label = align === 'calendar' ? 'the calendar' : 'days from the first report';
    return html`<a href="${addressOf(view, align)}"${align === view.comparison.align && html` aria-current="true"`}>${label}</a>`;
  });
  return html`<p class="align">Days by: ${joined(links, ' · ')}</p>`;
};

const EXPORTS = [
  ['csv', 'CSV'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
  ['stix.json', 'STIX'],
] as const;

/** Asks for the day as of which to compare; says which it is. */
const asOf = (view: ComparisonView): Html => {
  const { align } = view.comparison;
  const fields = { incidents: idsOf(view), ...(align === 'day0' ? { align } : {}) };
  const present = addressOf({ ...view, point: {} }, align);
  return html`${view.point !== undefined && html`<p class="deck" role="status">This is the past: ${told(view.point)}. <a href="${present}">To the present</a></p>`}
${pointForm(view.point, fields)}`;
};

/** Incidents side by side. */
export const renderComparison = (view: ComparisonView, site: Site): string => {
  const { comparison, timelines } = view;
  const names = comparison.incidents.map(({ title }) => title);
  const path = addressOf(view, comparison.align);
  const query = path.slice(path.indexOf('?') + 1);
  return layout(
    {
      title: `Compared: ${names.join('; ')}`,
      description: `${count(names.length, 'incident')} side by side, each figure with who says it: ${names.join('; ')}.`,
      section: 'compare',
      path,
      data: `/v1/compare?${query}`,
      main: html`<article class="comparison">
<header><h1>${joined(names, html` <span class="versus">and</span> `)}</h1>
<p class="deck">Side by side. Each answer leads to the words behind it. “Not reported” is silence, and never “no”.</p>
${alignment(view)}
<p class="meta"><a href="/compare">Choose others</a></p></header>
<section class="past" aria-label="As of a day">${asOf(view)}</section>
${legend}
<section aria-labelledby="charts"><h2 id="charts">Outages and money</h2>
${comparedServicesChart(timelines, comparison.align, pageOf(view))}${comparedMoneyChart(timelines, pageOf(view))}</section>
<section aria-labelledby="rows"><h2 id="rows">Fact by fact</h2>${attributes(view)}</section>
<section aria-labelledby="days"><h2 id="days">Day by day</h2>${moments(view)}</section>
<p class="data">Take along: ${joined(
        EXPORTS.map(([suffix, label]) => html`<a href="${exportAddress('/v1/compare', suffix, query)}">${label}</a>`),
        ', ',
      )}.</p>
</article>`,
    },
    site,
  );
};
