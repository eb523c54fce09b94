import type { TimelineEvent } from '#domain/timeline.ts';
import type { EventStatus, Speaker } from '#domain/vocabulary.ts';

/** How what stands in a cell is known: like an event, or not at all. */
export const CELL_STATUSES = [
  'confirmed',
  'claimed',
  'reported',
  'possible',
  'denied',
  'disputed',
  'superseded',
  'not-reported',
] as const satisfies readonly (EventStatus | 'not-reported')[];
export type CellStatus = (typeof CELL_STATUSES)[number];

/** One value in a cell. */
export interface CellValue {
  /** As words, with the speaker where the sentence of the event has one. */
  readonly text: string;
  readonly status: CellStatus;
  /** Who says so, each once. */
  readonly speakers: readonly Speaker[];
  /** Ids of the claims behind it, all among the sources of the timelines. At least one. */
  readonly claimIds: readonly string[];
  readonly eventIds: readonly string[];
  /** A number of days, where the attribute is one. */
  readonly days?: number;
  /** Whether both ends of these days are stated, or one is only the day of a report. */
  readonly basis?: 'stated' | 'reported';
}

/** What is known of one attribute of one incident. */
export interface CompareCell {
  /** Id of the incident. */
  readonly incident: string;
  /** The values as one text; empty where nothing is reported, which is never "no". */
  readonly text: string;
  /** That of the first value, which is the surest; `not-reported` where there is none. */
  readonly status: CellStatus;
  readonly values: readonly CellValue[];
  readonly claimIds: readonly string[];
}

const STRENGTH: Readonly<Record<CellStatus, number>> = {
  confirmed: 6,
  reported: 5,
  claimed: 4,
  disputed: 3,
  possible: 2,
  denied: 1,
  superseded: 0,
  'not-reported': -1,
};

/** Values without text are none. Surest first; the order of the timeline among equals. */
export const cellOf = (incident: string, values: readonly CellValue[], empty = ''): CompareCell => {
  const sorted = values.toSorted((a, b) => STRENGTH[b.status] - STRENGTH[a.status]);
  return {
    incident,
    text: sorted.length === 0 ? empty : sorted.map(({ text, status }) => `${text} (${status})`).join('; '),
    status: sorted[0]?.status ?? 'not-reported',
    values: sorted,
    claimIds: [...new Set(sorted.flatMap(({ claimIds }) => claimIds))],
  };
};

/** What a cell tells of one or more events: the first one leads. */
export const valueFrom = (
  text: string,
  events: readonly [TimelineEvent, ...TimelineEvent[]],
  more: Pick<CellValue, 'days' | 'basis'> = {},
): CellValue => ({
  text,
  status: events[0].status,
  speakers: [...new Set(events.flatMap(({ sources }) => sources.map(({ by }) => by)))],
  claimIds: [...new Set(events.flatMap(({ sources }) => sources.map(({ claimId }) => claimId)))],
  eventIds: events.map(({ id }) => id),
  ...more,
});
