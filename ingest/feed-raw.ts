/** How the words of a field are written. */
export type TextForm = 'text' | 'html';

export interface RawText {
  readonly value: string;
  readonly form: TextForm;
}

/** One item as either parser reads it: strings only, nothing judged yet. */
export interface RawItem {
  readonly guid?: string;
  /** The GUID is an address (RSS `isPermaLink`, Atom `id` never). */
  readonly guidIsLink?: boolean;
  /** Addresses, the most trustworthy first. */
  readonly links: readonly string[];
  /** The base against which `links` stand, where the feed declares one. */
  readonly base?: string;
  readonly title?: RawText;
  /** In order of preference; the first that is a date counts. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  readonly author?: string;
  /** Content first, then summaries; the longest counts. */
  readonly bodies: readonly RawText[];
}

export interface RawFeed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  readonly title?: RawText;
  readonly items: readonly RawItem[];
  readonly ttl?: string;
  readonly updatePeriod?: string;
  readonly updateFrequency?: string;
  readonly warnings: readonly string[];
  /** It ended before its end: there may be more of it. */
  readonly isCut?: boolean;
}
