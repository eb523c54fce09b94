import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { CorrectionRequest, CorrectionRequests } from '../requests.ts';
import { isoTime, present, storable } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';

/** Open requests that are kept: beyond, somebody plays with the form. */
const MOST_OPEN = 1000;

interface RequestRow {
  readonly id: string;
  readonly at: string;
  readonly incident_id: string;
  readonly message: string;
  readonly about: string | null;
  readonly contact: string | null;
}

const toRequest = (row: RequestRow): CorrectionRequest => ({
  id: row.id,
  at: isoTime(row.at),
  incidentId: row.incident_id,
  message: row.message,
  ...present('about', row.about),
  ...present('contact', row.contact),
});

const stored = (text: string | undefined): string | null => (text === undefined ? null : storable(text));

/** Requests for corrections. */
export const createRequests = (client: Client): CorrectionRequests => ({
  add: async ({ id, at, incidentId, message, about, contact }) => {
    const [row] = await client.rows<{ taken: boolean }>(sql`
      with room as (
        select count(*) < ${MOST_OPEN} as is_left from receipts.correction_requests where settled_at is null
      ), added as (
        insert into receipts.correction_requests (id, at, incident_id, message, about, contact)
        select ${id}, ${at}::timestamptz, ${incidentId}, ${storable(message)}, ${stored(about)}, ${stored(contact)}
        from room where is_left
        on conflict (id) do nothing
      )
      select is_left as taken from room`);
    return row?.taken === true;
  },
  listOpen: async page => {
    const after = readCursor(page, 'requests', 2);
    const rows = await client.rows<RequestRow>(sql`
      select * from receipts.correction_requests
      where settled_at is null
        and ${after ? sql`(at, id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`}
      order by at desc, id desc limit ${page.limit + 1}`);
    return toPage(rows, page, 'requests', row => [isoTime(row.at), row.id], toRequest);
  },
  settle: async (id, { who, at }) => {
    const rows = await client.rows(sql`
      update receipts.correction_requests set settled_at = ${at}::timestamptz, settled_by = ${storable(who)}, contact = null
      where id = ${storable(id)} and settled_at is null returning id`);
    return rows.length > 0;
  },
});
