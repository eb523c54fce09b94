import type { ArticleRecord, ExtractedArticle, FeedItem, Revision, Source } from '#domain/article.ts';
import type { Analysis } from '#domain/claim.ts';
import type { ClaimTarget, Decision } from '#domain/decision.ts';
import type { IdAssignment, IncidentLink, IncidentSummary, StoredClaim } from '#domain/incident.ts';
import type { VictimLedger } from '#domain/ledger.ts';
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

/** A text that is held, to be analysed anew. */
export interface HeldText {
  readonly articleId: string;
  readonly revisionId: string;
  readonly publisher: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt?: string;
}

/** A further analysis of a text that is held. */
export interface AnalysisSave {
  readonly articleId: string;
  readonly revisionId: string;
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

/** One incident as derived: everything that is served of it. */
export interface DerivedIncident {
  readonly summary: IncidentSummary;
  readonly formerIds: readonly string[];
  /** Which local incidents it consists of (`LinkedIncident.links`): its list of claims is read through them. */
  readonly links: readonly IncidentLink[];
  readonly timeline: Timeline;
  /** What is known of the retailer beside the news. */
  readonly traits?: RetailerTraits;
}

/** What is known of a retailer beside the news. */
export interface RetailerTraits {
  /** ISO 3166-1 alpha-2 of the home market. */
  readonly country?: string;
  /** What it sells, or how. */
  readonly shop?: string;
}

export interface VictimDerivation {
  readonly victim: string;
  readonly newAssignments: readonly IdAssignment[];
  readonly incidents: readonly DerivedIncident[];
  /** Ids given before that lead nowhere any more. */
  readonly tombstones: readonly Tombstone[];
  /** Ids of decisions in force that mean something that is held. */
  readonly matched: readonly string[];
}

/** What is left of an incident that is shown no more. */
export interface Tombstone {
  readonly id: string;
  /** Why, as a sentence. */
  readonly note: string;
}

/** A decision with what came of it. */
export interface LoggedDecision {
  readonly decision: Decision;
  /** The undo in force that takes it back. */
  readonly undone?: { readonly by: string; readonly at: string };
  /** Of a decision in force: whether it means something that is held. One that does not is for the desk. */
  readonly matches?: boolean;
}

/** Which decisions are asked for. */
export interface DecisionFilter {
  /** Present or former id of an incident. */
  readonly incident?: string;
}

/** An incident's place: whose it is, and all ids that lead to it. */
export interface IncidentPlace {
  readonly victim: string;
  readonly ids: readonly string[];
}

/** A derived document's id and ETag. */
export interface DerivedDocument {
  readonly id: string;
  readonly etag: string;
}

/** Where a timeline stands in the order in which they were written last. */
export interface TimelinePlace {
  /** UTC ISO 8601. */
  readonly updatedAt: string;
  readonly id: string;
}

/** An incident that may have to do with another; its timeline where both are told of in one article. */
export interface RelatedCandidate {
  readonly summary: IncidentSummary;
  readonly timeline?: Timeline;
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

/** `redirect`: the id was given before and leads to another now. `gone`: it leads nowhere any more, and why. */
export type Resolved<T> = { readonly found: T } | { readonly redirect: string } | { readonly gone: string } | undefined;

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
  /** One article; `gone` with the note of its takedown. */
  getArticle(id: string): Promise<{ readonly found: ArticleRecord } | { readonly gone: string } | undefined>;
  /** Whether the article of this canonical URL was taken down. */
  isTakenDown(canonicalUrl: string): Promise<boolean>;
  /** Texts that this extractor version has not read, by revision id, from after the one given. */
  unreadTexts(extractor: string, limit: number, after?: string): Promise<readonly HeldText[]>;
  /** Writes an analysis beside those that a text has. False: it is there already. */
  saveAnalysis(save: AnalysisSave): Promise<boolean>;

  relinkMarks(limit: number): Promise<readonly RelinkMark[]>;
  /** The mark of one victim, if it is marked. */
  relinkMark(victim: string): Promise<RelinkMark | undefined>;
  /** Marks every victim. Returns how many there are. */
  markAll(): Promise<number>;
  victimLedger(victim: string): Promise<VictimLedger>;
  /** Victims of whom something came in, was analysed or decided after one instant, up to another; by slug. */
  activeVictims(from: string, to: string, limit: number, after?: string): Promise<readonly string[]>;
  /**
   * Writes the derivation of one victim, and takes the mark away, only while the mark still has the version that was
   * read before the ledger was. False: somebody marked it again meanwhile; derive anew.
   */
  saveDerivation(mark: RelinkMark, derivation: VictimDerivation): Promise<boolean>;

  /**
   * Writes a decision and marks whom it concerns. The same one twice is written once. Throws AppError `not-found` where
   * what it is about, or the decision that it undoes, is not there.
   */
  decide(decision: Decision): Promise<void>;
  /** How a decision names a claim, by the claim's id. */
  claimTarget(claim: string): Promise<ClaimTarget | undefined>;
  /** Newest first. */
  listDecisions(filter: DecisionFilter, page: PageRequest): Promise<Page<LoggedDecision>>;
  /** Whose incident an id is, present or former, and by which ids it goes. */
  incidentPlace(id: string): Promise<IncidentPlace | undefined>;
  /** Ids and ETags of all timelines, by id. */
  derivedDocuments(): Promise<readonly DerivedDocument[]>;

  /** Newest report first. */
  listIncidents(filter: IncidentFilter, page: PageRequest): Promise<Page<IncidentSummary>>;
  getIncident(id: string): Promise<Resolved<StoredDocument>>;
  getTimeline(id: string): Promise<Resolved<StoredDocument>>;
  /** Timelines by when they were written last, from a place on (included): whoever goes on from there misses none. */
  timelinesFrom(from: TimelinePlace | undefined, limit: number): Promise<readonly StoredDocument[]>;
  incidentArticles(id: string, page: PageRequest): Promise<Resolved<Page<IncidentArticle>>>;
  incidentClaims(
    id: string,
    filter: { readonly kind?: ClaimKind },
    page: PageRequest,
  ): Promise<Resolved<Page<StoredClaim>>>;
  /** Incidents that share an article or an actor with one, by its present id, and those of certain retailers. */
  relatedCandidates(id: string, retailers: readonly string[]): Promise<readonly RelatedCandidate[]>;
  listRetailers(page: PageRequest): Promise<Page<EntityCount>>;
  listActors(page: PageRequest): Promise<Page<EntityCount>>;
  status(): Promise<StoreStatus>;
  /** Resolves when the database answers and its schema is the one that the code knows; throws AppError otherwise. */
  ready(): Promise<void>;
}
