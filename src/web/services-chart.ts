import type { ServiceValue } from '#domain/claim.ts';
import { daysOfEdtf } from '#domain/fact.ts';
import type { EventInterval, IntervalEnd, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { SERVICE_WORDS } from '#timeline/words.ts';
import { dateWords, edtfWords } from './dates.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { type PlottedRow, rowPlot } from './plot.ts';
import { SERVICE_STATE } from './words.ts';

/** An outage with a beginning that can be drawn. */
interface Outage {
  readonly incident: string;
  readonly event: TimelineEvent;
  readonly interval: EventInterval;
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;

const dayNumber = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Denied and taken-back outages are no outages. */
const counts = ({ status }: TimelineEvent): boolean => status !== 'denied' && status !== 'superseded';

const lastDay = ({ incident }: Timeline): string | undefined => incident.lastReportedAt?.slice(0, 10);

const outagesOf = (timeline: Timeline): readonly Outage[] =>
  timeline.events.flatMap(event => {
    const { interval } = event;
    const start = interval?.start === undefined ? undefined : daysOfEdtf(interval.start.edtf);
    const from = dayNumber(start?.from);
    if (interval === undefined || from === undefined || !counts(event)) return [];
    const end = interval.end === undefined ? lastDay(timeline) : daysOfEdtf(interval.end.edtf)?.to;
    return [{ incident: timeline.incident.id, event, interval, from, to: Math.max(from, dayNumber(end) ?? from) }];
  });

const endWords = ({ edtf, basis }: IntervalEnd): string =>
  basis === 'stated' ? edtfWords(edtf) : `${dateWords(edtf)} (day of the report)`;

const durationWords = ({ interval }: Outage): string => {
  const start = interval.start === undefined ? '' : `from ${endWords(interval.start)} `;
  return interval.end === undefined ? `${start}on; no end is reported` : `${start}to ${endWords(interval.end)}`;
};

const row = (outage: Outage, page: string): Html => {
  const { service, state } = outage.event.value as ServiceValue;
  return html`<tr><th scope="row"><a href="${page}#${outage.event.id}">${SERVICE_WORDS[service]}</a> <span class="state">${SERVICE_STATE[state]}</span></th>
<td>${durationWords(outage)}</td></tr>`;
};

const TONES: Readonly<Partial<Record<string, PlottedRow['tone']>>> = { suspended: 'strong', degraded: 'faint' };

/** `of`: whose service it is, where that is not plain; `zero`: the day from which days are counted. */
const plotted = ({ event, interval, from, to }: Outage, of: string | undefined, zero: number): PlottedRow => {
  const { service, state } = event.value as ServiceValue;
  const label = `${SERVICE_WORDS[service]}, ${SERVICE_STATE[state]}`;
  return {
    label: of === undefined ? label : `${of}: ${label}`,
    from: from - zero,
    to: to - zero,
    open: interval.open,
    tone: TONES[state] ?? 'plain',
  };
};

/** Days since 1970, drawn as dates. */
const byCalendar = (rows: readonly PlottedRow[]): Html => {
  const dates = rows.map(row => ({ ...row, from: row.from * DAY_MS, to: row.to * DAY_MS }));
  return rowPlot(dates, {
    type: 'utc',
    from: Math.min(...dates.map(({ from }) => from)),
    to: Math.max(...dates.map(({ from, to }) => Math.max(to, from + DAY_MS))),
  });
};

const byDays = (rows: readonly PlottedRow[]): Html =>
  rowPlot(rows, {
    type: 'linear',
    from: Math.min(0, ...rows.map(({ from }) => from)),
    to: Math.max(1, ...rows.map(({ to }) => to)),
    label: 'Days from the first report',
  });

const dayText = (day: number): string => dateWords(new Date(day * DAY_MS).toISOString().slice(0, 10));

const table = (caption: Part, body: Part): Html => html`<table class="chart"><caption>${caption}</caption>
<thead><tr><th scope="col">Service</th><th scope="col">In words</th></tr></thead>
${body}</table>`;

/** Outages of services on one axis of days, and the same in words. Nothing without outages. */
export const servicesChart = (timeline: Timeline, title: Part): Part => {
  const outages = outagesOf(timeline).toSorted((a, b) => a.from - b.from);
  if (outages.length === 0) return false;
  const days = outages.flatMap(({ from, to }) => [from, to]);
  return html`<figure class="drawn">${byCalendar(outages.map(one => plotted(one, undefined, 0)))}
${table(
  html`${title}: ${dayText(Math.min(...days))} to ${dayText(Math.max(...days))}`,
  html`<tbody>${outages.map(outage => row(outage, ''))}</tbody>`,
)}</figure>`;
};

/**
 * Outages of several incidents on one axis, of the calendar or of days from each first report.
 *
 * @param pageOf where the page of an incident is
 */
export const comparedServicesChart = (
  timelines: readonly Timeline[],
  align: 'calendar' | 'day0',
  pageOf: (incident: string) => string,
): Part => {
  const groups = timelines.map(timeline => {
    const zero = align === 'day0' ? (dayNumber(timeline.incident.firstReportedAt?.slice(0, 10)) ?? 0) : 0;
    return { timeline, zero, outages: outagesOf(timeline) };
  });
  const rows = groups.flatMap(({ timeline, zero, outages }) =>
    outages.map(outage => plotted(outage, timeline.incident.retailer.name, zero)),
  );
  if (rows.length === 0) return false;
  const [from, to] = [Math.min(...rows.map(one => one.from)), Math.max(...rows.map(one => one.to))];
  const scale =
    align === 'day0' ? `day ${from} to day ${to}, from each first report` : `${dayText(from)} to ${dayText(to)}`;
  const bodies = groups.map(
    ({
      timeline: { incident },
      outages,
    }) => html`<tbody><tr><th scope="rowgroup" colspan="2" class="group">${incident.title}</th></tr>
${outages.length === 0 && html`<tr><td colspan="2" class="absent">No outage is reported.</td></tr>`}
${outages.map(outage => row(outage, pageOf(incident.id)))}</tbody>`,
  );
  return html`<figure class="drawn">${align === 'day0' ? byDays(rows) : byCalendar(rows)}
${table(`Outages: ${scale}`, bodies)}</figure>`;
};
