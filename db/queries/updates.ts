import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { IncidentUpdate, PageRequest, Updates } from '../store.ts';
import { isoTime, present } from '../text.ts';
import { brokenCursor, cursorOf, readCursor } from './cursor.ts';

interface Row {
  readonly incident_id: string;
  readonly xid: string;
  readonly change: IncidentUpdate['change'];
  readonly title: string;
  readonly changed_at: string;
  readonly moved_to: string | null;
}

const START: readonly [string, string] = ['0', ''];

/**
 * What became of incidents after a cursor, in the order in which transactions are numbered, as far as all of them are
 * through: so that one that was begun earlier and ends later is not missed, however many share a time.
 * @throws AppError `invalid-parameter`.
 */
export const updatesSince = async (client: Client, page: PageRequest): Promise<Updates> => {
  const [xid = '0', id = ''] = readCursor(page, 'updates', 2) ?? START;
  if (!/^\d{1,18}$/.test(xid)) throw brokenCursor();
  const rows = await client.rows<Row>(sql`
    select u.incident_id, u.xid::text as xid, u.change, u.title, u.changed_at, a.incident_id as moved_to
    from receipts.incident_updates u
    left join receipts.incident_aliases a on a.id = u.incident_id and u.change = 'removed'
    where (u.xid, u.incident_id) > (${xid}::text::xid8, ${id}::text)
      and u.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by u.xid, u.incident_id limit ${page.limit + 1}`);
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  return {
    items: kept.map(row => ({
      incident: row.incident_id,
      title: row.title,
      change: row.change,
      ...present('movedTo', row.moved_to),
      at: isoTime(row.changed_at),
    })),
    cursor: cursorOf('updates', last === undefined ? [xid, id] : [last.xid, last.incident_id]),
    more: rows.length > page.limit,
  };
};
