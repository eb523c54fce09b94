import { earlier, instantOf } from '#domain/instant.ts';
import type { EventSource, Timeline, TimelineEvent } from '#domain/timeline.ts';

/** Stands for the time of what bears none. */
export const BEGINNING = '1970-01-01T00:00:00.000Z';

/** The latest of some instants; the beginning where there is none. */
export const latest = (instants: readonly string[]): string => [...instants].sort().at(-1) ?? BEGINNING;
const earliest = (instants: readonly string[]): string | undefined =>
  instants.length === 0 ? undefined : instants.reduce(earlier);

/** When an event was first reported, and when what is told of it here changed last. UTC ISO 8601 with milliseconds. */
export interface Moments {
  readonly published: string;
  /** Never before `published`. */
  readonly updated: string;
}

/**
 * The moments of a timeline's events and of the whole. An event is updated by each further report (at the time at which it
 * came in, so that a late one is seen as new), by what contradicts, supersedes or ends it, and by a person's decision.
 */
export const momentsOf = (timeline: Timeline) => {
  const fetched = new Map(timeline.articles.map(({ articleId, fetchedAt }) => [articleId, instantOf(fetchedAt)]));
  const arrived = ({ articleId, publishedAt }: EventSource): string =>
    latest([BEGINNING, fetched.get(articleId) ?? '', instantOf(publishedAt) ?? '']);
  const own = new Map(timeline.events.map(event => [event.id, latest(event.sources.map(arrived))]));
  const published = (event: TimelineEvent): string =>
    instantOf(event.firstReportedAt) ??
    earliest(event.sources.flatMap(({ publishedAt }) => instantOf(publishedAt) ?? [])) ??
    own.get(event.id) ??
    BEGINNING;
  const of = (event: TimelineEvent): Moments => {
    const others = [...(event.contradictedBy ?? []), ...(event.supersededBy ?? []), event.interval?.endedBy ?? ''];
    const updated = latest([
      published(event),
      own.get(event.id) ?? '',
      ...others.map(id => own.get(id) ?? ''),
      instantOf(event.pinned?.at) ?? '',
    ]);
    return { published: published(event), updated };
  };
  const whole = (): Moments => {
    const first = instantOf(timeline.incident.firstReportedAt) ?? earliest(timeline.events.map(published)) ?? BEGINNING;
    return { published: first, updated: latest([first, ...timeline.events.map(event => of(event).updated)]) };
  };
  return { of, whole };
};

/** When anything of several timelines changed last; the beginning of time where there is nothing. */
export const lastUpdate = (timelines: readonly Timeline[]): string =>
  latest(timelines.map(timeline => momentsOf(timeline).whole().updated));
