import type { ExtractedArticle, FeedItem, Revision, Source } from '#domain/article.ts';
import type { Analysis } from '#domain/claim.ts';
import type {
  IdAssignment,
  IncidentLink,
  IncidentSummary,
  LocalIncidentRecord,
  StoredClaim,
} from '#domain/incident.ts';
import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import type { ClaimKind, DataType, Polarity, PublisherKind } from '#domain/vocabulary.ts';

/** A source with what happened to it so far. Times are UTC ISO 8601. */
export interface SourceStatus extends Source {
  /** `builtin`: a row of `ingest/sources.ts`; `user`: added by `receipts sources add` or an OPML import. */
  readonly origin: 'builtin' | 'user';
  readonly lastPolledAt?: string;
  readonly lastSuccessAt?: string;
  readonly lastErrorAt?: string;
  readonly lastError?: string;
  readonly failures: number;
  readonly nextPollAt?: string;
  readonly items: number;
  readonly articles: number;
  /** Of the articles those of which only the feed's own words are held. */
  readonly articlesFromFeed: number;
  readonly failedItems: number;
  readonly pendingItems: number;
  /** The newest page that could not be had: why, and when. */
  readonly lastPageError?: string;
  readonly lastPageErrorAt?: string;
}

/** A source that can be polled, with the validators of its last stored answer. */
export interface DueSource {
  readonly source: Source;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly failures: number;
}

/** One finished poll: written as one unit with the items that it brought. */
export interface PollRecord {
  readonly sourceId: string;
  readonly at: string;
  readonly nextPollAt: string;
  readonly outcome: 'items' | 'not-modified' | 'failed' | 'gone';
  readonly status?: number;
  readonly bytes?: number;
  readonly error?: string;
  /** Sentences about what was wrong with the feed and read all the same. */
  readonly warnings?: readonly string[];
  /** Kept only together with the items. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly items: readonly FeedItem[];
}

/** A feed item whose article is still to be had. */
export interface PendingItem {
  readonly id: string;
  readonly source: Source;
  readonly item: FeedItem;
  readonly attempts: number;
  /** Which state of the item was read: give it back as `ArticleSave.itemState`. */
  readonly state: string;
}

export interface ItemFailure {
  readonly itemId: string;
  readonly at: string;
  readonly error: string;
  /** Absent: given up. */
  readonly retryAt?: string;
}

/** Everything about one article's state, written by one statement: article, revision, analysis, claims, relink marks. */
export interface ArticleSave {
  readonly canonicalUrl: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly sourceId?: string;
  readonly externalId?: string;
  /** The feed item that it settles. */
  readonly itemId?: string;
  /** `PendingItem.state`: an item that the feed changed meanwhile then stays pending. */
  readonly itemState?: string;
  /** Why the item's page could not be had, where the feed's own words stand in for it. */
  readonly pageError?: string;
  readonly revision: Revision;
  readonly extraction?: ExtractedArticle['method'];
  readonly analysis: Analysis;
  /** UTC ISO 8601. */
  readonly analysedAt: string;
}

export interface SavedArticle {
  readonly articleId: string;
  readonly revisionId: string;
  readonly outcome: 'new' | 'revised' | 'unchanged';
}

/** A victim whose incidents must be derived anew. `version` grows with every mark. */
export interface RelinkMark {
  readonly victim: string;
  readonly version: number;
}

/** All that linking needs of one victim. */
export interface VictimLedger {
  readonly victim: string;
  /** Of each article the newest analysis of the newest revision; a feed's words never outrank the page's. */
  readonly records: readonly LocalIncidentRecord[];
  readonly assignments: readonly IdAssignment[];
}

/** One incident as derived: everything that is served of it. */
export interface DerivedIncident {
  readonly summary: IncidentSummary;
  readonly formerIds: readonly string[];
  /** Which local incidents it consists of (`LinkedIncident.links`): its list of claims is read through them. */
  readonly links: readonly IncidentLink[];
  readonly timeline: Timeline;
}

export interface VictimDerivation {
  readonly victim: string;
  readonly newAssignments: readonly IdAssignment[];
  readonly incidents: readonly DerivedIncident[];
}

/** A page of a list; `next` is an opaque cursor. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
export interface PageRequest {
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface IncidentFilter {
  readonly retailer?: string;
  readonly actor?: string;
  readonly dataType?: DataType;
  readonly polarity?: Polarity;
  /** Free text over title and retailer. */
  readonly q?: string;
}

