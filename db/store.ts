import type { ArticleRecord, ExtractedArticle, FeedItem, ParsedFeed, Revision, Source } from '#domain/article.ts';
import type { Analysis } from '#domain/claim.ts';
import type { ClaimTarget, Decision } from '#domain/decision.ts';
import type { IdAssignment, IncidentLink, IncidentSummary, StoredClaim } from '#domain/incident.ts';
import type { VictimLedger } from '#domain/ledger.ts';
import type { IncidentNews } from '#domain/news.ts';
import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import type {
  AttackType,
  Certainty,
  ClaimKind,
  DataType,
  IncidentState,
  MoneyMetric,
  Polarity,
  PublisherKind,
  Service,
  ServiceState,
  Speaker,
} from '#domain/vocabulary.ts';

/** A source that is read no more. */
export interface RemovedSource {
  readonly source: Source;
  /** UTC ISO 8601. */
  readonly removedAt: string;
}

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

/** What a feed asks of those who poll it. */
export type FeedWishes = Pick<ParsedFeed, 'ttlMinutes' | 'skipHours' | 'skipDays'>;

/** A source that can be polled, with the validators of its last stored answer. */
export interface DueSource {
  readonly source: Source;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly failures: number;
  /** Of its last answer that had items. */
  readonly wishes?: FeedWishes;
  /** Where every poll since then (UTC ISO 8601) was told that the feed is for good. */
  readonly moved?: { readonly to: string; readonly since: string };
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
  /** Kept only together with the items, and then replaced. */
  readonly wishes?: FeedWishes;
  /** Where this poll was told that the feed is for good. Absent: what was told before is forgotten. */
  readonly moved?: { readonly from: string; readonly to: string };
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
  /** All its articles in their order, where the timeline lists only a part. */
  readonly articles?: readonly IncidentArticle[];
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
  /** What it makes other than it stood. */
  readonly news?: readonly IncidentNews[];
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

/**
 * What incidents are asked for. Each of attack type, actor, data type, service, sum and kind asks for an event that says
 * so; certainty, speaker, independence and the days on which it happened or was reported must hold of that same event.
 */
export interface IncidentFilter {
  readonly retailer?: string;
  readonly actor?: string;
  readonly attackType?: AttackType;
  /** Without a polarity: taken. */
  readonly dataType?: DataType;
  readonly polarity?: Polarity;
  readonly service?: Service;
  readonly serviceState?: ServiceState;
  readonly kind?: ClaimKind;
  readonly metric?: MoneyMetric;
  /** ISO 4217. */
  readonly currency?: string;
  /** In units of `currency`, without sign: a fall of 700 million is 700 million. */
  readonly minAmount?: number;
  readonly maxAmount?: number;
  readonly certainty?: Certainty;
  readonly speaker?: Speaker;
  /** Least number of reports that are no copies of one another. */
  readonly minIndependent?: number;
  /** Days (`YYYY-MM-DD`), both included. */
  readonly happenedFrom?: string;
  readonly happenedTo?: string;
  readonly reportedFrom?: string;
  readonly reportedTo?: string;
  /** `YYYY` or `YYYY-MM`, both included: when the incident became known. */
  readonly knownFrom?: string;
  readonly knownTo?: string;
  /** Days on which this server's account of it last changed. */
  readonly updatedFrom?: string;
  readonly updatedTo?: string;
  readonly status?: IncidentState;
  /** ISO 3166-1 alpha-2 of the retailer's home market. */
  readonly country?: string;
  readonly shop?: string;
  /** Free text over title and retailer. */
  readonly q?: string;
}

/** By what incidents can be sorted; with a minus the greatest or latest comes first. */
export const INCIDENT_SORTS = [
  '-lastReportedAt',
  'lastReportedAt',
  '-firstReportedAt',
  'firstReportedAt',
  '-known',
  'known',
  '-articles',
  'articles',
] as const;
export type IncidentSort = (typeof INCIDENT_SORTS)[number];

/** What became last of an incident's documents. */
export interface IncidentUpdate {
  readonly incident: string;
  readonly title: string;
  readonly change: 'created' | 'updated' | 'removed';
  /** Of a removed one: the id under which it lives on. */
  readonly movedTo?: string;
  /** UTC ISO 8601. */
  readonly at: string;
}

/** Updates in the order in which they were written; `cursor` is where to go on, at once or another day. */
export interface Updates {
  readonly items: readonly IncidentUpdate[];
  readonly cursor: string;
  /** There is more at once. */
  readonly more: boolean;
}

/** What of an incident's texts a search can find. */
export interface TextHit {
  readonly incident: string;
  readonly title: string;
  /** Where the words stand: the incident's title, an article's headline, or a quote. */
  readonly where: 'title' | 'headline' | 'quote';
  readonly eventId?: string;
  readonly claimId?: string;
  readonly articleId?: string;
  readonly text: string;
  /** Stretches of `text` that fit the query, in UTF-16 units. */
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}

/** Somebody whose name is like what was asked for. */
export interface NameHit {
  readonly entity: 'retailer' | 'actor';
  readonly slug: string;
  readonly name: string;
  /** 0 to 1: how alike; 1 is the same. */
  readonly likeness: number;
}

/** By what incidents can be counted. */
export const STATS_DIMENSIONS = [
  'month',
  'actor',
  'attackType',
  'dataType',
  'dataNotTaken',
  'country',
  'shop',
  'status',
  'retailer',
  'service',
] as const;
export type StatsDimension = (typeof STATS_DIMENSIONS)[number];

/** How days are spread over incidents. */
export interface Distribution {
  /** Incidents of which the number of days is known. */
  readonly incidents: number;
  /** Of them; absent where there are none. */
  readonly min?: number;
  readonly q1?: number;
  readonly median?: number;
  readonly q3?: number;
  readonly max?: number;
}

/** Counts over the incidents that fit a filter. */
export interface Stats {
  /** Incidents that fit. */
  readonly incidents: number;
  readonly counts: readonly {
    readonly by: StatsDimension;
    /** The greatest first, months in their order. An incident can count under several values, or under none. */
    readonly values: readonly { readonly value: string; readonly incidents: number }[];
  }[];
  readonly daysToDisclose: Distribution;
  readonly daysToRestore: Distribution;
}

/** A text with the claims that count in it, to be shown in small pieces. */
export interface ArticleReading {
  readonly revisionId: string;
  /** `documentText` of the revision; never shown whole. */
  readonly text: string;
  readonly claims: readonly StoredClaim[];
}

/** An article in a list. */
export interface ArticleLine {
  readonly articleId: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly publishedAt?: string;
  readonly incidents: readonly string[];
}

/** A publisher of articles that are held. */
export interface PublisherLine {
  readonly name: string;
  readonly kind: PublisherKind;
  readonly articles: number;
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

/** How a document is packed for the wire. */
export type Packing = 'br' | 'gzip';

/** A document packed. */
export interface PackedDocument {
  readonly id: string;
  /** That of the document as it is, as `StoredDocument` has it. */
  readonly etag: string;
  /** The reader has it: the bytes were not read. */
  readonly known: boolean;
  /** Absent too where it was stored by an older version, which packed nothing. */
  readonly bytes?: Uint8Array;
}

export interface EntityCount {
  readonly slug: string;
  readonly name: string;
  readonly incidents: number;
  readonly incidentIds: readonly string[];
  /** Of retailers, where it is known: ISO 3166-1 alpha-2 of the home market. */
  readonly country?: string;
  /** Of retailers, where it is known: what they sell, or how. */
  readonly shop?: string;
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
  /** Sources that were taken out, the last one first, up to a hundred. */
  listRemovedSources(): Promise<readonly RemovedSource[]>;
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
   * read before the ledger was. False: somebody marked it again meanwhile; derive anew. `passing`: writes it also then,
   * and leaves the mark, unless something younger stands.
   */
  saveDerivation(mark: RelinkMark, derivation: VictimDerivation, passing?: boolean): Promise<boolean>;

