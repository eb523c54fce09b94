import type { StoredClaim } from '#domain/incident.ts';
import type { EventInterval, IntervalEnd, TimelineEvent } from '#domain/timeline.ts';
import type { Service, ServiceState } from '#domain/vocabulary.ts';
import type { Draft } from './draft.ts';
import { publicAt } from './voices.ts';

const DOWN: ReadonlySet<ServiceState> = new Set<ServiceState>(['suspended', 'degraded']);

interface Moment {
  readonly state: ServiceState;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

const statedDay = ({ claim }: StoredClaim): string | undefined =>
  claim.date?.precision === 'day' && claim.certainty !== 'denied' ? claim.date.edtf : undefined;

/** For each service the days on which it went down and came back, as far as somebody states them, in their order. */
export type ServiceDays = ReadonlyMap<Service, readonly Moment[]>;

/** Reads the stated days of all services out of an incident's claims. */
export const serviceDaysOf = (claims: readonly StoredClaim[]): ServiceDays => {
  const days = new Map<Service, Map<string, Moment>>();
  for (const stored of claims) {
    const day = statedDay(stored);
    if (stored.claim.kind !== 'service' || day === undefined) continue;
    const { service, state } = stored.claim.value;
    const told = days.get(service) ?? new Map<string, Moment>();
    if (state !== 'unaffected') days.set(service, told.set(`${day} ${state}`, { state, day }));
  }
  const inOrder = ([a]: [string, Moment], [b]: [string, Moment]): number => (a < b ? -1 : 1);
  return new Map([...days].map(([service, told]) => [service, [...told].sort(inOrder).map(([, moment]) => moment)]));
};

/**
 * Of which outage of its service a claim tells, from 0: a service that came back and went down again on later days is
 * two outages. A claim without a stated day tells of the one that had begun when it was public.
 */
export const outageOf = (stored: StoredClaim, days: ServiceDays): number => {
  if (stored.claim.kind !== 'service') return 0;
  const { service, state } = stored.claim.value;
  const told = statedDay(stored) ?? publicAt(stored)?.slice(0, 10);
  if (told === undefined) return 0;
  let outage = 0;
  let back = false;
  for (const moment of days.get(service) ?? []) {
    const before = DOWN.has(state) ? moment.day <= told : moment.day < told;
    if (!before) break;
    if (moment.state === 'restored') back = true;
    else if (back) {
      outage++;
      back = false;
    }
  }
  return outage;
};

/**
 * Whether a claim's day is one on which it was published. Words that came into an old article unsaid are only known from
 * the day on which they were seen: they may be as old as the article.
 */
const isPublished = (stored: StoredClaim): boolean => {
  const { publishedAt, fetchedAt } = stored.article;
  return (
    publicAt(stored) !== fetchedAt || publishedAt === undefined || publishedAt.slice(0, 10) === fetchedAt.slice(0, 10)
  );
};

const endOf = ({ event, claims }: Pick<Draft, 'event' | 'claims'>): IntervalEnd | undefined => {
  if (event.date !== undefined) return { edtf: event.date.edtf, basis: 'stated' };
  const reported = claims
    .filter(isPublished)
    .map(publicAt)
    .find(at => at !== undefined);
  return reported === undefined ? undefined : { edtf: reported.slice(0, 10), basis: 'reported' };
};

const plain = ({ edtf }: IntervalEnd): string => edtf.replace(/[~?%]$/, '');

/** The last day on which an end of an interval can lie, as text that sorts, also against days and months. */
const latestOf = (end: IntervalEnd): string => {
  const day = plain(end);
  return day.length === 10 ? day : day.length === 7 ? `${day}-31` : `${day}-12-31`;
};

interface ServiceEvent {
  readonly event: TimelineEvent;
  readonly claims: readonly StoredClaim[];
  readonly service: Service;
  readonly state: ServiceState;
  readonly outage: number;
}

const serviceEvents = (drafts: readonly Draft[]): readonly ServiceEvent[] =>
  drafts.flatMap(({ event, lead, outage, claims }) =>
    lead.kind === 'service' && event.certainty !== 'denied' ? [{ event, claims, outage, ...lead.value }] : [],
  );

/** Whether `back` can end the outage that `down` tells of: the same service, the same outage, not before it began. */
const ends = (down: ServiceEvent, back: ServiceEvent): boolean => {
  const [start, end] = [endOf(down), endOf(back)];
  if (back.state !== 'restored' || back.service !== down.service || back.outage < down.outage) return false;
  return end !== undefined && (start === undefined || latestOf(end) >= plain(start));
};

/**
 * Makes an interval of each suspension and disruption: it ends with the first event by which the service came back,
 * not before it began; without one it is open.
 *
 * @returns event id → interval
 */
export const intervalsOf = (drafts: readonly Draft[]): ReadonlyMap<string, EventInterval> => {
  const events = serviceEvents(drafts);
  const intervals = new Map<string, EventInterval>();
  for (const down of events.filter(({ state }) => DOWN.has(state))) {
    const start = endOf(down);
    const [back] = events
      .filter(other => ends(down, other))
      .flatMap(other => {
        const end = endOf(other);
        return end === undefined ? [] : [{ id: other.event.id, end }];
      })
      .sort((a, b) => (`${latestOf(a.end)}|${a.id}` < `${latestOf(b.end)}|${b.id}` ? -1 : 1));
    intervals.set(down.event.id, {
      ...(start === undefined ? {} : { start }),
      ...(back === undefined ? {} : { end: back.end, endedBy: back.id }),
      open: back === undefined,
    });
  }
  return intervals;
};
