import type { PublisherKind } from './vocabulary.ts';

/** A feed that is polled. */
export interface Source {
  /** Slug, unique: `bleepingcomputer`. */
  readonly id: string;
  readonly publisher: string;
  /** ISO 3166-1 alpha-2, or `XX` where international. */
  readonly country: string;
  readonly kind: PublisherKind;
  readonly feedUrl: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Why it is in the list, one sentence. */
  readonly why: string;
  /** Whether somebody saw the feed answer at this address. */
  readonly confirmed: boolean;
}

/** What a feed said about one article; nothing in it is trusted. */
export interface FeedItem {
  /** Stable within its feed: the GUID where it is usable, else derived from link and title. */
  readonly key: string;
  /** Absolute http(s) URL, tracking parameters removed. */
  readonly url: string;
  readonly title: string;
  /** UTC ISO 8601; absent when the feed gave none, or one that is invalid or in the future. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  readonly author?: string;
  /** Plain text of the summary or content that the feed carries. */
  readonly text: string;
}

/** A feed, parsed. */
export interface ParsedFeed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  readonly title: string;
  readonly items: readonly FeedItem[];
  /** What was wrong and how it was read all the same, as sentences. */
  readonly warnings: readonly string[];
  /** Minutes that the feed asks to be left alone, where it says so. */
  readonly ttlMinutes?: number;
  /** Hours (0 to 23) and days (0: Sunday) in UTC in which the feed asks to be left alone (RSS `skipHours`, `skipDays`). */
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
  /** Where the feed goes on with what is older, where it says so. */
  readonly nextPage?: string;
  /** It ended in the middle: what the server holds may be more than was read. */
  readonly isCut?: true;
}

/** The answer of a server, read whole and within the limits. */
export interface FetchedPage {
  /** The URL that answered, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Seconds from `Retry-After`, where given. */
  readonly retryAfter?: number;
  /** Seconds from `Cache-Control: max-age`, where given. */
  readonly maxAge?: number;
  readonly permanentRedirect?: string;
}

/** An article's text as it is taken out of a page. */
export interface ExtractedArticle {
  readonly title: string;
  /** Plain text; a blank line between paragraphs, `# `/`## ` before headings, `* ` before list items. */
  readonly text: string;
  readonly byline?: string;
  /** UTC ISO 8601, or a bare day `YYYY-MM-DD` where the page gives no time. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  /** ISO 639-1. */
  readonly language?: string;
  readonly canonicalUrl?: string;
  readonly siteName?: string;
  /** On which DOM it was found; `readability`: its own. */
  readonly method: 'readability' | 'linkedom' | 'jsdom';
}

/** Where a revision's text comes from. `feed`: the page could not be had, the feed's own words were analysed. */
export type RevisionOrigin = 'page' | 'feed' | 'import';

/** One state of one article's text. Written once, never changed. */
export interface Revision {
  readonly title: string;
  readonly text: string;
  readonly byline?: string;
  /** UTC ISO 8601, or a bare day `YYYY-MM-DD`. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  /** UTC ISO 8601. */
  readonly fetchedAt: string;
  readonly language?: string;
  readonly origin: RevisionOrigin;
}

/** The text to which every claim's offsets (UTF-16) refer: the headline, a line break, the body. */
export const documentText = (article: { readonly title: string; readonly text: string }): string =>
  `${article.title}\n${article.text}`;

/** A state of an article's text as it is told to others: without the text. */
export interface RevisionRef {
  readonly revisionId: string;
  readonly title: string;
  /** UTC ISO 8601 or a bare day. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly origin: RevisionOrigin;
  /** SHA-256, in hex, of the text held: headline, line break, body, in UTF-8. */
  readonly sha256?: string;
  /** UTC ISO 8601: when the article was fetched and had this text. */
  readonly seenAt: readonly string[];
}

/** What is told of one article. */
export interface ArticleRecord {
  readonly articleId: string;
  readonly externalId?: string;
  readonly url: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  /** Oldest first. */
  readonly revisions: readonly RevisionRef[];
  /** Ids of the incidents of which it tells. */
  readonly incidents: readonly string[];
}