  /**
   * Writes a decision and marks whom it concerns. The same one twice is written once. Throws AppError `not-found` where
   * what it is about, or the decision that it undoes, is not there.
   */
  decide(decision: Decision): Promise<void>;
  /** Whether a decision is a takedown that can no longer be taken back: what it took down was deleted. */
  isFinal(decision: string): Promise<boolean>;
  /** How a decision names a claim, by the claim's id. */
  claimTarget(claim: string): Promise<ClaimTarget | undefined>;
  /** Newest first. */
  listDecisions(filter: DecisionFilter, page: PageRequest): Promise<Page<LoggedDecision>>;
  /** Whose incident an id is, present or former, and by which ids it goes. */
  incidentPlace(id: string): Promise<IncidentPlace | undefined>;
  /** The timelines of one victim as they stand. */
  victimTimelines(victim: string): Promise<readonly StoredDocument[]>;
  /** Ids and ETags of all timelines, by id. */
  derivedDocuments(): Promise<readonly DerivedDocument[]>;

  /**
   * Newest report first, where nothing else is asked for. Pages go by where incidents stood when the first one was read,
   * so that each is seen once although they move.
   */
  listIncidents(filter: IncidentFilter, page: PageRequest, sort?: IncidentSort): Promise<Page<IncidentSummary>>;
  /** What is known of each of these ids, in their order. */
  incidentsByIds(ids: readonly string[]): Promise<readonly Resolved<IncidentSummary>[]>;
  /** Id of the incident that an event belongs to. */
  incidentOfEvent(event: string): Promise<string | undefined>;
  /** What became of incidents after a cursor, removals included. Throws AppError `invalid-parameter`. */
  updatesSince(page: PageRequest): Promise<Updates>;
  /** Best fit first. Throws AppError `invalid-parameter`. */
  searchTexts(query: string, page: PageRequest): Promise<Page<TextHit>>;
  /** Names like the one given, in spite of typing mistakes, the likest first. */
  namesLike(name: string, limit: number): Promise<readonly NameHit[]>;
  stats(filter: IncidentFilter, by: readonly StatsDimension[]): Promise<Stats>;
  getRetailer(slug: string): Promise<EntityCount | undefined>;
  getActor(slug: string): Promise<EntityCount | undefined>;
  /** The text held last of an article, with its claims. */
  articleReading(id: string): Promise<ArticleReading | undefined>;
  /** Newest to us first. Articles that were taken down are left out. */
  listArticles(filter: { readonly publisher?: string }, page: PageRequest): Promise<Page<ArticleLine>>;
  /** By name. */
  listPublishers(page: PageRequest): Promise<Page<PublisherLine>>;
  getIncident(id: string): Promise<Resolved<StoredDocument>>;
  getTimeline(id: string): Promise<Resolved<StoredDocument>>;
  /** A timeline as it goes over the wire; `known` are the packed ETags that the reader has, as one text. */
  getPackedTimeline(id: string, packing: Packing, known: string): Promise<Resolved<PackedDocument>>;
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
