import { customType, doublePrecision, integer, jsonb, primaryKey, text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** Incidents as derived: the document that is served, and the columns by which it is found. */
export const incidents = namespace.table('incidents', {
  id: text('id').primaryKey(),
  victim: text('victim').notNull(),
  name: text('name').notNull(),
  /** ISO 8601 with a time (a bare day is its end), empty where no report is dated: sorts as text. */
  reportedSort: text('reported_sort').notNull(),
  actors: text('actors').array().notNull(),
  actorNames: text('actor_names').array().notNull(),
  dataTaken: text('data_taken').array().notNull(),
  dataNotTaken: text('data_not_taken').array().notNull(),
  /** Title and retailer in lower case. */
  search: text('search').notNull(),
  /** The first report, as `reportedSort`. */
  firstSort: text('first_sort').notNull(),
  /** `YYYY-MM` or `YYYY`. */
  known: text('known').notNull(),
  state: text('state').notNull(),
  /** ISO 3166-1 alpha-2 of the retailer's home market, where it is known. */
  country: text('country'),
  /** What the retailer sells, or how, where it is known. */
  shop: text('shop'),
  articles: integer('articles').notNull(),
  discloseDays: integer('disclose_days'),
  restoreDays: integer('restore_days'),
  json: text('json').notNull(),
  etag: text('etag').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** Ids served before that lead elsewhere now. */
export const incidentAliases = namespace.table('incident_aliases', {
  id: text('id').primaryKey(),
  victim: text('victim').notNull(),
  incidentId: text('incident_id').notNull(),
});

/** Ids that lead nowhere any more, and why. */
export const incidentTombstones = namespace.table('incident_tombstones', {
  id: text('id').primaryKey(),
  victim: text('victim').notNull(),
  note: text('note').notNull(),
});

/** Which local incidents an incident consists of. */
export const incidentLinks = namespace.table(
  'incident_links',
  {
    incidentId: text('incident_id').notNull(),
    analysisId: text('analysis_id').notNull(),
    position: integer('position').notNull(),
    victim: text('victim').notNull(),
    articleId: text('article_id').notNull(),
    role: text('role').notNull(),
    score: doublePrecision('score').notNull(),
    reasons: jsonb('reasons').notNull(),
  },
  table => [primaryKey({ columns: [table.incidentId, table.analysisId, table.position] })],
);

/** Timelines as they are served. */
export const timelines = namespace.table('timelines', {
  incidentId: text('incident_id').primaryKey(),
  victim: text('victim').notNull(),
  json: text('json').notNull(),
  etag: text('etag').notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** The document as it goes over the wire, packed. Null: of an older schema, packed when it is read. */
  br: bytes('br'),
  gzip: bytes('gzip'),
});

/** All articles of incidents whose timelines list only a part of theirs. */
export const incidentArticles = namespace.table(
  'incident_articles',
  {
    incidentId: text('incident_id').notNull(),
    /** Sorts as the timeline lists articles. */
    place: text('place').notNull(),
    victim: text('victim').notNull(),
    json: text('json').notNull(),
  },
  table => [primaryKey({ columns: [table.incidentId, table.place] })],
);
