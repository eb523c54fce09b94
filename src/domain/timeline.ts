import type { RevisionOrigin } from './article.ts';
import type { Claim, EventDate } from './claim.ts';
import type { IncidentSummary } from './incident.ts';
import type { Certainty, ClaimKind, EventStatus, IncidentRole, PublisherKind, Speaker } from './vocabulary.ts';

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
  /** Article id of the report of which this one is a copy: such a source adds nothing to `independent`. */
  readonly copyOf?: string;
  /** Its article's text was seen to change: `openly`, with a modification stated for it, or `silently`. */
  readonly edited?: 'openly' | 'silently';
}

/** What some sources of an event say in another figure or date than the one that leads. */
export interface EventVariant {
  readonly value: Claim['value'];
  readonly date?: EventDate;
  readonly reports: number;
  readonly independent: number;
  /** The claims that say so, as far as they are among the event's sources. */
  readonly claimIds: readonly string[];
}

/** An end of an interval. `reported`: nobody states the day, it is the day of the first report. */
export interface IntervalEnd {
  readonly edtf: string;
  readonly basis: 'stated' | 'reported';
}

/** From when to when a service was hit, as far as the reports tell. */
export interface EventInterval {
  readonly start?: IntervalEnd;
  readonly end?: IntervalEnd;
  /** Nobody has said yet that it is over. */
  readonly open: boolean;
  /** Id of the event that ends it. */
  readonly endedBy?: string;
}

/** A person's decision that an event shows. */
export interface EventPin {
  /** Decision id. */
  readonly decision: string;
  readonly who: string;
  readonly why: string;
  /** UTC ISO 8601. */
  readonly at: string;
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
  /** The certainty, unless others say otherwise (`disputed`) or its own speaker did so later (`superseded`). */
  readonly status: EventStatus;
  readonly sharedWith?: readonly string[];
  /** What sources of this event say in other figures or dates; they are never added or averaged. */
  readonly variants?: readonly EventVariant[];
  /** Only of a service that was suspended or degraded. */
  readonly interval?: EventInterval;
  /** Ids of events in which others say otherwise. */
  readonly contradictedBy?: readonly string[];
  /** Ids of events in which the same speaker later says otherwise. */
  readonly supersededBy?: readonly string[];
  /** Ids of events that this one supersedes. */
  readonly supersedes?: readonly string[];
  /** A person fixed the value that leads. */
  readonly pinned?: EventPin;
  /** 0 to 1: how much a reader who asks what matters wants to know it. */
  readonly importance: number;
  /** One of the ten events of the timeline that matter most. */
  readonly important: boolean;
  /** Articles that report it. */
  readonly reports: number;
  /** Reports that are not copies of one another. */
  readonly independent: number;
  /** At least one, the earliest first; of very many the first and the last ones (`#timeline/bounds.ts`). */
  readonly sources: readonly EventSource[];
}

/** A claim that an edit of its article brought, took away or changed. */
export interface ClaimEdit {
  /** `softened`, `hardened`: the same, said with less or more certainty. `changed`: another figure, state or polarity. */
  readonly change: 'appeared' | 'vanished' | 'softened' | 'hardened' | 'changed';
  readonly kind: ClaimKind;
  /** Verbatim, before and after the edit, where it stands there. */
  readonly before?: { readonly value: Claim['value']; readonly certainty: Certainty; readonly quote: string };
  readonly after?: { readonly value: Claim['value']; readonly certainty: Certainty; readonly quote: string };
}

/** One edit of an article, as far as it was seen: two revisions that follow one another. */
export interface ArticleEdit {
  readonly fromRevision: string;
  readonly toRevision: string;
  /** UTC ISO 8601: when the new text was seen first, and when the old one was seen last. */
  readonly seenAt: string;
  readonly lastSeenBefore: string;
  /** UTC ISO 8601 or a bare day: the modification that the page states for it. */
  readonly modifiedAt?: string;
  /** The text changed, and the page states no modification in that time. */
  readonly stealth: boolean;
  /** The headlines, where they differ. */
  readonly title?: { readonly before: string; readonly after: string };
  readonly claims: readonly ClaimEdit[];
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
  /** Its edits, oldest first, where its text was seen to change. */
  readonly edits?: readonly ArticleEdit[];
}

/** The merged timeline of one incident, as it is stored and served. */
export interface Timeline {
  readonly incident: IncidentSummary;
  readonly events: readonly TimelineEvent[];
  readonly articles: readonly IncidentArticle[];
  /** Where people parted it from another incident, which they took for a second one. */
  readonly splits?: readonly SplitNote[];
}

/** That a person took articles out of one incident and into one of their own. */
export interface SplitNote {
  /** Decision id. */
  readonly decision: string;
  readonly from: string;
  readonly into: string;
  /** UTC ISO 8601. */
  readonly at: string;
  readonly why: string;
}
