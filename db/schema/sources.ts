import { bigint, boolean, integer, jsonb, text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** Feeds that are polled. A row is never deleted: what came from it stays citable. */
export const sources = namespace.table('sources', {
  id: text('id').primaryKey(),
  publisher: text('publisher').notNull(),
  country: text('country').notNull(),
  kind: text('kind').notNull(),
  feedUrl: text('feed_url').notNull(),
  language: text('language').notNull(),
  why: text('why').notNull(),
  confirmed: boolean('confirmed').notNull(),
  origin: text('origin').notNull(),
  addedAt: instant('added_at').notNull().defaultNow(),
  /** Taken out by the user. */
  removedAt: instant('removed_at'),
  /** A builtin row that the program no longer brings. */
  retiredAt: instant('retired_at'),
});

/** How polling a source goes. */
export const sourceState = namespace.table('source_state', {
  sourceId: text('source_id').primaryKey(),
  etag: text('etag'),
  lastModified: text('last_modified'),
  nextPollAt: instant('next_poll_at'),
  failures: integer('failures').notNull().default(0),
  lastPolledAt: instant('last_polled_at'),
  lastSuccessAt: instant('last_success_at'),
  lastErrorAt: instant('last_error_at'),
  lastError: text('last_error'),
  /** `FeedWishes` of the last answer that had items. */
  wishes: jsonb('wishes'),
  /** The address of the source when it was seen to have moved for good, where to, and since when it says so. */
  movedFrom: text('moved_from'),
  movedTo: text('moved_to'),
  movedSince: instant('moved_since'),
});

/** Every poll that was done. Written once. */
export const fetches = namespace.table('fetches', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  at: instant('at').notNull(),
  outcome: text('outcome').notNull(),
  status: integer('status'),
  bytes: bigint('bytes', { mode: 'number' }),
  error: text('error'),
  warnings: jsonb('warnings').notNull(),
  items: integer('items').notNull(),
});

/** What feeds said, and what became of it. */
export const items = namespace.table('items', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  key: text('key').notNull(),
  url: text('url').notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  author: text('author'),
  publishedAt: text('published_at'),
  updatedAt: text('updated_at'),
  /** Of title, text and date: a change makes the item pending again. */
  contentHash: text('content_hash').notNull(),
  state: text('state').notNull(),
  attempts: integer('attempts').notNull().default(0),
  nextAttemptAt: instant('next_attempt_at'),
  lastAttemptAt: instant('last_attempt_at'),
  lastError: text('last_error'),
  articleId: text('article_id'),
  firstSeenAt: instant('first_seen_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** From when on a host may be asked again, by whichever process. */
export const hostTurns = namespace.table('host_turns', {
  host: text('host').primaryKey(),
  nextAt: instant('next_at').notNull(),
});
