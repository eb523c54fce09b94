import type { RevisionOrigin } from './article.ts';
import type { Claim } from './claim.ts';
import type {
  AttackType,
  Certainty,
  DataType,
  IncidentRole,
  IncidentState,
  PublisherKind,
  Service,
  ServiceState,
} from './vocabulary.ts';

/** The article behind a claim, as far as a reader must know it to cite it. */
export interface ArticleRef {
  readonly articleId: string;
  readonly revisionId: string;
  /** The id that an import gave. */
  readonly externalId?: string;
  readonly url: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly title: string;
  /** UTC ISO 8601 or a bare day. When the claims of this revision were public. */
  readonly publishedAt?: string;
  readonly fetchedAt: string;
  readonly origin: RevisionOrigin;
}

/** A claim that stands in the store, with its article. */
export interface StoredClaim {
  readonly id: string;
  readonly article: ArticleRef;
  readonly claim: Claim;
  /**
   * UTC ISO 8601 or a bare day: when the public could read it first. The day of its update note, else the publication of
   * the earliest revision that has its words; the modification, or the fetch, by which they came in later. Absent where
   * the article is not dated.
   */
  readonly publicAt?: string;
}

/** One local incident of one analysed article: the unit that linking maps to incidents. */
export interface LocalIncidentRecord {
  /** `<analysis id>:<index>`, unique and stable. */
  readonly id: string;
  readonly article: ArticleRef;
  readonly victim: string;
  readonly name: string;
  readonly role: IncidentRole;
  /** `YYYY-MM` or `YYYY`, see LocalIncident. */
  readonly known: string;
  readonly claims: readonly StoredClaim[];
}

/** A public id given once, anchored to a local incident's article. Written once, never changed. */
export interface IdAssignment {
  /** `marks-and-spencer-2025-04` */
  readonly id: string;
  readonly victim: string;
  /** The article whose local incident got the id first, and which of its incidents (`known`). */
  readonly anchorArticle: string;
  readonly anchorKnown: string;
  /** UTC ISO 8601. */
  readonly assignedAt: string;
}

/** Why a local incident belongs to an incident. */
export interface IncidentLink {
  readonly local: string;
  readonly articleId: string;
  readonly role: IncidentRole;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Local incidents that tell of one attack. */
export interface LinkedIncident {
  readonly id: string;
  /** Ids served for it before, which redirect. */
  readonly formerIds: readonly string[];
  readonly victim: string;
  readonly name: string;
  /** `YYYY-MM` or `YYYY`: when it became known. */
  readonly known: string;
  readonly links: readonly IncidentLink[];
  readonly members: readonly LocalIncidentRecord[];
}

/** How far an incident has come, and the claim that says so. */
export interface IncidentStatus {
  readonly state: IncidentState;
  /** The day (or month) since which it is so, where it is known. */
  readonly since?: string;
  /** The event and the claim that made it so; absent where no event is held. */
  readonly eventId?: string;
  readonly claimId?: string;
}

/** An incident as lists show it. */
export interface IncidentSummary {
  readonly id: string;
  readonly title: string;
  /** A few sentences for people with the speakers in them, never saying more than the claims do. Empty: no claims. */
  readonly summary: string;
  readonly status: IncidentStatus;
  readonly retailer: { readonly slug: string; readonly name: string };
  readonly known: string;
  /** UTC ISO 8601 or bare day of the earliest and the latest report; absent where no report is dated. */
  readonly firstReportedAt?: string;
  readonly lastReportedAt?: string;
  readonly attackTypes: readonly { readonly type: AttackType; readonly certainty: Certainty }[];
  readonly actors: readonly { readonly name: string; readonly role: string; readonly certainty: Certainty }[];
  readonly dataTaken: readonly { readonly type: DataType; readonly certainty: Certainty }[];
  readonly dataNotTaken: readonly { readonly type: DataType; readonly certainty: Certainty }[];
  readonly services: readonly { readonly service: Service; readonly state: ServiceState }[];
  readonly articles: number;
  readonly publishers: number;
  readonly events: number;
}
