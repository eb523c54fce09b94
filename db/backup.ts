import { AppError } from '#errors';
import { type Client, openClient, parseDatabaseUrl } from './client.ts';
import { sql } from './drizzle.ts';
import { attachEmbedded } from './embedded.ts';
import { knownVersion, loadMigrations, migrate, schemaVersion } from './migrate.ts';
import type { DatabaseOptions } from './open.ts';

/** A row of a table as JSON text. */
export interface BackupRow {
  readonly table: string;
  readonly json: string;
}

/** What a database holds beside rows: the last number given, by sequence. */
export type Sequences = Readonly<Record<string, string>>;

/** What a backup says of itself. */
export interface BackupContent {
  /** Version of the schema of the rows. */
  readonly schema: number;
  readonly sequences: Sequences;
  /** Parents before children. */
  readonly rows: AsyncIterable<readonly BackupRow[]>;
}

/** A database as a whole, whatever its schema: it is not brought up to date by being opened. */
export interface Vault {
  readonly where: string;
  schema(): Promise<number>;
  /** Every row of every table, in batches, all as they stood at one moment. */
  rows(): AsyncIterable<readonly BackupRow[]>;
  sequences(): Promise<Sequences>;
  /**
   * Fills the database, which must be empty, and brings it to the schema of this code. It appears whole, or not at all.
   * Throws AppError `conflict` where something is held already, `database-schema-newer`.
   */
  restore(content: BackupContent): Promise<void>;
  close(): Promise<void>;
}

const BATCH = 500;
/** Numbers of migrations are those of the database itself; where lists stood a day ago means nothing to another. */
const LEFT_OUT = ['migrations', 'incident_moves'];
/** Where tables are filled, out of sight. */
const HIDDEN = 'receipts_restoring';

interface TableRow {
  readonly name: string;
  readonly parents: readonly string[];
}

/** All tables, parents before children. */
const tablesOf = async (client: Client): Promise<readonly string[]> => {
  const rows = await client.rows<TableRow>(sql`
    select c.relname as name, array_to_json(array(
      select distinct p.relname from pg_constraint k join pg_class p on p.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and p.oid <> c.oid)) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'receipts' and c.relkind = 'r' order by c.relname`);
  const waiting = new Map(rows.filter(({ name }) => !LEFT_OUT.includes(name)).map(row => [row.name, row.parents]));
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, parents]) => !parents.some(parent => waiting.has(parent)));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    for (const [name] of free) {
      order.push(name);
      waiting.delete(name);
    }
  }
  return order;
};

async function* rowsOf(client: Client): AsyncIterable<readonly BackupRow[]> {
  const tables = await tablesOf(client);
  yield* client.batches<BackupRow>(
    tables
      .map(table => `select '${table}' as "table", to_jsonb(t)::text as json from receipts.${table} as t`)
      .join(' union all '),
    BATCH,
  );
}

const sequencesOf = async (client: Client): Promise<Sequences> => {
  const rows = await client.rows<{ name: string; last: string }>(sql`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'receipts' and last_value is not null`);
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
};

const refuseFull = async (client: Client): Promise<void> => {
  if ((await schemaVersion(client)) === 0) return;
  for (const table of await tablesOf(client)) {
    // The one row that every new database has.
    if (table === 'change_counter') continue;
    const held = await client.rows(sql`select 1 from receipts.${sql.identifier(table)} limit 1`);
    if (held.length === 0) continue;
    throw new AppError('conflict', `The database at ${client.where} is not empty: it has rows in "${table}".`, {
      subject: client.where,
      hint: 'Restore into a new one: set DATABASE_URL or RECEIPTS_DATA_DIR to it. Nothing was changed.',
    });
  }
};

interface ColumnRow {
  readonly name: string;
  readonly type: string;
}

/** How rows of a table are written. Numbers of transactions mean nothing in another database: they get the one at hand. */
const fillerOf = async (client: Client, table: string) => {
  const columns = await client.rows<ColumnRow>(sql`
    select column_name as name, udt_name as type from information_schema.columns
    where table_schema = ${HIDDEN} and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`);
  if (columns.length === 0)
    throw new AppError('config', `The backup has rows of a table "${table}" that this version does not know.`, {
      subject: table,
      hint: 'Restore it with the version of Receipts that wrote it.',
    });
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const values = sql.join(
    columns.map(({ name, type }) => (type === 'xid8' ? sql`pg_current_xact_id()` : sql.identifier(name))),
    sql`, `,
  );
  const target = sql`${sql.identifier(HIDDEN)}.${sql.identifier(table)}`;
  return (json: string) =>
    client.rows(sql`insert into ${target} (${names}) select ${values}
      from jsonb_populate_recordset(null::${target}, ${json}::jsonb) on conflict do nothing`);
};

const fill = async (client: Client, rows: BackupContent['rows']): Promise<void> => {
  const fillers = new Map<string, Awaited<ReturnType<typeof fillerOf>>>();
  for await (const batch of rows) {
    const byTable = Map.groupBy(batch, ({ table }) => table);
    for (const [table, own] of byTable) {
      const filler = fillers.get(table) ?? (await fillerOf(client, table));
      fillers.set(table, filler);
      await filler(`[${own.map(({ json }) => json).join(',')}]`);
    }
  }
};

const restore = async (client: Client, { schema, sequences, rows }: BackupContent): Promise<void> => {
  const known = knownVersion();
  if (schema > known)
    throw new AppError(
      'database-schema-newer',
      `The backup has schema version ${schema}; this Receipts knows versions up to ${known}.`,
      { subject: 'backup', hint: 'Restore it with the version of Receipts that wrote it, or a newer one.' },
    );
  await refuseFull(client);
  await client.script(`drop schema if exists ${HIDDEN} cascade; drop schema if exists receipts cascade`);
  await migrate(
    client,
    loadMigrations().filter(({ version }) => version <= schema),
  );
  const tables = await tablesOf(client);
  await client.script(`alter schema receipts rename to ${HIDDEN}`);
  // What migrations themselves put into a new database.
  for (const table of tables) await client.script(`truncate ${HIDDEN}.${table} cascade`);
  await fill(client, rows);
  for (const [name, last] of Object.entries(sequences))
    await client.rows(sql`select setval(to_regclass(${`${HIDDEN}.${name}`}), ${last}::bigint)`);
  // Only now is there anything to be seen.
  await client.script(`alter schema ${HIDDEN} rename to receipts`);
  await migrate(client);
};

/**
 * Opens a database for backup and restore: the given one, or the own one in the data directory.
 *
 * @throws AppError as `openDatabase`
 */
export const openVault = async (options: Pick<DatabaseOptions, 'url' | 'dataDir' | 'log'>): Promise<Vault> => {
  const given = options.url === undefined ? undefined : parseDatabaseUrl(options.url);
  const own = given
    ? undefined
    : await attachEmbedded({ dataDir: options.dataDir, ...(options.log === undefined ? {} : { log: options.log }) });
  const client = openClient(given ?? own?.endpoint ?? {}, 2);
  return {
    where: client.where,
    schema: () => schemaVersion(client),
    rows: () => rowsOf(client),
    sequences: () => sequencesOf(client),
    restore: content => restore(client, content),
    async close() {
      await client.close();
      await own?.release();
    },
  };
};
