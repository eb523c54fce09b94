import { CHANGE_CAUSES, type ChangeCause, type EventChange, type EventState } from '#domain/changes.ts';
import { quoteHash } from '#domain/decision.ts';
import type { TimelineEvent } from '#domain/timeline.ts';

/** A timeline's events after one kind of cause was let through; causes come one after the other. */
export interface Step {
  readonly cause: ChangeCause;
  readonly events: readonly TimelineEvent[];
}

/** One event before and after; one side is missing where it appeared or was retracted. */
interface Pair {
  readonly before?: TimelineEvent;
  readonly after?: TimelineEvent;
}

/** Members that say nothing about the event itself, or follow from other events. */
const ASIDE: ReadonlySet<string> = new Set(['id', 'sources', 'importance', 'important', 'sortDate', 'firstReportedAt']);

const fieldsThatDiffer = (before: TimelineEvent, after: TimelineEvent): readonly string[] => {
  const [left, right]: readonly Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter(name => !ASIDE.has(name) && JSON.stringify(left?.[name]) !== JSON.stringify(right?.[name]))
    .sort();
};

/** What an event rests on, whatever the revision: the words of its sources. */
const wordsOf = ({ kind, sources }: TimelineEvent): ReadonlySet<string> =>
  new Set(sources.map(({ articleId, quote }) => `${kind}|${articleId}|${quoteHash(quote)}`));

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter(word => b.has(word)).length;

/** Events that are the same: by id, and where the leading value gave it another, by the words that both rest on. */
const pairs = (before: readonly TimelineEvent[], after: readonly TimelineEvent[]): readonly Pair[] => {
  const byId = new Map(after.map(event => [event.id, event]));
  const same = before.flatMap(event => {
    const other = byId.get(event.id);
    return other ? [{ before: event, after: other }] : [];
  });
  const paired = new Set(same.map(pair => pair.before.id));
  const left = after.filter(({ id }) => !paired.has(id)).map(event => ({ event, words: wordsOf(event) }));
  const moved: Pair[] = [];
  for (const event of before.filter(({ id }) => !paired.has(id))) {
    const words = wordsOf(event);
    const best = left
      .map((other, index) => ({ index, count: shared(words, other.words) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)[0];
    const [taken] = best ? left.splice(best.index, 1) : [];
    moved.push(taken ? { before: event, after: taken.event } : { before: event });
  }
  return [...same, ...moved, ...left.map(({ event }) => ({ after: event }))];
};

const isChange = ({ before, after }: Pair): boolean =>
  before === undefined || after === undefined || fieldsThatDiffer(before, after).length > 0;

/** Ids of events that a step changed, as they were and as they are. */
const touched = (before: readonly TimelineEvent[], after: readonly TimelineEvent[]): ReadonlySet<string> =>
  new Set(
    pairs(before, after)
      .filter(isChange)
      .flatMap(pair => [pair.before?.id, pair.after?.id].flatMap(id => id ?? [])),
  );

const stateOf = (event: TimelineEvent): EventState | undefined => {
  const [first] = event.sources;
  if (first === undefined) return undefined;
  const { kind, value, summary, certainty, status, date, reports, independent } = event;
  const { articleId, url, publisher, publishedAt, quote } = first;
  return {
    kind,
    value,
    summary,
    certainty,
    status,
    ...(date === undefined ? {} : { date }),
    reports,
    independent,
    source: { articleId, url, publisher, ...(publishedAt === undefined ? {} : { publishedAt }), quote },
  };
};

const changeOf = ({ before, after }: Pair, causes: readonly ChangeCause[]): EventChange | undefined => {
  const eventId = after?.id ?? before?.id;
  if (eventId === undefined) return undefined;
  const [was, is] = [before && stateOf(before), after && stateOf(after)];
  return {
    eventId,
    change: before === undefined ? 'appeared' : after === undefined ? 'retracted' : 'changed',
    causes,
    ...(before && after ? { fields: fieldsThatDiffer(before, after) } : {}),
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
};

/**
 * What became of the events of a timeline, and why. A change that one step made and another took back is none.
 *
 * @param before the events at first
 * @param steps the events after each kind of cause, the last one as they are in the end
 */
export const changesBetween = (before: readonly TimelineEvent[], steps: readonly Step[]): readonly EventChange[] => {
  const states = [before, ...steps.map(({ events }) => events)];
  const made = steps.map(({ cause, events }, index) => ({ cause, ids: touched(states[index] ?? [], events) }));
  return pairs(before, states.at(-1) ?? before)
    .filter(isChange)
    .flatMap(pair => {
      const ids = [pair.before?.id, pair.after?.id].flatMap(id => id ?? []);
      const direct = made.filter(step => ids.some(id => step.ids.has(id)));
      // An event that went by a third id in between: whatever changed anything.
      const causes = new Set((direct.length > 0 ? direct : made.filter(step => step.ids.size > 0)).map(s => s.cause));
      return (
        changeOf(
          pair,
          CHANGE_CAUSES.filter(cause => causes.has(cause)),
        ) ?? []
      );
    });
};
