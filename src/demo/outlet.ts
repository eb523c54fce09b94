import type { PublisherKind } from '#domain/vocabulary.ts';
import type { DemoArticle } from './articles/article.ts';

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json';

/** A fictitious publisher with its habits. */
export interface Outlet {
  /** Path prefix and source id. */
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly kind: PublisherKind;
  readonly why: string;
  readonly feed: {
    readonly format: FeedFormat;
    /** File name below the outlet's prefix. */
    readonly file: string;
    /** Whether entries carry the whole article or its summary. */
    readonly carries: 'full' | 'summary';
    /** Titles go out with a bare `&`, which is not well-formed XML. */
    readonly strayAmpersands?: true;
    /** Links are relative to `xml:base`. */
    readonly relativeLinks?: true;
  };
  readonly page: {
    /** Where a page says when it was published. */
    readonly dates: 'json-ld' | 'meta' | 'time' | 'time-day';
    readonly pullQuote: 'aside' | 'blockquote';
  };
  /** Encoding of feed and pages. */
  readonly charset: 'utf-8' | 'windows-1252';
  readonly articles: readonly DemoArticle[];
}
