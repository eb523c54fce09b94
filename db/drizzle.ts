import { createRequire } from 'node:module';

/*
 * drizzle's CommonJS build, the same code and types. Its ES modules end in `.js`, for each of which Node parses the
 * package's 180 KB of `exports` anew to learn its kind: 0.5 s and 230 MB at every start, against 0.07 s and 15 MB
 * (Node 24.21, drizzle-orm 0.45; `npm run bench startup`).
 */
const require = createRequire(import.meta.url);
const orm = require('drizzle-orm') as typeof import('drizzle-orm');
const core = require('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');
const driver = require('drizzle-orm/postgres-js') as typeof import('drizzle-orm/postgres-js');

// biome-ignore lint/style/noRestrictedImports: types cost nothing.
export type { SQL } from 'drizzle-orm';
// biome-ignore lint/style/noRestrictedImports: types cost nothing.
export type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
export const { and, asc, eq, isNull, lte, or, sql } = orm;
export const { bigint, boolean, customType, doublePrecision, integer, jsonb, pgSchema, primaryKey, text, timestamp } =
  core;
export const { drizzle } = driver;
