import type { IncidentFilter, Stats } from '#db';
import { dateWords } from './dates.ts';
import { countsBy, listAddress } from './filters.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { count } from './words.ts';

const MONTHS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'] as const;
/** Years shown: older ones are reached by the filter. */
const YEARS = 6;

const monthOf = (year: number, index: number): string => `${year}-${String(index + 1).padStart(2, '0')}`;

/** The size of a square, 0 to 14 of 20 units: its area goes with the number. */
const sizeOf = (incidents: number, most: number): number => Math.round(14 * Math.sqrt(incidents / most));

const cell = (month: string, incidents: number, most: number, filter: IncidentFilter): Html => {
  if (incidents === 0) return html`<td></td>`;
  const size = sizeOf(incidents, most);
  const edge = 10 - size / 2;
  return html`<td><a href="${listAddress({ ...filter, knownFrom: month, knownTo: month })}"><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><rect x="${edge}" y="${edge}" width="${size}" height="${size}"/></svg><span>${incidents}</span><span class="hidden"> known in ${dateWords(month)}</span></a></td>`;
};

/** How many incidents became known in each month, as a calendar of links. Incidents of which only the year is known count there. */
export const monthStrip = (stats: Stats, filter: IncidentFilter): Part => {
  const values = countsBy(stats, 'month');
  const counts = new Map(values.map(({ value, incidents }) => [value, incidents]));
  const years = [...new Set(values.map(({ value }) => Number(value.slice(0, 4))))].toSorted((a, b) => b - a);
  const most = Math.max(1, ...counts.values());
  return (
    years.length > 0 &&
    html`<table class="strip"><caption>When incidents became known</caption>
<thead><tr><th scope="col"><span class="hidden">Year</span></th>${MONTHS.map((letter, index) => html`<th scope="col"><abbr title="${dateWords(monthOf(2000, index)).replace(' 2000', '')}">${letter}</abbr></th>`)}</tr></thead>
<tbody>${years.slice(0, YEARS).map(year => {
      const loose = counts.get(String(year)) ?? 0;
      return html`<tr><th scope="row">${year}${loose > 0 && html` <span class="meta">(${count(loose, 'incident')} without a month)</span>`}</th>${MONTHS.map((_, index) => cell(monthOf(year, index), counts.get(monthOf(year, index)) ?? 0, most, filter))}</tr>`;
    })}</tbody></table>`
  );
};
