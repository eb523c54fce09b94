import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { StoredDocument, TimelinePlace } from '../store.ts';
import { isoTime, storable } from '../text.ts';

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly json: string;
  readonly etag: string;
  readonly updated_at: string;
}

/**
 * Timelines in the order in which they were written last, from a place on, the place itself included. What another
 * transaction may still write with an earlier time is waited for: nothing is listed that is younger than the oldest
 * transaction that runs, so whoever goes on from the last place misses nothing.
 */
export const timelinesFrom = async (
  client: Client,
  from: TimelinePlace | undefined,
  limit: number,
): Promise<readonly StoredDocument[]> => {
  const place = from ?? { updatedAt: '1970-01-01T00:00:00.000Z', id: '' };
  const rows = await client.rows<Row>(sql`
    with horizon as (
      select coalesce(min(xact_start), now()) as at from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend' and xact_start is not null
    )
    select incident_id as id, json, etag, updated_at from receipts.timelines, horizon
    where (updated_at, incident_id) >= (${place.updatedAt}::timestamptz, ${storable(place.id)})
      and updated_at < horizon.at
    order by updated_at, incident_id limit ${limit}`);
  return rows.map(({ id, json, etag, updated_at }) => ({ id, json, etag, updatedAt: isoTime(updated_at) }));
};
