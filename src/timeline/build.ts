import type { Decision } from '#domain/decision.ts';
import type { LinkedIncident } from '#domain/incident.ts';
import type { ArticleEdit, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { articlesOf } from './articles.ts';
import type { Draft } from './draft.ts';
import { draftOf } from './event.ts';
import { importanceOf, importantOf } from './importance.ts';
import { mergeClaims } from './merge.ts';
import { relate } from './relate.ts';
import { rulingsFor } from './rulings.ts';
import { intervalsOf, outageOf, serviceDaysOf } from './services.ts';
import { summaryOf } from './summary.ts';
import type { Originals } from './voices.ts';

/** What a build needs beside the incident. */
export interface BuildContext {
  /** Article id → id of the article of which it is a copy, or itself. */
  readonly originals: Originals;
  /** Usual names of other retailers by slug, for joint statements. */
  readonly nameOf: (slug: string) => string;
  /** Decisions of people that are in force, oldest first. */
  readonly decisions?: readonly Decision[];
  /** Article id → its edits, oldest first. */
  readonly edits?: ReadonlyMap<string, readonly ArticleEdit[]>;
}

const inOrder = (a: TimelineEvent, b: TimelineEvent): number => {
  const left = `${a.sortDate ?? '9999'}|${a.firstReportedAt ?? '9999'}|${a.id}`;
  const right = `${b.sortDate ?? '9999'}|${b.firstReportedAt ?? '9999'}|${b.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The incident without the claims that people dismissed. */
const withoutDismissed = (incident: LinkedIncident, context: BuildContext): LinkedIncident => {
  const { isDismissed } = rulingsFor(incident, context.decisions ?? []);
  const members = incident.members.map(member => ({
    ...member,
    claims: member.claims.filter(claim => !isDismissed(claim)),
  }));
  return { ...incident, members };
};

const draftsOf = (incident: LinkedIncident, context: BuildContext): readonly Draft[] => {
  const { originals, nameOf, decisions = [], edits = new Map() } = context;
  const claims = incident.members.flatMap(member => member.claims);
  const days = serviceDaysOf(claims);
  const rulings = rulingsFor(incident, decisions);
  return mergeClaims(claims, originals)
    .flatMap(group => {
      const [first] = group.claims;
      const outage = first === undefined ? 0 : outageOf(first, days);
      return draftOf(group, outage, { incident, originals, nameOf, rulings, edits }) ?? [];
    })
    .sort((a, b) => inOrder(a.event, b.event));
};

/** Sets the events against one another: relations, status, intervals, importance. */
const finish = (drafts: readonly Draft[]): readonly Draft[] => {
  const intervals = intervalsOf(drafts);
  const events = relate(drafts).map((event, index): TimelineEvent => {
    const interval = intervals.get(event.id);
    const lead = drafts[index]?.lead;
    const importance = lead === undefined ? 0 : importanceOf(lead, event);
    return { ...event, ...(interval === undefined ? {} : { interval }), importance };
  });
  const important = importantOf(events);
  return drafts.flatMap((draft, index) => {
    const event = events[index];
    return event === undefined ? [] : [{ ...draft, event: { ...event, important: important.has(event.id) } }];
  });
};

/**
 * Builds the timeline of one incident: claims that say the same become one event with all its sources, set against the
 * events that say otherwise. A pure function of the linked claims and the decisions, whatever their order; every event
 * has at least one source with its verbatim quote.
 */
export const buildTimeline = (incident: LinkedIncident, context: BuildContext): Timeline => {
  const left = withoutDismissed(incident, context);
  const drafts = finish(draftsOf(left, context));
  const { title } = rulingsFor(incident, context.decisions ?? []);
  return {
    incident: summaryOf(left, drafts, title),
    events: drafts.map(({ event }) => event),
    articles: articlesOf(left, context.originals, context.edits ?? new Map()),
  };
};
