import { pgSchema } from 'drizzle-orm/pg-core';

/** The Postgres schema in which all tables stand, so that a database can be shared with other programs. */
export const namespace = pgSchema('receipts');
