import { openClient, parseDatabaseUrl } from './client.ts';
import { sql } from './drizzle.ts';
import { attachEmbedded } from './embedded.ts';
import { knownVersion, schemaVersion } from './migrate.ts';
import type { DatabaseOptions } from './open.ts';

/** What a look at a database finds, without changing it. */
export interface Inspection {
  /** Server and database for people, without user and password. */
  readonly where: string;
  /** `18.4` */
  readonly postgres: string;
  /** Schema version found, and the one of this code; 0: none yet. */
  readonly schema: { readonly found: number; readonly known: number };
  /** The database's clock minus ours, ms. */
  readonly clockMs: number;
  /** What the database says of noon on 1 July 2025, UTC, in London; 13 where its time zone data is right. */
  readonly summerHour: number;
  /** Its size on disk. */
  readonly bytes: number;
}

/**
 * Looks at the database: the given one, or the own one in the data directory, which is started where it does not run.
 *
 * @throws AppError as `openDatabase`
 */
export const inspectDatabase = async (options: Pick<DatabaseOptions, 'url' | 'dataDir'>): Promise<Inspection> => {
  const given = options.url === undefined ? undefined : parseDatabaseUrl(options.url);
  const own = given ? undefined : await attachEmbedded({ dataDir: options.dataDir });
  const client = openClient(given ?? own?.endpoint ?? {}, 1);
  try {
    const found = await schemaVersion(client);
    const before = Date.now();
    const [row] = await client.rows<{ postgres: string; ms: string; hour: number; bytes: string }>(sql`
      select split_part(current_setting('server_version'), ' ', 1) as postgres,
        (extract(epoch from clock_timestamp()) * 1000)::bigint as ms,
        extract(hour from timestamptz '2025-07-01 12:00Z' at time zone 'Europe/London')::integer as hour,
        pg_database_size(current_database()) as bytes`);
    const here = (before + Date.now()) / 2;
    if (!row) throw new Error('asking the database returned nothing');
    return {
      where: client.where,
      postgres: row.postgres,
      schema: { found, known: knownVersion() },
      clockMs: Number(row.ms) - here,
      summerHour: row.hour,
      bytes: Number(row.bytes),
    };
  } finally {
    await client.close();
    await own?.release();
  }
};
