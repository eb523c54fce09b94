import type { Resolved } from '#db';
import type { Point } from '#domain/ledger.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Services } from '../answer.ts';
import { strongTag } from '../answer.ts';

/** A timeline, and since when it has stood as it is: UTC ISO 8601, absent of the past. */
export interface TimelineRead {
  /** Another one for another content. */
  readonly tag: string;
  /** Read out of what is stored only where it is needed, and once. */
  readonly timeline: () => Timeline;
  readonly updatedAt?: string;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The timeline of an incident as it stands, or as it stood at a point. */
export const readTimeline = async (
  id: string,
  point: Point | undefined,
  { store, history }: Services,
): Promise<Resolved<TimelineRead>> => {
  if (point !== undefined) {
    const past = await history.timelineAt(id, point);
    if (past === undefined || !('found' in past)) return past;
    const timeline = past.found;
    return { found: { tag: strongTag(JSON.stringify(timeline)), timeline: () => timeline } };
  }
  const present = await store.getTimeline(id);
  if (present === undefined || !('found' in present)) return present;
  const { json, etag, updatedAt } = present.found;
  return { found: { tag: etag, timeline: once(() => JSON.parse(json) as Timeline), updatedAt } };
};
