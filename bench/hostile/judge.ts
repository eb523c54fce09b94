import type { ExtractedArticle, FeedItem, ParsedFeed } from '../../src/domain/article.ts';
import { AppError } from '../../src/errors.ts';

/** What became of one input. */
export interface Outcome {
  readonly feed?: ParsedFeed;
  readonly article?: ExtractedArticle;
  /** Anything else that came of it, as text. */
  readonly said?: string;
  readonly error?: unknown;
}

/** What an input must come to: undefined where it does, else what is wrong. */
export type Expectation = (outcome: Outcome) => string | undefined;

/** The errors by which an input may be refused. */
const NAMED: ReadonlySet<string> = new Set([
  'feed-malformed',
  'extraction-failed',
  'fetch-failed',
  'fetch-timeout',
  'fetch-too-large',
  'fetch-status',
  'fetch-content-type',
  'fetch-redirects',
  'fetch-address-blocked',
  'invalid-parameter',
]);

const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/;

const dateFault = (name: string, date: unknown, now: string): string | undefined => {
  if (date === undefined) return undefined;
  if (typeof date !== 'string' || !DATE.test(date) || Number.isNaN(Date.parse(date))) return `${name} is no date`;
  return Date.parse(date) > Date.parse(now) + 86_400_000 ? `${name} is in the future` : undefined;
};

const itemFault = (item: FeedItem, now: string): string | undefined => {
  for (const [name, value] of Object.entries(item))
    if (typeof value !== 'string') return `${name} of an item is no text`;
  if (item.key === '' || item.key.length > 500) return 'an item has no usable key';
  if (!/^https?:\/\/[^/]/.test(item.url) || !URL.canParse(item.url)) return 'an item has no web address';
  if (item.title.length > 1_000 || item.text.length > 200_000) return 'an item is longer than allowed';
  return dateFault('publishedAt', item.publishedAt, now) ?? dateFault('updatedAt', item.updatedAt, now);
};

const feedFault = (feed: ParsedFeed, now: string): string | undefined => {
  if (feed.items.length > 2_000) return 'more than 2,000 items';
  if (new Set(feed.items.map(item => item.key)).size < feed.items.length) return 'two items of one key';
  if (typeof feed.title !== 'string') return 'the title of the feed is no text';
  return feed.items.map(item => itemFault(item, now)).find(fault => fault !== undefined);
};

const articleFault = (article: ExtractedArticle, now: string): string | undefined => {
  for (const [name, value] of Object.entries(article)) if (typeof value !== 'string') return `${name} is no text`;
  if (article.text.trim() === '') return 'an article without text';
  return dateFault('publishedAt', article.publishedAt, now) ?? dateFault('modifiedAt', article.modifiedAt, now);
};

/** What is wrong with an outcome whatever the input: an error without a name, or a result that is not of its type. */
export const faultOf = ({ feed, article, error }: Outcome, now: string): string | undefined => {
  if (error !== undefined) {
    if (!(error instanceof AppError) || !NAMED.has(error.code)) return `an error without a name: ${String(error)}`;
    return error.message.length < 20 || error.message.length > 4_000
      ? `a message of no use: ${error.message}`
      : undefined;
  }
  if (feed !== undefined) return feedFault(feed, now);
  return article === undefined ? undefined : articleFault(article, now);
};

const seen = ({ feed, article, said, error }: Outcome): string => {
  if (error !== undefined) return String(error).slice(0, 160);
  if (feed !== undefined)
    return `${feed.items.length} items, first ${JSON.stringify(feed.items[0] ?? null).slice(0, 160)}`;
  return article === undefined ? (said ?? 'nothing') : `an article of ${article.text.length} characters`;
};

/** It is refused by one of these errors. */
export const refused =
  (...codes: readonly string[]): Expectation =>
  outcome =>
    outcome.error instanceof AppError && codes.includes(outcome.error.code)
      ? undefined
      : `not refused (${codes.join(', ')}), but ${seen(outcome)}`;

/** Its feed is read so that a check holds. */
export const feedWhere =
  (check: (feed: ParsedFeed) => boolean): Expectation =>
  outcome =>
    outcome.feed !== undefined && check(outcome.feed) ? undefined : `read otherwise: ${seen(outcome)}`;

/** It is read as an article that has these words. */
export const articleWith =
  (words: string): Expectation =>
  outcome =>
    outcome.article?.text.includes(words) ? undefined : `read otherwise: ${seen(outcome)}`;

/** Either expectation. */
export const either =
  (one: Expectation, other: Expectation): Expectation =>
  outcome =>
    one(outcome) === undefined ? undefined : other(outcome);

/** It comes to this word. */
export const says =
  (word: string): Expectation =>
  outcome =>
    outcome.said === word ? undefined : `not "${word}", but ${seen(outcome)}`;

/** Named error or right types, nothing more. */
export const anything: Expectation = () => undefined;
