import type { EventVariant, IncidentArticle, Timeline, TimelineEvent } from '#domain/timeline.ts';

/** Reports of one event, and articles of one incident, that its timeline lists at most: the first ones and the last ones. */
const MOST_SOURCES = 200;
const LAST_SOURCES = 50;
const MOST_ARTICLES = 500;
const LAST_ARTICLES = 250;

const isEnd = (index: number, length: number, most: number, last: number): boolean =>
  index < most - last || index >= length - last;

/** Claims that something refers to: the one behind the status, the first of each variant and of each kind of speaker. */
const needed = ({ variants = [], sources }: TimelineEvent, status: string | undefined): ReadonlySet<string> => {
  const speakers = new Map(sources.toReversed().map(({ by, claimId }) => [by, claimId]));
  const first = variants.flatMap(({ claimIds }) => claimIds.slice(0, 1));
  return new Set([...first, ...speakers.values(), ...(status === undefined ? [] : [status])]);
};

const boundedEvent = (event: TimelineEvent, status: string | undefined): TimelineEvent => {
  const { sources, variants } = event;
  if (sources.length <= MOST_SOURCES) return event;
  const kept = needed(event, status);
  const listed = sources.filter(
    ({ claimId }, index) => isEnd(index, sources.length, MOST_SOURCES, LAST_SOURCES) || kept.has(claimId),
  );
  const ids = new Set(listed.map(({ claimId }) => claimId));
  const cut = (variant: EventVariant): EventVariant => ({
    ...variant,
    claimIds: variant.claimIds.filter(id => ids.has(id)),
  });
  return { ...event, sources: listed, ...(variants === undefined ? {} : { variants: variants.map(cut) }) };
};

/** A timeline of a size that can be served, and all articles where it does not list them. */
export interface BoundedTimeline {
  readonly timeline: Timeline;
  readonly articles?: readonly IncidentArticle[];
}

/**
 * Bounds what a timeline lists, so that its size follows what there is to tell and not how often it was told. Counts
 * (`reports`, `independent`, the incident's `articles`) stay those of all reports.
 */
export const bounded = (timeline: Timeline): BoundedTimeline => {
  const { incident, events, articles } = timeline;
  const { length } = articles;
  const isWhole = length <= MOST_ARTICLES;
  return {
    timeline: {
      ...timeline,
      events: events.map(event => boundedEvent(event, incident.status.claimId)),
      articles: isWhole ? articles : articles.filter((_, index) => isEnd(index, length, MOST_ARTICLES, LAST_ARTICLES)),
    },
    ...(isWhole ? {} : { articles }),
  };
};
