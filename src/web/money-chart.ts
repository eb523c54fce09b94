import type { MoneyValue } from '#domain/claim.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { METRIC_WORDS } from '#timeline/words.ts';
import { barChart } from './bars.ts';
import { statusBadge } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { speakerWords } from './words.ts';

/** A sum that somebody names. */
interface Sum {
  readonly link: string;
  readonly of?: string;
  readonly event: TimelineEvent;
  readonly value: MoneyValue;
  readonly low: number;
  readonly high: number;
}

const sumOf = (event: TimelineEvent, link: string, of: string | undefined): readonly Sum[] => {
  if (event.kind !== 'money' || event.status === 'denied') return [];
  const value = event.value as MoneyValue;
  const ends = [value.min, value.max, value.amount, value.percent].flatMap(end =>
    end === undefined ? [] : [Math.abs(end)],
  );
  if (ends.length === 0) return [];
  const sum = { link, event, value, low: Math.min(...ends), high: Math.max(...ends) };
  return [of === undefined ? sum : { ...sum, of }];
};

/** Sums of one kind in one currency can stand on one axis; nothing else can. */
const axisOf = ({ value: { metric, currency, percent, per } }: Sum): string =>
  [metric, percent === undefined ? currency : '%', per].join('|');

/** Who says so: everybody who is heard in it, the outlets themselves as such. */
const speakersOf = ({ event }: Sum): string =>
  [...new Set(event.sources.map(source => speakerWords(source) ?? `${source.publisher} (itself)`))].join('; ');

const row = (sum: Sum, most: number): Html => {
  const { value, event, low, high } = sum;
  const bar = { from: low / most, to: high / most, kind: event.certainty };
  const shared = (event.sharedWith ?? []).length > 0;
  const notes: readonly Part[] = [
    html`<a href="${sum.link}#${event.id}">${event.summary}</a>`,
    ...(shared ? ['said jointly of several companies'] : []),
  ];
  return html`<tr><th scope="row">${sum.of !== undefined && html`${sum.of}: `}${METRIC_WORDS[value.metric]} <span class="state">${speakersOf(sum)}</span></th>
<td class="plot">${barChart([bar])}</td><td>${joined(notes, ', ')}${statusBadge(event.status)}</td></tr>`;
};

const chart = (sums: readonly Sum[], caption: Part): Part =>
  sums.length > 0 &&
  html`<table class="chart"><caption>${caption}. Each kind of sum has a scale of its own, from nothing to its largest figure; nothing is added up.</caption>
<thead><tr><th scope="col">What, and who says so</th><th scope="col" class="plot">Scale</th><th scope="col">Figure</th></tr></thead>
${[...Map.groupBy(sums, axisOf).values()].map(members => {
  const most = Math.max(1, ...members.map(({ high }) => high));
  return html`<tbody>${members.map(sum => row(sum, most))}</tbody>`;
})}</table>`;

/** Sums of one incident by who names them. Nothing where nobody names one. */
export const moneyChart = ({ events }: Timeline): Part =>
  chart(
    events.flatMap(event => sumOf(event, '', undefined)),
    'Money, by who names the sum',
  );

/** Sums of several incidents. `pageOf`: where the page of an incident is. */
export const comparedMoneyChart = (timelines: readonly Timeline[], pageOf: (incident: string) => string): Part =>
  chart(
    timelines.flatMap(({ incident, events }) =>
      events.flatMap(event => sumOf(event, pageOf(incident.id), incident.retailer.name)),
    ),
    'Money, by incident and by who names the sum',
  );
