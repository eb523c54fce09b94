import type { ServiceValue } from '#domain/claim.ts';
import type { EventInterval, IntervalEnd, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { type CellValue, valueFrom } from './compare-cell.ts';
import { dayOf, daysBetween, dayZeroOf } from './compare-moments.ts';
import { SERVICE_WORDS } from './words.ts';

const plural = (days: number): string => `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;

/** The events that the first report tells of: the report itself is no claim. */
export const firstReportOf = (timeline: Timeline): readonly CellValue[] => {
  const { firstReportedAt } = timeline.incident;
  const [first, ...others] = timeline.events.filter(event => event.firstReportedAt === firstReportedAt);
  if (firstReportedAt === undefined || first === undefined) return [];
  const value = valueFrom(firstReportedAt.slice(0, 10), [first, ...others]);
  const sources = [first, ...others].flatMap(event =>
    event.sources.filter(({ publishedAt }) => publishedAt === firstReportedAt),
  );
  return [{ ...value, status: 'reported', claimIds: [...new Set(sources.map(({ claimId }) => claimId))] }];
};

const DOWN: ReadonlySet<string> = new Set(['denied', 'superseded']);

/** A day that is only that of a report is no more than the latest on which it can have been so. */
const basisOf = (...ends: readonly (IntervalEnd | undefined)[]): 'stated' | 'reported' =>
  ends.some(end => end?.basis === 'reported') ? 'reported' : 'stated';

const outageText = (name: string, { start, end, open }: EventInterval, days: number | undefined): string => {
  const from = start === undefined ? '' : ` from ${start.edtf}`;
  if (open) return `${name}: down${from}, no end reported`;
  const basis = basisOf(start, end) === 'reported' ? ', by the days of reports' : '';
  const stretch = `${from}${end === undefined ? '' : ` to ${end.edtf}`}${basis}`.trim();
  return days === undefined ? `${name}: ${stretch}` : `${name}: ${plural(days)} (${stretch})`;
};

/**
 * Each outage of a service with its days where both ends are known to the day. An open one has no number: that nobody
 * reports an end is not an end.
 */
export const outagesOf = ({ events }: Timeline): readonly CellValue[] =>
  events.flatMap(event => {
    const { interval } = event;
    if (interval === undefined || DOWN.has(event.status)) return [];
    const [start, end] = [dayOf(interval.start?.edtf), dayOf(interval.end?.edtf)];
    const days = start === undefined || end === undefined ? undefined : daysBetween(start, end);
    const back = events.find(({ id }) => id === interval.endedBy);
    const behind: readonly [TimelineEvent, ...TimelineEvent[]] = back === undefined ? [event] : [event, back];
    const name = SERVICE_WORDS[(event.value as ServiceValue).service];
    return [
      valueFrom(
        outageText(name, interval, days),
        behind,
        days === undefined ? {} : { days, basis: basisOf(interval.start, interval.end) },
      ),
    ];
  });

const daysAfterFirst = (timeline: Timeline, day: string | undefined): number | undefined => {
  const zero = dayZeroOf(timeline);
  return zero === undefined || day === undefined ? undefined : daysBetween(zero, day);
};

/** The first confirmed word: by the company hit or by an authority. */
export const confirmationOf = (timeline: Timeline): readonly CellValue[] => {
  const confirmed = timeline.events.flatMap(event =>
    event.sources.flatMap(source => {
      const day = source.certainty === 'confirmed' ? dayOf(source.publishedAt) : undefined;
      return day === undefined ? [] : [{ event, source, day }];
    }),
  );
  const [first] = confirmed.toSorted((a, b) =>
    `${a.day}${a.source.claimId}` < `${b.day}${b.source.claimId}` ? -1 : 1,
  );
  const days = daysAfterFirst(timeline, first?.day);
  if (first === undefined || days === undefined) return [];
  const value = valueFrom(`${plural(days)} (${first.day})`, [first.event], { days });
  return [{ ...value, status: 'confirmed', speakers: [first.source.by], claimIds: [first.source.claimId] }];
};

/** The day since which the incident counts as resolved. */
export const recoveryOf = (timeline: Timeline): readonly CellValue[] => {
  const { state, since, eventId } = timeline.incident.status;
  const event = timeline.events.find(({ id }) => id === eventId);
  const days = state === 'resolved' ? daysAfterFirst(timeline, dayOf(since)) : undefined;
  if (event === undefined || days === undefined) return [];
  return [valueFrom(`${plural(days)} (${since})`, [event], { days })];
};
