import type { RetailerTraits, VictimDerivation } from '#db';
import { claimTarget, type Decision, sameTarget } from '#domain/decision.ts';
import type { LinkedIncident } from '#domain/incident.ts';
import type { VictimLedger } from '#domain/ledger.ts';
import type { ArticleEdit, ClaimEdit, SplitNote, Timeline } from '#domain/timeline.ts';
import { editsOf } from '#incidents/edits.ts';
import { originalsOf } from '#incidents/independence.ts';
import { linkVictim } from '#incidents/link.ts';
import type { Cut } from '#incidents/reading.ts';
import { type LedgerView, viewOf } from '#incidents/view.ts';
import { bounded } from '#timeline/bounds.ts';
import { buildTimeline } from '#timeline/build.ts';

/** What deriving needs beside the ledger. */
export interface DeriveContext {
  /** The usual name of a retailer by its slug. */
  readonly nameOf: (slug: string) => string;
  /** What is known of a retailer beside the news, by its slug. */
  readonly traitsOf?: (slug: string) => RetailerTraits | undefined;
  /** UTC ISO 8601, the time written into ids that are given for the first time. */
  readonly now: string;
}

/** An incident of which only what may be shown is left; undefined where that tells of none. */
const shownPart = (incident: LinkedIncident, { shown }: LedgerView): LinkedIncident | undefined => {
  const members = incident.members.filter(({ id }) => shown.has(id));
  if (!members.some(({ role }) => role !== 'mention')) return undefined;
  if (members.length === incident.members.length) return incident;
  return { ...incident, members, links: incident.links.filter(({ local }) => shown.has(local)) };
};

const isDismissed = (decisions: readonly Decision[], article: string, { kind, before, after }: ClaimEdit): boolean =>
  [before, after].some(side => {
    if (side === undefined) return false;
    const target = { ...claimTarget(article, { kind, ...side } as Parameters<typeof claimTarget>[1]) };
    return decisions.some(decision => decision.kind === 'dismiss' && sameTarget(decision.claim, target));
  });

/** The edits of each article that was seen to change. */
const editsByArticle = (
  ledger: VictimLedger,
  cut: Cut,
  decisions: readonly Decision[],
): ReadonlyMap<string, readonly ArticleEdit[]> => {
  const until = {
    ...(cut.textsKnown === undefined ? {} : { texts: cut.textsKnown }),
    ...(cut.analysed === undefined ? {} : { analysed: cut.analysed }),
    ...(cut.asOf === undefined ? {} : { asOf: cut.asOf }),
  };
  const seen = ledger.articles
    .filter(({ revisions }) => revisions.length > 1)
    .map(article => {
      const edits = editsOf(article, until).map(edit => ({
        ...edit,
        claims: edit.claims.filter(claim => !isDismissed(decisions, article.id, claim)),
      }));
      return [article.id, edits] as const;
    });
  return new Map(seen.filter(([, edits]) => edits.length > 0));
};

const withEdits = (timeline: Timeline, edits: ReadonlyMap<string, readonly ArticleEdit[]>): Timeline => ({
  ...timeline,
  articles: timeline.articles.map(article => {
    const own = edits.get(article.articleId) ?? [];
    return own.length === 0 ? article : { ...article, edits: own };
  }),
});

/** The splits that this incident came out of, or lost articles to. */
const withSplits = (
  timeline: Timeline,
  incident: LinkedIncident,
  splits: readonly Pick<SplitNote, 'decision' | 'from' | 'into'>[],
  decisions: readonly Decision[],
): Timeline => {
  const ids = new Set([incident.id, ...incident.formerIds]);
  const notes = splits
    .filter(({ from, into }) => ids.has(from) || ids.has(into))
    .flatMap(({ decision, from, into }): SplitNote[] => {
      const made = decisions.find(({ id }) => id === decision);
      return made ? [{ decision, from, into, at: made.at, why: made.why }] : [];
    });
  return notes.length === 0 ? timeline : { ...timeline, splits: notes };
};

/** Why an incident is shown no more. */
const noteOf = (incident: LinkedIncident | undefined, decisions: readonly Decision[]): string => {
  const articles = new Set(incident?.members.map(({ article }) => article.articleId));
  const takedown = decisions.findLast(decision => decision.kind === 'takedown' && articles.has(decision.article));
  if (takedown?.kind === 'takedown') return takedown.note;
  return 'No report that is held is read as telling of this incident any more.';
};

/**
 * Derives everything of one victim from its ledger as far as a cut lets it be seen: incidents, timelines, ids, and what
 * is left of incidents that are shown no more. A pure function; the current state is the one of an empty cut.
 */
export const deriveVictim = (ledger: VictimLedger, cut: Cut, context: DeriveContext): VictimDerivation => {
  const { nameOf, now } = context;
  const traits = context.traitsOf?.(ledger.victim);
  const view = viewOf(ledger, cut);
  const { decisions } = view;
  const linked = linkVictim(view.records, view.assignments, now, decisions);
  const originals = originalsOf(view.records.filter(({ id }) => view.shown.has(id)));
  const edits = editsByArticle(ledger, cut, decisions);
  const incidents = linked.incidents.flatMap(one => {
    const incident = shownPart(one, view);
    if (incident === undefined) return [];
    const built = buildTimeline(incident, { originals, nameOf, decisions, edits });
    const whole = withSplits(withEdits(built, edits), incident, linked.splits, decisions);
    const { timeline, articles } = bounded(whole);
    const { formerIds, links } = incident;
    return [
      {
        summary: timeline.incident,
        formerIds,
        links,
        timeline,
        ...(articles === undefined ? {} : { articles }),
        ...(traits === undefined ? {} : { traits }),
      },
    ];
  });
  const alive = new Set(incidents.flatMap(({ summary, formerIds }) => [summary.id, ...formerIds]));
  const given = [...view.assignments, ...linked.newAssignments].map(({ id }) => id);
  const tombstones = [...new Set(given)]
    .filter(id => !alive.has(id))
    .map(id => {
      const hidden = linked.incidents.find(incident => incident.id === id || incident.formerIds.includes(id));
      return { id, note: noteOf(hidden, decisions) };
    });
  const unmatched = new Set([...view.unmatched, ...linked.unmatched]);
  return {
    victim: ledger.victim,
    newAssignments: linked.newAssignments,
    incidents,
    tombstones,
    matched: decisions.filter(({ id }) => !unmatched.has(id)).map(({ id }) => id),
  };
};
