import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import { type CompareAlignment, type CompareMoment, dayZeroOf, momentsOf } from './compare-moments.ts';
import { type CompareRow, rowsOf } from './compare-rows.ts';

export { CELL_STATUSES, type CellStatus, type CellValue, type CompareCell } from './compare-cell.ts';
export { COMPARE_ALIGNMENTS, type CompareAlignment, type CompareMoment, type MomentEvent } from './compare-moments.ts';
export { COMPARED_ATTRIBUTES, type ComparedAttribute, type CompareRow } from './compare-rows.ts';

/** One of the incidents side by side. */
export interface ComparedIncident extends Pick<IncidentSummary, 'id' | 'title' | 'retailer' | 'known' | 'status'> {
  /** `YYYY-MM-DD`: the day of the first report, from which days are counted. Absent where no report is dated. */
  readonly dayZero?: string;
}

/** Incidents side by side: one row per attribute, one cell per incident, in the order in which they were given. */
export interface Comparison {
  readonly align: CompareAlignment;
  readonly incidents: readonly ComparedIncident[];
  readonly rows: readonly CompareRow[];
  /** What happened, or was first reported, by day: of the calendar, or counted from each incident's day 0. */
  readonly moments: readonly CompareMoment[];
}

const comparedIncident = (timeline: Timeline): ComparedIncident => {
  const { id, title, retailer, known, status } = timeline.incident;
  const dayZero = dayZeroOf(timeline);
  return { id, title, retailer, known, status, ...(dayZero === undefined ? {} : { dayZero }) };
};

/**
 * Sets incidents side by side. Pure; every value has the claims behind it, among the sources of the timelines, and what
 * nobody reports is `not-reported`, which is never "no". Figures of different speakers are never added up.
 */
export const compareTimelines = (
  timelines: readonly Timeline[],
  { align = 'calendar' }: { readonly align?: CompareAlignment } = {},
): Comparison => ({
  align,
  incidents: timelines.map(comparedIncident),
  rows: rowsOf(timelines),
  moments: momentsOf(timelines, align),
});
