import type { ActorValue, AttackValue, DataValue, ServiceValue } from '#domain/claim.ts';
import type { IncidentSummary, LinkedIncident } from '#domain/incident.ts';
import type { TimelineEvent } from '#domain/timeline.ts';
import type { Certainty, Polarity } from '#domain/vocabulary.ts';
import type { Draft } from './draft.ts';
import { incidentLine } from './incident-line.ts';
import { compareCertainty } from './merge.ts';
import { statusOf } from './status.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const monthInWords = (known: string): string =>
  known.length > 4 ? `${MONTHS[Number(known.slice(5, 7)) - 1]} ${known.slice(0, 4)}` : known;

/** The strongest of the events per key, in the order of strength, then of the key. */
const strongest = <V>(
  events: readonly TimelineEvent[],
  keyOf: (event: TimelineEvent) => string,
  entry: (event: TimelineEvent) => V,
): V[] => {
  const best = new Map<string, TimelineEvent>();
  for (const event of events) {
    const held = best.get(keyOf(event));
    if (!held || compareCertainty(event.certainty, held.certainty) > 0) best.set(keyOf(event), event);
  }
  return [...best]
    .sort(([a, x], [b, y]) => compareCertainty(y.certainty, x.certainty) || y.reports - x.reports || (a < b ? -1 : 1))
    .map(([, event]) => entry(event));
};

const dataOf = (
  events: readonly TimelineEvent[],
  polarity: Polarity,
): { type: DataValue['type']; certainty: Certainty }[] =>
  strongest(
    events.filter(event => event.kind === 'data' && (event.value as DataValue).polarity === polarity),
    event => (event.value as DataValue).type,
    event => ({ type: (event.value as DataValue).type, certainty: event.certainty }),
  );

/** What somebody still stands by: neither denied nor taken back by who said it. */
const stands = ({ status }: TimelineEvent): boolean => status !== 'denied' && status !== 'superseded';

/** The last state that was reported of each service. */
const servicesOf = (events: readonly TimelineEvent[]): IncidentSummary['services'] => {
  const last = new Map<string, { value: ServiceValue; at: string }>();
  for (const event of events) {
    if (event.kind !== 'service' || event.certainty === 'denied') continue;
    const value = event.value as ServiceValue;
    const at =
      event.sources
        .map(source => source.publishedAt ?? '')
        .sort()
        .at(-1) ?? '';
    const held = last.get(value.service);
    if (!held || at > held.at) last.set(value.service, { value, at });
  }
  return [...last.values()]
    .map(({ value }) => ({ service: value.service, state: value.state }))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
};

/**
 * What a list shows of an incident, taken from its events: nothing that no event says.
 *
 * @param title the title that a person gave it
 */
export const summaryOf = (
  incident: LinkedIncident,
  drafts: readonly Draft[],
  title: string = `${incident.name}, ${monthInWords(incident.known)}`,
): IncidentSummary => {
  const events = drafts.map(({ event }) => event);
  const asserted = events.filter(stands);
  const reported = incident.members.flatMap(member => member.article.publishedAt ?? []).sort();
  const attacks = asserted.filter(event => event.kind === 'attack');
  const precise = attacks.filter(event => (event.value as AttackValue).type !== 'unspecified');
  const first = reported[0];
  const last = reported.at(-1);
  return {
    id: incident.id,
    title,
    summary: incidentLine(drafts, incident.name),
    status: statusOf(drafts),
    retailer: { slug: incident.victim, name: incident.name },
    known: incident.known,
    ...(first === undefined ? {} : { firstReportedAt: first }),
    ...(last === undefined ? {} : { lastReportedAt: last }),
    attackTypes: strongest(
      precise.length > 0 ? precise : attacks,
      event => (event.value as AttackValue).type,
      event => ({ type: (event.value as AttackValue).type, certainty: event.certainty }),
    ),
    actors: strongest(
      asserted.filter(event => event.kind === 'actor'),
      event => `${(event.value as ActorValue).name}|${(event.value as ActorValue).role}`,
      event => ({ ...(event.value as ActorValue), certainty: event.certainty }),
    ),
    dataTaken: dataOf(asserted, 'taken'),
    dataNotTaken: dataOf(asserted, 'not-taken'),
    services: servicesOf(events),
    articles: new Set(incident.members.map(member => member.article.articleId)).size,
    publishers: new Set(incident.members.map(member => member.article.publisher)).size,
    events: events.length,
  };
};
