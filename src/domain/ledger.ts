import type { RevisionOrigin } from './article.ts';
import type { Claim } from './claim.ts';
import type { Decision } from './decision.ts';
import type { IdAssignment } from './incident.ts';
import type { IncidentRole, PublisherKind } from './vocabulary.ts';

/** One state of an article's text, without the text. */
export interface LedgerRevision {
  readonly id: string;
  readonly title: string;
  /** UTC ISO 8601 or a bare day, as its page gives it. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly origin: RevisionOrigin;
  /** UTC ISO 8601, oldest first: when the article was fetched and read so. At least one. */
  readonly seenAt: readonly string[];
}

export interface LedgerClaim {
  readonly id: string;
  readonly claim: Claim;
  /** Revisions of the article whose text has the claim's words, its own among them. */
  readonly heldIn: readonly string[];
}

/** One local incident of an analysis. */
export interface LedgerIncident {
  readonly position: number;
  readonly victim: string;
  readonly name: string;
  readonly role: IncidentRole;
  readonly known: string;
  readonly claims: readonly LedgerClaim[];
}

/** What one extractor version reads in one revision, as far as it concerns one victim. */
export interface LedgerAnalysis {
  readonly id: string;
  readonly revision: string;
  readonly extractor: string;
  /** UTC ISO 8601. */
  readonly analysedAt: string;
  /** Empty where it does not read the victim in the text (any more). */
  readonly incidents: readonly LedgerIncident[];
}

/** An article that at least one analysis ever connected with the victim, with all that is held of it. */
export interface LedgerArticle {
  readonly id: string;
  readonly externalId?: string;
  readonly url: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly revisions: readonly LedgerRevision[];
  readonly analyses: readonly LedgerAnalysis[];
}

/** Everything that was ever written down about one victim: what incidents and timelines are derived from. */
export interface VictimLedger {
  readonly victim: string;
  readonly articles: readonly LedgerArticle[];
  readonly assignments: readonly IdAssignment[];
  /** All that touch these articles or ids, those taken back and their undos too. */
  readonly decisions: readonly Decision[];
}

/** One point on both axes of time. Days count to their end, UTC. */
export interface Point {
  /** UTC ISO 8601 or bare day: what the public could read then. */
  readonly asOf?: string;
  /** UTC ISO 8601 or bare day: what we held then, with the analyses and decisions of that day. */
  readonly knownAt?: string;
}
