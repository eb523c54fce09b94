import { boolean, customType, doublePrecision, integer, primaryKey, sql, text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });
/** The number of a transaction, as text. */
const xid = customType<{ data: string }>({ dataType: () => 'xid8' });

const words = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Events in words of the vocabularies, by which lists are filtered. */
export const incidentFacts = namespace.table(
  'incident_facts',
  {
    incidentId: text('incident_id').notNull(),
    eventId: text('event_id').notNull(),
    victim: text('victim').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    /** Polarity, state, role or currency; else empty. */
    detail: text('detail').notNull(),
    certainty: text('certainty').notNull(),
    stands: boolean('stands').notNull(),
    speakers: text('speakers').array().notNull(),
    independent: integer('independent').notNull(),
    low: doublePrecision('low'),
    high: doublePrecision('high'),
    happenedFrom: text('happened_from'),
    happenedTo: text('happened_to'),
    reportedAt: text('reported_at'),
  },
  table => [primaryKey({ columns: [table.incidentId, table.eventId] })],
);

/** Titles and quotes as they are searched for words. */
export const incidentTexts = namespace.table(
  'incident_texts',
  {
    incidentId: text('incident_id').notNull(),
    /** `title`, `article:<id>` or the id of a claim. */
    place: text('place').notNull(),
    victim: text('victim').notNull(),
    eventId: text('event_id'),
    articleId: text('article_id'),
    text: text('text').notNull(),
    words: words('words').notNull().generatedAlwaysAs(sql`to_tsvector('english', text)`),
  },
  table => [primaryKey({ columns: [table.incidentId, table.place] })],
);

/** Names of retailers and attackers. */
export const incidentNames = namespace.table(
  'incident_names',
  {
    incidentId: text('incident_id').notNull(),
    entity: text('entity').notNull(),
    slug: text('slug').notNull(),
    victim: text('victim').notNull(),
    name: text('name').notNull(),
    /** Lower case, without accents. */
    folded: text('folded').notNull(),
  },
  table => [primaryKey({ columns: [table.incidentId, table.entity, table.slug] })],
);

/** Where incidents stood in lists before they moved. */
export const incidentMoves = namespace.table(
  'incident_moves',
  {
    incidentId: text('incident_id').notNull(),
    xid: xid('xid').notNull(),
    victim: text('victim').notNull(),
    reportedSort: text('reported_sort').notNull(),
    firstSort: text('first_sort').notNull(),
    known: text('known').notNull(),
    articles: integer('articles').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.incidentId, table.xid] })],
);

/** The last thing that became of each incident. */
export const incidentUpdates = namespace.table('incident_updates', {
  incidentId: text('incident_id').primaryKey(),
  victim: text('victim').notNull(),
  xid: xid('xid').notNull(),
  change: text('change').notNull(),
  title: text('title').notNull(),
  changedAt: instant('changed_at').notNull(),
});
