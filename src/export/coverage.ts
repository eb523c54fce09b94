import type { Timeline } from '#domain/timeline.ts';

interface Count {
  readonly name: string;
  readonly count: number;
}

/** What a data set holds, in figures. */
export interface Coverage {
  readonly incidents: number;
  readonly events: number;
  readonly reports: number;
  readonly articles: number;
  readonly publishers: number;
  /** Articles of which only the feed's words were had. */
  readonly fromFeed: number;
  /** Incidents that rest on one article. */
  readonly single: number;
  /** Days of the first and the last publication. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly years: readonly Count[];
  readonly kinds: readonly Count[];
  /** Share of the most frequent publisher, in per cent. */
  readonly topShare: number;
}

const tally = () => {
  const counts = new Map<string, number>();
  return {
    add: (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1),
    size: (): number => counts.size,
    most: (): number => Math.max(0, ...counts.values()),
    sorted: (): readonly Count[] =>
      [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

/** Counts timelines one after the other, so that they need not be held together. */
export const coverageCounter = () => {
  const [years, kinds, publishers] = [tally(), tally(), tally()];
  const articles = new Set<string>();
  const days: string[] = [];
  let [incidents, events, reports, fromFeed, single] = [0, 0, 0, 0, 0];
  return {
    add(timeline: Timeline): void {
      incidents += 1;
      events += timeline.events.length;
      for (const { sources } of timeline.events) reports += sources.length;
      if (timeline.articles.length === 1) single += 1;
      years.add(timeline.incident.known.slice(0, 4));
      for (const article of timeline.articles) {
        if (articles.has(article.articleId)) continue;
        articles.add(article.articleId);
        kinds.add(article.publisherKind);
        publishers.add(article.publisher);
        if (article.origin === 'feed') fromFeed += 1;
        if (article.publishedAt !== undefined) days.push(article.publishedAt.slice(0, 10));
      }
    },
    result(): Coverage {
      days.sort();
      return {
        incidents,
        events,
        reports,
        articles: articles.size,
        publishers: publishers.size(),
        fromFeed,
        single,
        first: days[0],
        last: days.at(-1),
        years: years.sorted(),
        kinds: kinds.sorted(),
        topShare: articles.size === 0 ? 0 : Math.round((100 * publishers.most()) / articles.size),
      };
    },
  };
};
