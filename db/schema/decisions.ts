import { bigint, jsonb, primaryKey, text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** What people decided. Written once. */
export const decisions = namespace.table('decisions', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  /** What it is about, by meaning: article, kind, value, quote hash; never a row's position. */
  target: jsonb('target').notNull(),
  who: text('who').notNull(),
  reason: text('reason').notNull(),
  decidedAt: instant('decided_at').notNull(),
  /** Ids of the articles and incidents that it is about; of an undo those of the decision that it takes back. */
  touches: text('touches').array().notNull(),
});

/** Decisions in force that mean something that is held, per victim. Derived. */
export const decisionMatches = namespace.table(
  'decision_matches',
  { victim: text('victim').notNull(), decisionId: text('decision_id').notNull() },
  table => [primaryKey({ columns: [table.victim, table.decisionId] })],
);

/** Public ids of incidents. Written once. */
export const idAssignments = namespace.table('id_assignments', {
  id: text('id').primaryKey(),
  victim: text('victim').notNull(),
  anchorArticle: text('anchor_article').notNull(),
  anchorKnown: text('anchor_known').notNull(),
  assignedAt: instant('assigned_at').notNull(),
});

/** Victims whose incidents must be derived anew: the outbox of linking. */
export const relinkMarks = namespace.table('relink_marks', {
  victim: text('victim').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
  /** The version up to which it was derived while it was marked anew. */
  passed: bigint('passed', { mode: 'number' }).notNull().default(0),
});

/** Which versions of this schema the database has. */
export const migrations = namespace.table('migrations', {
  version: bigint('version', { mode: 'number' }).primaryKey(),
  name: text('name').notNull(),
  appliedAt: instant('applied_at').notNull().defaultNow(),
});