/** `redirect`: the id was given before and leads to another now. */
export type Resolved<T> = { readonly found: T } | { readonly redirect: string } | undefined;

/** A document as stored: its JSON text and strong ETag (quoted). */
export interface StoredDocument {
  readonly id: string;
  readonly json: string;
  readonly etag: string;
  readonly updatedAt: string;
}

export interface EntityCount {
  readonly slug: string;
  readonly name: string;
  readonly incidents: number;
  readonly incidentIds: readonly string[];
}

export interface StoreStatus {
  readonly sources: readonly SourceStatus[];
  readonly articles: number;
  readonly revisions: number;
  readonly analyses: number;
  readonly claims: number;
  readonly incidents: number;
  readonly pendingItems: number;
  readonly failedItems: number;
  readonly relinkMarks: number;
}

/** The only door to the database. Every write is one idempotent statement. Throws AppError `database-unavailable`. */
export interface Store {
  syncBuiltinSources(rows: readonly Source[]): Promise<void>;
  /** Sources in use, by id. */
  listSources(): Promise<readonly SourceStatus[]>;
  /** Adds a source, or takes up again one that was removed. Throws AppError `conflict` where the id or feed URL stands. */
  addSource(source: Source): Promise<void>;
  /** Stops a source; what came from it stays. False where no such source is in use. */
  removeSource(id: string): Promise<boolean>;

  /** A source in use, whether its next poll has come or not. */
  getDueSource(id: string): Promise<DueSource | undefined>;
  /** Returns how many of the items are new. An item known by key whose title, text or date changed is pending again. */
  recordPoll(poll: PollRecord): Promise<{ readonly newItems: number }>;
  pendingItems(now: string, limit: number): Promise<readonly PendingItem[]>;
  getPendingItem(id: string): Promise<PendingItem | undefined>;
  recordItemFailure(failure: ItemFailure): Promise<void>;

  saveArticle(save: ArticleSave): Promise<SavedArticle>;
  /** Which of these canonical URLs are held, analysed by this extractor version. */
  heldUrls(urls: readonly string[], extractor: string): Promise<ReadonlySet<string>>;

  relinkMarks(limit: number): Promise<readonly RelinkMark[]>;
  /** The mark of one victim, if it is marked. */
  relinkMark(victim: string): Promise<RelinkMark | undefined>;
  victimLedger(victim: string): Promise<VictimLedger>;
  /**
   * Writes the derivation of one victim, and takes the mark away, only while the mark still has the version that was
   * read before the ledger was. False: somebody marked it again meanwhile; derive anew.
   */
  saveDerivation(mark: RelinkMark, derivation: VictimDerivation): Promise<boolean>;

  /** Newest report first. */
  listIncidents(filter: IncidentFilter, page: PageRequest): Promise<Page<IncidentSummary>>;
  getIncident(id: string): Promise<Resolved<StoredDocument>>;
  getTimeline(id: string): Promise<Resolved<StoredDocument>>;
  incidentArticles(id: string, page: PageRequest): Promise<Resolved<Page<IncidentArticle>>>;
  incidentClaims(
    id: string,
    filter: { readonly kind?: ClaimKind },
    page: PageRequest,
  ): Promise<Resolved<Page<StoredClaim>>>;
  listRetailers(page: PageRequest): Promise<Page<EntityCount>>;
  listActors(page: PageRequest): Promise<Page<EntityCount>>;
  status(): Promise<StoreStatus>;
  /** Resolves when the database answers and its schema is the one that the code knows; throws AppError otherwise. */
  ready(): Promise<void>;
}
