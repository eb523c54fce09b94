import { CHANGE_CAUSES, type ChangeCause } from '#domain/changes.ts';
import type { EventNews, IncidentNews } from '#domain/news.ts';
import type { Timeline } from '#domain/timeline.ts';
import { changesBetween } from './changes.ts';

/** An incident as it is derived now. */
interface Derived {
  readonly timeline: Timeline;
  readonly formerIds: readonly string[];
}

/** An incident as it stood, and when that was written (UTC ISO 8601). */
interface Stood {
  readonly timeline: Timeline;
  readonly updatedAt: string;
}

/** What came in between two states of an incident, as far as its articles tell. */
const cameIn = (before: Timeline | undefined, after: Timeline) => {
  const held = new Map(before?.articles.map(({ articleId, revisionId }) => [articleId, revisionId]));
  const now = new Map(after.articles.map(({ articleId, revisionId }) => [articleId, revisionId]));
  return {
    added: new Set([...now.keys()].filter(article => !held.has(article))),
    edited: new Set([...now].filter(([id, revision]) => held.has(id) && held.get(id) !== revision).map(([id]) => id)),
    lost: [...held.keys()].filter(article => !now.has(article)),
  };
};

/**
 * Why events changed: an article that came in, one whose text is another one now, else a decision where one was made
 * since, else better rules. `/changes` tells it exactly, out of the ledger; this goes by what can be seen of the two
 * states, and so costs nothing.
 */
const causeOf = (before: Stood | undefined, after: Timeline, decidedAt: string | undefined) => {
  const { added, edited, lost } = cameIn(before?.timeline, after);
  const isDecided = decidedAt !== undefined && before !== undefined && decidedAt > before.updatedAt;
  return (articles: readonly string[]): readonly ChangeCause[] => {
    const causes = new Set<ChangeCause>();
    if (articles.some(article => added.has(article))) causes.add('published');
    if (articles.some(article => edited.has(article))) causes.add('edited');
    if (causes.size === 0 || (isDecided && lost.length > 0)) {
      if (isDecided) causes.add('decided');
      else if (added.size > 0) causes.add('published');
      else if (edited.size > 0) causes.add('edited');
      else causes.add('re-analysed');
    }
    return CHANGE_CAUSES.filter(cause => causes.has(cause));
  };
};

const eventNews = (before: Stood | undefined, after: Timeline, decidedAt: string | undefined): readonly EventNews[] => {
  const causes = causeOf(before, after, decidedAt);
  const articles = new Map(
    [...(before?.timeline.events ?? []), ...after.events].map(({ id, sources }) => [
      id,
      sources.map(({ articleId }) => articleId),
    ]),
  );
  const changes = changesBetween(before?.timeline.events ?? [], [{ cause: 'published', events: after.events }]);
  return changes.map(({ eventId, change, fields }) => ({
    eventId,
    change,
    causes: causes(articles.get(eventId) ?? []),
    ...(fields === undefined ? {} : { fields }),
  }));
};

/** What of an incident its readers see beside the events. */
const faceOf = ({ incident, articles }: Timeline): string =>
  JSON.stringify([incident.title, incident.status.state, articles.map(({ articleId }) => articleId).sort()]);

/**
 * What became of one victim's incidents: in the order in which they are derived, those that left at the end.
 *
 * @param before the incidents as they stood
 * @param after the incidents as they are now
 * @param decidedAt UTC ISO 8601: when somebody last decided something about them
 */
export const newsBetween = (
  before: readonly Stood[],
  after: readonly Derived[],
  decidedAt: string | undefined,
): readonly IncidentNews[] => {
  const stood = new Map(before.map(state => [state.timeline.incident.id, state]));
  const present = new Set(after.map(({ timeline }) => timeline.incident.id));
  const told = after.flatMap(({ timeline, formerIds }): IncidentNews[] => {
    const { id } = timeline.incident;
    const moved = formerIds.flatMap(former => stood.get(former) ?? [])[0];
    const was = stood.get(id) ?? moved;
    const events = eventNews(was, timeline, decidedAt);
    if (was === undefined) return [{ incidentId: id, kind: 'appeared', events }];
    const isSame = was.timeline.incident.id === id && faceOf(was.timeline) === faceOf(timeline);
    return isSame && events.length === 0 ? [] : [{ incidentId: id, kind: 'changed', events }];
  });
  const left = before.flatMap(({ timeline: { incident } }): IncidentNews[] => {
    if (present.has(incident.id)) return [];
    const other = after.find(({ formerIds }) => formerIds.includes(incident.id))?.timeline.incident.id;
    if (other === undefined) return [{ incidentId: incident.id, kind: 'gone', events: [] }];
    return [{ incidentId: incident.id, kind: 'moved', movedTo: other, events: [] }];
  });
  return [...told, ...left];
};
