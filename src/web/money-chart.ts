import type { MoneyValue } from '#domain/claim.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { METRIC_WORDS } from '#timeline/words.ts';
import { statusBadge } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { type PlottedRow, rowPlot } from './plot.ts';
import { speakerWords } from './words.ts';

/** A sum that somebody names. */
interface Sum {
  readonly link: string;
  readonly of?: string;
  readonly event: TimelineEvent;
  readonly value: MoneyValue;
  /** A fall is negative. */
  readonly low: number;
  readonly high: number;
}

const sumOf = (event: TimelineEvent, link: string, of: string | undefined): readonly Sum[] => {
  if (event.kind !== 'money' || event.status === 'denied') return [];
  const value = event.value as MoneyValue;
  const ends = [value.min, value.max, value.amount, value.percent].flatMap(end => (end === undefined ? [] : [end]));
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

const row = (sum: Sum): Html => {
  const { value, event } = sum;
  const shared = (event.sharedWith ?? []).length > 0;
  const notes: readonly Part[] = [
    html`<a href="${sum.link}#${event.id}">${event.summary}</a>`,
    ...(shared ? ['said jointly of several companies'] : []),
  ];
  return html`<tr><th scope="row">${sum.of !== undefined && html`${sum.of}: `}${METRIC_WORDS[value.metric]} <span class="state">${speakersOf(sum)}</span></th>
<td>${joined(notes, ', ')}${statusBadge(event.status)}</td></tr>`;
};

/** Long lists of speakers stand in the table. */
const LONGEST_LABEL = 44;

const labelOf = (sum: Sum): string => {
  const label = [...(sum.of === undefined ? [] : [`${sum.of}:`]), speakersOf(sum)].join(' ');
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).replace(/[\s;,]+\S*$/, '')} …`;
};

const unitOf = ({ value: { metric, currency, percent, per } }: Sum): string =>
  [METRIC_WORDS[metric], percent === undefined ? currency : '%', ...(per === undefined ? [] : [`a ${per}`])]
    .filter(part => part !== undefined)
    .join(', ');

/** 300000000 as "300m". */
const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

const TONES: Readonly<Partial<Record<string, PlottedRow['tone']>>> = { claimed: 'strong', possible: 'faint' };

const drawn = (sums: readonly Sum[], letters: number): Html => {
  const [first] = sums;
  const rows = sums.map(sum => ({
    label: labelOf(sum),
    from: sum.low,
    to: sum.high,
    tone: TONES[sum.event.certainty] ?? 'plain',
  }));
  const from = Math.min(0, ...sums.map(({ low }) => low));
  const to = Math.max(0, ...sums.map(({ high }) => high));
  const label = first === undefined ? {} : { label: unitOf(first) };
  return rowPlot(rows, {
    type: 'linear',
    from,
    to: from === to ? 1 : to,
    tickFormat: value => short.format(value),
    letters,
    ...label,
  });
};

const chart = (sums: readonly Sum[], caption: Part): Part => {
  const groups = [...Map.groupBy(sums, axisOf).values()];
  const letters = Math.max(...sums.map(sum => labelOf(sum).length));
  return (
    sums.length > 0 &&
    html`<figure class="drawn">${groups.map(members => drawn(members, letters))}
<table class="chart"><caption>${caption}. Each kind of sum has a scale of its own, falls to the left of nothing; nothing is added up.</caption>
<thead><tr><th scope="col">What, and who says so</th><th scope="col">Figure</th></tr></thead>
${groups.map(members => html`<tbody>${members.map(row)}</tbody>`)}</table></figure>`
  );
};

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
