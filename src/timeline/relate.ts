import type { TimelineEvent } from '#domain/timeline.ts';
import type { EventStatus } from '#domain/vocabulary.ts';
import { contradict } from './conflicts.ts';
import type { Draft } from './draft.ts';
import { compareCertainty } from './merge.ts';
import { movedOn } from './voices.ts';

interface Relations {
  readonly contradictedBy: string[];
  readonly supersededBy: string[];
  readonly supersedes: string[];
}

/** "No evidence that" does not take back "were taken": it is an old word, recalled. */
const isWeaker = (before: Draft, after: Draft): boolean =>
  after.lead.kind === 'data' &&
  after.lead.value.polarity === 'not-taken' &&
  compareCertainty(after.event.certainty, before.event.certainty) < 0;

const takesBack = (before: Draft, after: Draft): boolean =>
  !before.event.pinned && !isWeaker(before, after) && movedOn(before.claims, after.claims);

const statusOf = ({ event }: Draft, relations: Relations | undefined): EventStatus => {
  if (event.pinned) return event.certainty;
  if (relations?.supersededBy.length) return 'superseded';
  if (event.certainty === 'denied') return 'denied';
  return relations?.contradictedBy.length ? 'disputed' : event.certainty;
};

/** Of contradicting events the pairs in which one supersedes the other, and the pairs that stand against each other. */
const relationsOf = (drafts: readonly Draft[]): ReadonlyMap<string, Relations> => {
  const all = new Map<string, Relations>(
    drafts.map(({ event }) => [event.id, { contradictedBy: [], supersededBy: [], supersedes: [] }]),
  );
  for (const [i, a] of drafts.entries())
    for (const b of drafts.slice(i + 1)) {
      const [left, right] = [all.get(a.event.id), all.get(b.event.id)];
      if (!left || !right || !contradict(a, b)) continue;
      if (takesBack(a, b)) {
        left.supersededBy.push(b.event.id);
        right.supersedes.push(a.event.id);
      } else if (takesBack(b, a)) {
        right.supersededBy.push(a.event.id);
        left.supersedes.push(b.event.id);
      } else {
        left.contradictedBy.push(b.event.id);
        right.contradictedBy.push(a.event.id);
      }
    }
  return all;
};

/** Takes the pairs away in which one side is superseded by a third: its speakers no longer stand against anybody. */
const standing = (ids: readonly string[], relations: ReadonlyMap<string, Relations>): readonly string[] =>
  ids.filter(id => !relations.get(id)?.supersededBy.length);

/**
 * Gives each event what stands against it. Where everybody who is heard in it says otherwise later, those later events
 * supersede it; else the two are in conflict. Each event gets its status from that.
 */
export const relate = (drafts: readonly Draft[]): readonly TimelineEvent[] => {
  const relations = relationsOf(drafts);
  return drafts.map(draft => {
    const own = relations.get(draft.event.id);
    const against = own?.contradictedBy ?? [];
    const status = statusOf(draft, own && { ...own, contradictedBy: [...standing(against, relations)] });
    return {
      ...draft.event,
      status,
      ...(against.length === 0 ? {} : { contradictedBy: against }),
      ...(own?.supersededBy.length ? { supersededBy: own.supersededBy } : {}),
      ...(own?.supersedes.length ? { supersedes: own.supersedes } : {}),
    };
  });
};
