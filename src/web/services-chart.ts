import type { ServiceValue } from '#domain/claim.ts';
import { daysOfEdtf } from '#domain/fact.ts';
import type { EventInterval, IntervalEnd, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { SERVICE_WORDS } from '#timeline/words.ts';
import { barChart } from './bars.ts';
import { dateWords, edtfWords } from './dates.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
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

const row = (outage: Outage, axis: { readonly from: number; readonly to: number }, link: string): Html => {
  const { service, state } = outage.event.value as ServiceValue;
  const length = Math.max(1, axis.to - axis.from);
  const bar = {
    from: (outage.from - axis.from) / length,
    to: (outage.to - axis.from) / length,
    open: outage.interval.open,
    kind: state,
  };
  return html`<tr><th scope="row"><a href="${link}#${outage.event.id}">${SERVICE_WORDS[service]}</a> <span class="state">${SERVICE_STATE[state]}</span></th>
<td class="plot">${barChart([bar])}</td><td>${durationWords(outage)}</td></tr>`;
};

const dayText = (day: number): string => dateWords(new Date(day * DAY_MS).toISOString().slice(0, 10));

/** Outages of services on one axis of days, as rows of a table that are drawn as well as told. Nothing without outages. */
export const servicesChart = (timeline: Timeline, title: Part): Part => {
  const outages = outagesOf(timeline).toSorted((a, b) => a.from - b.from);
  const axis = {
    from: Math.min(...outages.map(({ from }) => from)),
    to: Math.max(...outages.map(({ to }) => to)),
  };
  return (
    outages.length > 0 &&
    html`<table class="chart"><caption>${title}: ${dayText(axis.from)} to ${dayText(axis.to)}</caption>
<thead><tr><th scope="col">Service</th><th scope="col" class="plot">Days</th><th scope="col">In words</th></tr></thead>
<tbody>${outages.map(outage => row(outage, axis, ''))}</tbody></table>`
  );
};

/**
 * Outages of several incidents, by the calendar or each from its first report: all axes have one length.
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
  const ends = groups.flatMap(({ zero, outages }) => outages.map(({ from, to }) => [from - zero, to - zero] as const));
  if (ends.length === 0) return false;
  const from = Math.min(...ends.map(([start]) => start));
  const to = Math.max(...ends.map(([, end]) => end));
  const scale =
    align === 'day0' ? `day ${from} to day ${to}, from each first report` : `${dayText(from)} to ${dayText(to)}`;
  return html`<table class="chart"><caption>Outages: ${scale}</caption>
<thead><tr><th scope="col">Service</th><th scope="col" class="plot">Days</th><th scope="col">In words</th></tr></thead>
${groups.map(
  ({
    timeline: { incident },
    zero,
    outages,
  }) => html`<tbody><tr><th scope="rowgroup" colspan="3" class="group">${incident.title}</th></tr>
${outages.length === 0 && html`<tr><td colspan="3" class="absent">No outage is reported.</td></tr>`}
${outages.map(outage => row(outage, { from: from + zero, to: to + zero }, pageOf(incident.id)))}</tbody>`,
)}</table>`;
};
