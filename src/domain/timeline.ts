import type { RevisionOrigin } from './article.ts';
import type { Claim, EventDate } from './claim.ts';
import type { IncidentSummary } from './incident.ts';
import type { Certainty, ClaimKind, IncidentRole, PublisherKind, Speaker } from './vocabulary.ts';

/** One report of an event: the words, who says so, and where they stand. */
export interface EventSource {
  readonly claimId: string;
  readonly articleId: string;
  readonly revisionId: string;
  readonly url: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly title: string;
  readonly publishedAt?: string;
  readonly origin: RevisionOrigin;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly by: Speaker;
  readonly speaker?: string;
  readonly certainty: Certainty;
}

/** Claims that say the same thing, as one line of the timeline. */
export interface TimelineEvent {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The leading claim's value; its shape is that of the kind. */
  readonly value: Claim['value'];
  /** A sentence for people, never saying more than the claims do. */
  readonly summary: string;
  /** When it happened, where somebody says so. */
  readonly date?: EventDate;
  /** The day under which a timeline lists it: when it happened, else when it was first reported. Absent: unknown. */
  readonly sortDate?: string;
  readonly firstReportedAt?: string;
  readonly certainty: Certainty;
  readonly sharedWith?: readonly string[];
  /** Ids of events that say otherwise. */
  readonly contradictedBy?: readonly string[];
  /** Articles that report it. */
  readonly reports: number;
  /** Reports that are not copies of one another. */
  readonly independent: number;
  /** At least one, the earliest first. */
  readonly sources: readonly EventSource[];
}

/** An article of an incident, as its list of articles shows it. */
export interface IncidentArticle {
  readonly articleId: string;
  readonly revisionId: string;
  readonly externalId?: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly publishedAt?: string;
  readonly fetchedAt: string;
  readonly origin: RevisionOrigin;
  readonly role: IncidentRole;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly claims: number;
  /** Article id of the report of which this one is a copy. */
  readonly copyOf?: string;
}

/** The merged timeline of one incident, as it is stored and served. */
export interface Timeline {
  readonly incident: IncidentSummary;
  readonly events: readonly TimelineEvent[];
  readonly articles: readonly IncidentArticle[];
}
