import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Certainty, EventStatus, IncidentState } from '#domain/vocabulary.ts';
import { CERTAINTIES } from '#domain/vocabulary.ts';
import type { Comparison } from '#timeline/compare.ts';
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

const value = (one: Value, incident: string): Html => {
  const [event] = one.eventIds;
  const text = /^\d{4}-\d{2}-\d{2}$/.test(one.text) ? dateWords(one.text) : one.text;
  return html`<li>${event === undefined ? text : html`<a href="/incidents/${incident}#${event}">${text}</a>`}${mark(one)} <span class="meta">${one.speakers.map(speakerLabel).join(', ')}</span></li>`;
};

/** "Not reported" looks other than any answer, "no" among them. */
const cell = ({ incident, text, values }: Cell): Html => {
  if (values.length > 0) return html`<td><ul>${values.map(one => value(one, incident))}</ul></td>`;
  return html`<td class="absent">${text === '' ? 'not reported' : text}</td>`;
};

const heads = ({ incidents }: Comparison): readonly Html[] =>
  incidents.map(
    ({ id, title, status }) =>
      html`<th scope="col"><a href="/incidents/${id}">${title}</a> <span class="state">${STATE[status.state as IncidentState]}</span></th>`,
  );

const attributes = (
  comparison: Comparison,
): Html => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="facts-table">
<table class="compare"><caption id="facts-table">The same questions to each</caption>
<thead><tr><th scope="col"><span class="hidden">Question</span></th>${heads(comparison)}</tr></thead>
<tbody>${comparison.rows.map(({ label, cells }) => html`<tr><th scope="row">${label}</th>${cells.map(cell)}</tr>`)}</tbody></table></div>`;

const addressOf = ({ incidents }: Comparison, align: Comparison['align']): string =>
  `/compare?incidents=${incidents.map(({ id }) => id).join(',')}${align === 'day0' ? '&align=day0' : ''}`;

const dayLabel = (moment: Comparison['moments'][number]): string => {
  if (moment.date !== undefined) return dateWords(moment.date);
  return moment.day === 0 ? 'Day 0' : `Day ${moment.day ?? ''}`;
};

const moments = (
  comparison: Comparison,
): Html => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="days-table">
<table class="compare"><caption id="days-table">What matters most, ${
  comparison.align === 'day0' ? 'by days from each first report (day 0)' : 'by the calendar'
}</caption>
<thead><tr><th scope="col">Day</th>${heads(comparison)}</tr></thead>
<tbody>${comparison.moments.map(
  moment =>
    html`<tr><th scope="row">${dayLabel(moment)}</th>${moment.events.map((events, index) => {
      const incident = comparison.incidents[index]?.id ?? '';
      return html`<td>${
        events.length > 0 &&
        html`<ul>${events.map(({ id, kind, summary, status }) => html`<li><span class="kicker">${KIND[kind]}</span> <a href="/incidents/${incident}#${id}">${summary}</a>${statusBadge(status)}</li>`)}</ul>`
      }</td>`;
    })}</tr>`,
)}</tbody></table></div>`;

const alignment = (comparison: Comparison): Html => {
  const links = (['calendar', 'day0'] as const).map(align => {
    const label = align === 'calendar' ? 'the calendar' : 'days from the first report';
    return html`<a href="${addressOf(comparison, align)}"${align === comparison.align && html` aria-current="true"`}>${label}</a>`;
  });
  return html`<p class="align">Days by: ${joined(links, ' · ')}</p>`;
};

const EXPORTS = [
  ['csv', 'CSV'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
  ['stix.json', 'STIX'],
] as const;

/** Incidents side by side. `timelines` in the order of the comparison. */
export const renderComparison = (comparison: Comparison, timelines: readonly Timeline[], site: Site): string => {
  const names = comparison.incidents.map(({ title }) => title);
  const path = addressOf(comparison, comparison.align);
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
${alignment(comparison)}
<p class="meta"><a href="/compare">Choose others</a></p></header>
${legend}
<section aria-labelledby="charts"><h2 id="charts">Outages and money</h2>
${comparedServicesChart(timelines, comparison.align)}${comparedMoneyChart(timelines)}</section>
<section aria-labelledby="rows"><h2 id="rows">Fact by fact</h2>${attributes(comparison)}</section>
<section aria-labelledby="days"><h2 id="days">Day by day</h2>${moments(comparison)}</section>
<p class="data">Take along: ${joined(
        EXPORTS.map(([suffix, label]) => html`<a href="${exportAddress('/v1/compare', suffix, query)}">${label}</a>`),
        ', ',
      )}.</p>
</article>`,
    },
    site,
  );
};

/** Asks which incidents to compare. `chosen`: ids; `note`: what was wrong with what was asked for. */
export const renderChooser = (
  incidents: readonly IncidentSummary[],
  { chosen, note }: { readonly chosen: readonly string[]; readonly note?: string },
  site: Site,
): string =>
  layout(
    {
      title: 'Compare incidents',
      description: 'Two to four incidents side by side: the same questions to each, every answer with its source.',
      section: 'compare',
      path: '/compare',
      main: html`<article class="comparison">
<header><h1>Compare incidents</h1>
<p class="deck">Choose two to four. The address of the comparison can be shared.</p></header>
${note !== undefined && html`<p role="alert" class="contradiction">${note}</p>`}
<form method="get" action="/compare" class="chooser">
<fieldset><legend>Incidents, the one reported last first</legend><ul>${incidents.map(
        ({ id, title }) =>
          html`<li><label><input type="checkbox" name="incidents" value="${id}"${chosen.includes(id) && html` checked`}> ${title}</label></li>`,
      )}</ul></fieldset>
<p><label>Days by <select name="align"><option value="calendar">the calendar</option><option value="day0">days from the first report</option></select></label>
<button>Compare</button></p>
</form>
</article>`,
    },
    site,
  );
