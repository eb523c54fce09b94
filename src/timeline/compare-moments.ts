import type { Timeline, TimelineEvent } from '#domain/timeline.ts';

/** `calendar`: by the days of the calendar. `day0`: by days counted from each incident's first report. */
export const COMPARE_ALIGNMENTS = ['calendar', 'day0'] as const;
export type CompareAlignment = (typeof COMPARE_ALIGNMENTS)[number];

export type MomentEvent = Pick<TimelineEvent, 'id' | 'kind' | 'summary' | 'status'>;

/** One day with what stands there in each incident. */
export interface CompareMoment {
  /** `YYYY-MM-DD`; of `day0` absent. */
  readonly date?: string;
  /** Days after day 0, which may be negative; of `calendar` absent. */
  readonly day?: number;
  /** One list per incident, in their order. */
  readonly events: readonly (readonly MomentEvent[])[];
}

const DAY_MS = 86_400_000;
const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day of an EDTF date of day precision, approximate or not. */
export const dayOf = (edtf: string | undefined): string | undefined => {
  const day = edtf?.slice(0, 10);
  return day !== undefined && FULL_DAY.test(day) ? day : undefined;
};

/** Days from one day to a later one; negative to an earlier one. Both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The day of the first report of an incident. */
export const dayZeroOf = ({ incident }: Timeline): string | undefined => dayOf(incident.firstReportedAt);

const brief = ({ id, kind, summary, status }: TimelineEvent): MomentEvent => ({ id, kind, summary, status });

interface Placed {
  readonly at: number;
  readonly column: number;
  readonly event: MomentEvent;
}

const placedOf = (timeline: Timeline, column: number, align: CompareAlignment): readonly Placed[] => {
  const zero = align === 'calendar' ? '1970-01-01' : dayZeroOf(timeline);
  if (zero === undefined) return [];
  return timeline.events.flatMap(event => {
    const day = dayOf(event.sortDate);
    return event.important && day !== undefined ? [{ at: daysBetween(zero, day), column, event: brief(event) }] : [];
  });
};

/** The important events of all timelines by day, the earliest first. Events without an exact day stand nowhere here. */
export const momentsOf = (timelines: readonly Timeline[], align: CompareAlignment): readonly CompareMoment[] => {
  const placed = timelines.flatMap((timeline, column) => placedOf(timeline, column, align));
  const days = [...Map.groupBy(placed, ({ at }) => at)].toSorted(([a], [b]) => a - b);
  return days.map(([at, members]) => ({
    ...(align === 'calendar' ? { date: new Date(at * DAY_MS).toISOString().slice(0, 10) } : { day: at }),
    events: timelines.map((_, index) => members.filter(({ column }) => column === index).map(({ event }) => event)),
  }));
};
