import { type ClaimTarget, claimTarget, type Decision, inForce, sameTarget } from '#domain/decision.ts';
import type { IdAssignment, LocalIncidentRecord, StoredClaim } from '#domain/incident.ts';
import { instantOf } from '#domain/instant.ts';
import type { LedgerArticle, Point, VictimLedger } from '#domain/ledger.ts';
import { type Cut, EVER, readArticle } from './reading.ts';

/** What linking and the timeline are made of, as the ledger stood. */
export interface LedgerView {
  /** Of every article held the reading that counts, without claims that were dismissed. */
  readonly records: readonly LocalIncidentRecord[];
  /**
   * Ids of the records that may be shown. The others give linking its context, so that incidents and their ids are the
   * same at every time: articles that were not public yet, and those that were taken down.
   */
  readonly shown: ReadonlySet<string>;
  readonly assignments: readonly IdAssignment[];
  /** In force, oldest first. */
  readonly decisions: readonly Decision[];
  /** Ids of dismissals and pins of claims that no reading that counts has (any more). */
  readonly unmatched: ReadonlySet<string>;
}

/** Where a point cuts the ledger. */
export const cutAt = ({ asOf, knownAt }: Point): Cut => {
  const published = instantOf(asOf);
  const known = instantOf(knownAt);
  return {
    ...(published === undefined ? {} : { asOf: published }),
    ...(known === undefined ? {} : { articlesKnown: known, textsKnown: known, analysed: known, decided: known }),
  };
};

const isHeld = ({ revisions }: LedgerArticle, until: string): boolean =>
  revisions.some(({ seenAt }) => (seenAt[0] ?? EVER) <= until);

/** Decisions in force at an instant; a takedown that is in force now holds at every time. */
const decisionsAt = (all: readonly Decision[], until: string): readonly Decision[] => {
  const takedowns = inForce(all).filter(({ kind }) => kind === 'takedown');
  const then = inForce(all.filter(({ at }) => at <= until)).filter(({ kind }) => kind !== 'takedown');
  return [...then, ...takedowns].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
};

/** Dismissals and pins whose claim is not among what is read. */
const unmatchedAmong = (
  records: readonly LocalIncidentRecord[],
  decisions: readonly Decision[],
): ReadonlySet<string> => {
  const said = (target: ClaimTarget): boolean =>
    records.some(
      ({ article, claims }) =>
        article.articleId === target.article &&
        claims.some(({ claim }) => sameTarget(target, claimTarget(target.article, claim))),
    );
  return new Set(
    decisions.flatMap(decision =>
      (decision.kind === 'dismiss' || decision.kind === 'pin') && !said(decision.claim) ? [decision.id] : [],
    ),
  );
};

const withoutDismissed = (record: LocalIncidentRecord, dismissed: readonly ClaimTarget[]): LocalIncidentRecord => {
  const here = dismissed.filter(({ article }) => article === record.article.articleId);
  if (here.length === 0) return record;
  const isLeft = ({ article, claim }: StoredClaim): boolean =>
    !here.some(target => sameTarget(target, claimTarget(article.articleId, claim)));
  return { ...record, claims: record.claims.filter(isLeft) };
};

/**
 * Reads the ledger of a victim as it stood: the current state is the view of an empty cut. A pure function of the set of
 * what the ledger holds up to the cut, whatever its order.
 */
export const viewOf = (ledger: VictimLedger, cut: Cut): LedgerView => {
  const decisions = decisionsAt(ledger.decisions, cut.decided ?? EVER);
  const dismissed = decisions.flatMap(decision => (decision.kind === 'dismiss' ? [decision.claim] : []));
  const takenDown = new Set(decisions.flatMap(decision => (decision.kind === 'takedown' ? [decision.article] : [])));
  const shown = new Set<string>();
  const records = ledger.articles
    .filter(article => isHeld(article, cut.articlesKnown ?? EVER))
    .flatMap(article => {
      const { records, isPublic } = readArticle(article, cut);
      if (isPublic && !takenDown.has(article.id)) for (const { id } of records) shown.add(id);
      return records;
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const assigned = cut.assigned ?? cut.decided ?? EVER;
  return {
    records: records.map(record => withoutDismissed(record, dismissed)),
    shown,
    assignments: ledger.assignments.filter(({ assignedAt }) => assignedAt <= assigned),
    decisions,
    unmatched: unmatchedAmong(records, decisions),
  };
};

/** The ledger as it stood at a point of both axes. */
export const viewAt = (ledger: VictimLedger, point: Point = {}): LedgerView => viewOf(ledger, cutAt(point));
