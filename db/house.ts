import type { Client } from './client.ts';
import { sql } from './drizzle.ts';
import { schemaVersion } from './migrate.ts';

/**
 * The tables that make a house: what came in and what people decided, parents before children. All else is derived from
 * them, or belongs to one installation: keys, subscriptions, the log of polls.
 */
export const HOUSE_TABLES = [
  'sources',
  'source_state',
  'items',
  'articles',
  'revisions',
  'sightings',
  'analyses',
  'local_incidents',
  'claims',
  'decisions',
  'id_assignments',
] as const;
export type HouseTable = (typeof HOUSE_TABLES)[number];

/** A row as JSON text. */
export interface HouseRow {
  readonly table: HouseTable;
  readonly json: string;
}

/** Everything that is held, to be taken to another installation. */
export interface House {
  /** Version of the schema of the rows. */
  schema(): Promise<number>;
  counts(): Promise<Readonly<Record<HouseTable, number>>>;
  /** Every row, in batches, all as they stood at one moment. */
  rows(): AsyncIterable<readonly HouseRow[]>;
  /** Takes rows of one table in, JSON texts; what is there already stays. Returns how many are new. */
  put(table: HouseTable, rows: readonly string[]): Promise<number>;
}

const BATCH = 500;

const counts = async (client: Client): Promise<Readonly<Record<HouseTable, number>>> => {
  const parts = HOUSE_TABLES.map(
    table => sql`(select count(*)::integer from receipts.${sql.identifier(table)}) as ${sql.identifier(table)}`,
  );
  const [row] = await client.rows<Record<HouseTable, number>>(sql`select ${sql.join(parts, sql`, `)}`);
  if (!row) throw new Error('counting returned nothing');
  return row;
};

/** The columns that both the rows and the table have; the others take their defaults. */
const columnsOf = async (client: Client, table: HouseTable, rows: readonly string[]): Promise<readonly string[]> => {
  const given = new Set(Object.keys(JSON.parse(rows[0] ?? '{}') as object));
  const known = await client.rows<{ name: string }>(
    sql`select column_name as name from information_schema.columns where table_schema = 'receipts' and table_name = ${table}`,
  );
  return known.map(({ name }) => name).filter(name => given.has(name));
};

/** An article that both houses hold is read as in the text that was fetched last. */
const KEEP_NEWER = sql`
  on conflict (id) do update set current_revision = excluded.current_revision,
    current_analysis = excluded.current_analysis, current_fetched_at = excluded.current_fetched_at,
    current_from_feed = excluded.current_from_feed, victims = excluded.victims
  where receipts.articles.current_fetched_at < excluded.current_fetched_at`;

const put = async (client: Client, table: HouseTable, rows: readonly string[]): Promise<number> => {
  if (rows.length === 0) return 0;
  const names = await columnsOf(client, table, rows);
  const columns = sql.join(
    names.map(name => sql.identifier(name)),
    sql`, `,
  );
  const target = sql`receipts.${sql.identifier(table)}`;
  const given = sql`select ${columns} from jsonb_populate_recordset(null::${target}, ${`[${rows.join(',')}]`}::jsonb)`;
  const insert = sql`insert into ${target} (${columns}) ${given}`;
  const [made] = await client.rows<{ count: number }>(
    sql`with made as (${insert} on conflict do nothing returning 1) select count(*)::integer as count from made`,
  );
  if (table === 'articles')
    await client.rows(sql`
      insert into ${target} (${columns}) select ${columns} from (${given}) as given
      where exists (select 1 from ${target} as held where held.id = given.id) ${KEEP_NEWER}`);
  return made?.count ?? 0;
};

/** The house of one database. */
export const createHouse = (client: Client): House => ({
  schema: () => schemaVersion(client),
  counts: () => counts(client),
  rows: () =>
    client.batches<HouseRow>(
      HOUSE_TABLES.map(
        table => `select '${table}' as "table", to_jsonb(t)::text as json from receipts.${table} as t`,
      ).join(' union all '),
      BATCH,
    ),
  put: (table, rows) => put(client, table, rows),
});
