import type { Resolved, Store } from '#db';
import type { EventMessage, EventNews, LoggedNews, NewsMessage } from '#domain/news.ts';
import { linkToWords } from '#domain/text-fragment.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';

/** Events told in one message; the rest is counted. */
const MOST_EVENTS = 50;

const told = (news: EventNews, event: TimelineEvent | undefined): EventMessage => {
  const [first] = event?.sources ?? [];
  if (event === undefined || first === undefined) return news;
  const { kind, summary, certainty, status } = event;
  const { publisher, publishedAt, quote, url } = first;
  return {
    ...news,
    kind,
    summary,
    certainty,
    status,
    source: { publisher, url: linkToWords(first) ?? url, ...(publishedAt === undefined ? {} : { publishedAt }), quote },
  };
};

const importance = (event: TimelineEvent | undefined): number => event?.importance ?? 0;

/** News in the words of a timeline as it stands now; undefined: there is none any more. Pure. */
export const messageOf = (news: LoggedNews, timeline: Timeline | undefined, site: string): NewsMessage => {
  const { incidentId, kind, movedTo, at } = news;
  const events = new Map(timeline?.events.map(event => [event.id, event]));
  const sorted = news.events.toSorted((a, b) => importance(events.get(b.eventId)) - importance(events.get(a.eventId)));
  const more = Math.max(0, sorted.length - MOST_EVENTS);
  const place = movedTo ?? incidentId;
  return {
    type: `incident.${kind}`,
    timestamp: at,
    data: {
      incident: {
        id: incidentId,
        ...(timeline === undefined ? {} : { title: timeline.incident.title }),
        url: `${site}/v1/incidents/${place}/timeline`,
        page: `${site}/incidents/${place}`,
      },
      ...(movedTo === undefined ? {} : { movedTo }),
      events: sorted.slice(0, MOST_EVENTS).map(event => told(event, events.get(event.eventId))),
      ...(more === 0 ? {} : { more }),
    },
  };
};

const found = async (store: Store, id: string): Promise<Timeline | undefined> => {
  const resolved: Resolved<{ readonly json: string }> = await store.getTimeline(id);
  if (resolved === undefined || 'gone' in resolved) return undefined;
  if ('redirect' in resolved) return undefined;
  return JSON.parse(resolved.found.json) as Timeline;
};

/** News in the words of today: what was taken down meanwhile is not told any more. */
export const describe = async (store: Store, news: LoggedNews, site: string): Promise<NewsMessage> =>
  messageOf(news, await found(store, news.movedTo ?? news.incidentId), site);
