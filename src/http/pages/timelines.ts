import type { Resolved } from '#db';
import type { Point } from '#domain/ledger.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Services } from '../answer.ts';

/** A timeline, and since when it has stood as it is: UTC ISO 8601, absent of the past. */
export interface TimelineRead {
  readonly timeline: Timeline;
  readonly updatedAt?: string;
}

/** The timeline of an incident as it stands, or as it stood at a point. */
export const readTimeline = async (
  id: string,
  point: Point | undefined,
  { store, history }: Services,
): Promise<Resolved<TimelineRead>> => {
  if (point !== undefined) {
    const past = await history.timelineAt(id, point);
    return past !== undefined && 'found' in past ? { found: { timeline: past.found } } : past;
  }
  const present = await store.getTimeline(id);
  if (present === undefined || !('found' in present)) return present;
  const { json, updatedAt } = present.found;
  return { found: { timeline: JSON.parse(json) as Timeline, updatedAt } };
};
