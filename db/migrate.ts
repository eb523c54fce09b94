import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '#errors';
import type { Client } from './client.ts';
import { sql } from './drizzle.ts';
import { brokenConstraint } from './errors.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Plain SQL, any number of statements. */
  readonly text: string;
}

/** Receipts' own number among a database's advisory locks. */
const LOCK = 7_236_524_001;
const FOLDER = new URL('./migrations/', import.meta.url);

const files = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter(file => file.endsWith('.sql'))
    .sort();

/** The newest schema version that the code knows. */
export const knownVersion = (): number => Number.parseInt(files().at(-1) ?? '0', 10);

/** The migrations that the code brings, in order. File names are `<version>_<name>.sql`. */
export const loadMigrations = (): readonly Migration[] =>
  files().map(file => ({
    version: Number.parseInt(file, 10),
    name: file.slice(file.indexOf('_') + 1, -'.sql'.length),
    text: readFileSync(new URL(file, FOLDER), 'utf8'),
  }));

/** The newest version that the database has; 0 where it has none. */
export const schemaVersion = async (client: Client): Promise<number> => {
  const [found] = await client.rows<{ present: boolean }>(
    sql`select to_regclass('receipts.migrations') is not null as present`,
  );
  if (!found?.present) return 0;
  const [row] = await client.rows<{ version: string }>(
    sql`select coalesce(max(version), 0) as version from receipts.migrations`,
  );
  return Number(row?.version ?? 0);
};

/** @throws AppError `database-schema-newer` where a newer Receipts has worked with this database. */
export const refuseNewer = (found: number, known: number, where: string): void => {
  if (found <= known) return;
  throw new AppError(
    'database-schema-newer',
    `The database at ${where} has schema version ${found}; this Receipts knows versions up to ${known}.`,
    {
      subject: where,
      hint: 'A newer Receipts has worked with it. Run that version (or newer), or point this one at another database.',
      data: { found, known },
    },
  );
};

const PREPARE = `
  select pg_advisory_xact_lock(${LOCK});
  create schema if not exists receipts;
  create table if not exists receipts.migrations (
    version bigint primary key,
    name text not null,
    applied_at timestamptz(3) not null default now()
  );`;

/**
 * Brings the database to the newest version. Each migration is sent as one message, which Postgres does as a whole or
 * not at all; of two processes that start at once one waits, and then finds the work done.
 * @throws AppError `database-schema-newer`, `database-unavailable`.
 */
export const migrate = async (
  client: Client,
  migrations: readonly Migration[] = loadMigrations(),
): Promise<{ readonly from: number; readonly to: number }> => {
  const newest = migrations.at(-1)?.version ?? 0;
  const from = await schemaVersion(client);
  refuseNewer(from, newest, client.where);
  if (from === newest) return { from, to: newest };
  await client.script(PREPARE);
  for (const migration of migrations.filter(({ version }) => version > from)) {
    try {
      await client.script(`
        select pg_advisory_xact_lock(${LOCK});
        insert into receipts.migrations (version, name) values (${migration.version}, '${migration.name}');
        ${migration.text}`);
    } catch (error) {
      // Somebody else did this one while we waited for the lock.
      if (brokenConstraint(error) !== 'migrations_pkey') throw error;
    }
  }
  return { from, to: newest };
};
