import type {
  ActorValue,
  AttackValue,
  DataValue,
  DateValue,
  LeakValue,
  LegalValue,
  MoneyValue,
  PeopleValue,
  ResponseValue,
  ServiceValue,
} from './claim.ts';
import { slug } from './ids.ts';
import { instantOf } from './instant.ts';
import type { IntervalEnd, Timeline, TimelineEvent } from './timeline.ts';
import type { Certainty, ClaimKind, Speaker } from './vocabulary.ts';

/** An event as it is searched for: what it says in words of the vocabularies, how surely, who says so, and when. */
export interface Fact {
  readonly eventId: string;
  readonly kind: ClaimKind;
  /** Type, actor's slug, service, metric … */
  readonly key: string;
  /** Polarity of data, state of a service, currency of a sum; else empty. */
  readonly detail: string;
  readonly certainty: Certainty;
  /** Neither denied nor taken back by who said it. */
  readonly stands: boolean;
  readonly speakers: readonly Speaker[];
  readonly independent: number;
  /** Ends of a sum of money (units of the currency) or of a number of people. */
  readonly low?: number;
  readonly high?: number;
  /** First and last `YYYY-MM-DD` on which it can have happened. */
  readonly happenedFrom?: string;
  readonly happenedTo?: string;
  /** UTC ISO 8601: a bare day is its end. */
  readonly reportedAt?: string;
}

/** First and last day of an EDTF day, month or year, `YYYY-MM-DD`; undefined for other texts. */
export const daysOfEdtf = (edtf: string): { readonly from: string; readonly to: string } | undefined => {
  const plain = edtf.replace(/[~?%]$/, '');
  if (/^\d{4}$/.test(plain)) return { from: `${plain}-01-01`, to: `${plain}-12-31` };
  if (/^\d{4}-\d{2}$/.test(plain)) {
    const [year = 0, month = 0] = plain.split('-').map(Number);
    return { from: `${plain}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? { from: plain, to: plain } : undefined;
};

const ofMoney = ({ metric, amount, min, max, currency, qualifier }: MoneyValue) => {
  const low = min ?? (qualifier === 'up-to' ? undefined : amount);
  const high = max ?? (qualifier === 'at-least' ? undefined : amount);
  return {
    key: metric,
    detail: currency ?? '',
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
};

const saidIn = ({ kind, value }: TimelineEvent): Pick<Fact, 'key' | 'detail' | 'low' | 'high'> => {
  switch (kind) {
    case 'attack':
      return { key: (value as AttackValue).type, detail: '' };
    case 'actor':
      return { key: slug((value as ActorValue).name), detail: (value as ActorValue).role };
    case 'data':
      return { key: (value as DataValue).type, detail: (value as DataValue).polarity };
    case 'service':
      return { key: (value as ServiceValue).service, detail: (value as ServiceValue).state };
    case 'money':
      return ofMoney(value as MoneyValue);
    case 'people': {
      const { count, subject, sense } = value as PeopleValue;
      return { key: subject, detail: sense, low: count, high: count };
    }
    case 'response':
      return { key: (value as ResponseValue).action, detail: '' };
    case 'leak':
      return { key: (value as LeakValue).state, detail: '' };
    case 'legal':
      return { key: (value as LegalValue).action, detail: '' };
    case 'date':
      return { key: (value as DateValue).what, detail: '' };
  }
};

const factOf = (event: TimelineEvent): Fact => {
  const days = event.date === undefined ? undefined : daysOfEdtf(event.date.edtf);
  const reportedAt = instantOf(event.firstReportedAt);
  return {
    eventId: event.id,
    kind: event.kind,
    ...saidIn(event),
    certainty: event.certainty,
    stands: event.status !== 'denied' && event.status !== 'superseded',
    speakers: [...new Set(event.sources.map(({ by }) => by))].toSorted(),
    independent: event.independent,
    ...(days === undefined ? {} : { happenedFrom: days.from, happenedTo: days.to }),
    ...(reportedAt === undefined ? {} : { reportedAt }),
  };
};

/** The events of a timeline as facts to search for. */
export const factsOf = ({ events }: Timeline): readonly Fact[] => events.map(factOf);

const DAY_MS = 86_400_000;
const daysFrom = (from: string | undefined, to: string | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const exactDay = (edtf: string | undefined): string | undefined =>
  edtf !== undefined && /^\d{4}-\d{2}-\d{2}[~?%]?$/.test(edtf) ? edtf.slice(0, 10) : undefined;

const dayOfDate = ({ events }: Timeline, ...what: readonly string[]): string | undefined =>
  what
    .flatMap(one =>
      events.flatMap(({ kind, value, date, status }) =>
        kind === 'date' && (value as DateValue).what === one && status !== 'denied' && status !== 'superseded'
          ? (exactDay(date?.edtf) ?? [])
          : [],
      ),
    )
    .at(0);

/** How long it took, in days, as far as it is known to the day. */
export interface Durations {
  /** From the discovery, else from the attack or intrusion, to the company's first public word, else the first report. */
  readonly toDisclose?: number;
  /** Of the longest outage, where both days of every outage are stated; the day of a report is none. */
  readonly toRestore?: number;
}

/** How long it took until the public was told, and until everything worked again. */
export const durationsOf = (timeline: Timeline): Durations => {
  const begun = dayOfDate(timeline, 'discovered', 'attack', 'intrusion');
  const told = dayOfDate(timeline, 'disclosed') ?? exactDay(timeline.incident.firstReportedAt?.slice(0, 10));
  const toDisclose = daysFrom(begun, told);
  const intervals = timeline.events.flatMap(({ interval, status }) =>
    interval === undefined || status === 'denied' || status === 'superseded' ? [] : [interval],
  );
  const stated = (end: IntervalEnd | undefined): string | undefined =>
    end?.basis === 'stated' ? exactDay(end.edtf) : undefined;
  const outages = intervals.map(({ start, end }) => daysFrom(stated(start), stated(end)));
  const known = outages.filter(days => days !== undefined);
  const toRestore = known.length > 0 && known.length === outages.length ? Math.max(...known) : undefined;
  return {
    ...(toDisclose === undefined || toDisclose < 0 ? {} : { toDisclose }),
    ...(toRestore === undefined ? {} : { toRestore }),
  };
};
