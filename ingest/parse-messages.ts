import type { ExtractedArticle, ParsedFeed } from '#domain/article.ts';
import type { ErrorCode } from '#errors';
import type { PageContext } from './extract.ts';
import type { FeedContext } from './feed.ts';
import type { Sitemap, SitemapContext } from './sitemap.ts';

/** The id of the message by which a worker says that it has loaded; jobs count from 1. */
export const READY = 0;

/** What is sent to a worker. */
export type ParseJob =
  | { readonly id: number; readonly task: 'feed'; readonly body: Uint8Array; readonly context: FeedContext }
  | { readonly id: number; readonly task: 'sitemap'; readonly body: Uint8Array; readonly context: SitemapContext }
  | { readonly id: number; readonly task: 'article'; readonly body: Uint8Array; readonly context: PageContext };

/** What a worker answers. An error without a code is one that nobody foresaw. */
export interface ParseReply {
  readonly id: number;
  readonly feed?: ParsedFeed;
  readonly article?: ExtractedArticle;
  readonly sitemap?: Sitemap;
  readonly error?: {
    readonly code?: ErrorCode;
    readonly message: string;
    readonly subject?: string | undefined;
    readonly hint?: string | undefined;
  };
}
