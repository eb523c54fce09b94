import { pgSchema } from '../drizzle.ts';

/** The Postgres schema in which all tables stand, so that a database can be shared with other programs. */
export const namespace = pgSchema('receipts');
