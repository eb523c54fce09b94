import { boolean, doublePrecision, integer, jsonb, primaryKey, text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** Articles by canonical URL, with a pointer to the analysis that counts. */
export const articles = namespace.table('articles', {
  id: text('id').primaryKey(),
  canonicalUrl: text('canonical_url').notNull(),
  publisher: text('publisher').notNull(),
  publisherKind: text('publisher_kind').notNull(),
  sourceId: text('source_id'),
  externalId: text('external_id').unique('articles_external_id_key'),
  currentRevision: text('current_revision').notNull(),
  currentAnalysis: text('current_analysis').notNull(),
  currentFetchedAt: instant('current_fetched_at').notNull(),
  /** Whether the current revision is only the feed's own words. */
  currentFromFeed: boolean('current_from_feed').notNull(),
  /** Every victim that any analysis of it ever named: all of them are derived anew when it changes. */
  victims: text('victims').array().notNull(),
  firstSeenAt: instant('first_seen_at').notNull(),
});

/** States of an article's text. Written once. */
export const revisions = namespace.table('revisions', {
  id: text('id').primaryKey(),
  articleId: text('article_id').notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  byline: text('byline'),
  /** ISO 8601 or a bare day, as the page gives it. */
  publishedAt: text('published_at'),
  modifiedAt: text('modified_at'),
  fetchedAt: instant('fetched_at').notNull(),
  language: text('language'),
  origin: text('origin').notNull(),
  extraction: text('extraction'),
  /** `retention`: only quoted words are left of the text; `takedown`: nothing is. */
  dropped: text('dropped'),
});

/** When an article was fetched and read as which revision: a text that comes back is seen twice. Written once. */
export const sightings = namespace.table(
  'sightings',
  {
    articleId: text('article_id').notNull(),
    revisionId: text('revision_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  table => [primaryKey({ columns: [table.articleId, table.seenAt, table.revisionId] })],
);

/** What one extractor version read in one revision. Written once. */
export const analyses = namespace.table('analyses', {
  id: text('id').primaryKey(),
  revisionId: text('revision_id').notNull(),
  articleId: text('article_id').notNull(),
  extractor: text('extractor').notNull(),
  language: text('language').notNull(),
  status: text('status').notNull(),
  relevant: boolean('relevant').notNull(),
  genre: text('genre').notNull(),
  analysedAt: instant('analysed_at').notNull(),
});

/** The incidents that an analysis found its article to tell of. Written once. */
export const localIncidents = namespace.table(
  'local_incidents',
  {
    analysisId: text('analysis_id').notNull(),
    position: integer('position').notNull(),
    victim: text('victim').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    known: text('known').notNull(),
  },
  table => [primaryKey({ columns: [table.analysisId, table.position] })],
);

/** The claims of an analysis. Written once. */
export const claims = namespace.table(
  'claims',
  {
    analysisId: text('analysis_id').notNull(),
    position: integer('position').notNull(),
    /** Derived from content: the same claim in another extractor's analysis has the same id. */
    id: text('id').notNull(),
    /** Position of its local incident. */
    incident: integer('incident').notNull(),
    kind: text('kind').notNull(),
    certainty: text('certainty').notNull(),
    speaker: text('speaker').notNull(),
    confidence: doublePrecision('confidence').notNull(),
    body: jsonb('body').notNull(),
  },
  table => [primaryKey({ columns: [table.analysisId, table.position] })],
);
