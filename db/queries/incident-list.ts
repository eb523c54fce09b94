import type { IncidentSummary } from '#domain/incident.ts';
import type { Client } from '../client.ts';
import { type SQL, sql } from '../drizzle.ts';
import type { IncidentFilter, IncidentSort, Page, PageRequest, Resolved } from '../store.ts';
import { toJson } from '../text.ts';
import { brokenCursor, readCursor, toPage } from './cursor.ts';
import { incidentCondition } from './incident-condition.ts';
import { isSnapshot } from './snapshot.ts';

interface Order {
  /** Column of `incidents` and of `incident_moves`. */
  readonly column: SQL;
  readonly type: 'text' | 'integer';
  readonly descending: boolean;
}

const orderOf = (sort: IncidentSort): Order => {
  const descending = sort.startsWith('-');
  const name = sort.replace('-', '');
  const column = {
    lastReportedAt: 'reported_sort',
    firstReportedAt: 'first_sort',
    known: 'known',
    articles: 'articles',
  };
  return {
    column: sql.raw(column[name as keyof typeof column]),
    type: name === 'articles' ? 'integer' : 'text',
    descending,
  };
};

interface Row {
  readonly id: string;
  readonly key: string;
  readonly json: string;
  readonly snapshot: string;
}

interface Place {
  readonly snapshot: string;
  readonly key: string;
  readonly id: string;
}

const placeIn = (page: PageRequest, sort: IncidentSort, { type }: Order): Place | undefined => {
  const [sorted, snapshot = '', key = '', id = ''] = readCursor(page, 'incidents', 4) ?? [];
  if (sorted === undefined) return undefined;
  if (sorted !== sort || !isSnapshot(snapshot) || (type === 'integer' && !/^\d{1,9}$/.test(key))) throw brokenCursor();
  return { snapshot, key, id };
};

const firstPage = (condition: SQL, { column, descending }: Order, limit: number): SQL => {
  const way = sql.raw(descending ? 'desc' : 'asc');
  return sql`
    select i.id, i.${column}::text as key, i.json, pg_current_snapshot()::text as snapshot
    from receipts.incidents i where ${condition}
    order by i.${column} ${way}, i.id ${way} limit ${limit}`;
};

/**
 * What follows a place, by where incidents stood when the snapshot was taken: one that has moved since stands where it
 * stood before its first move that the snapshot does not see.
 */
const laterPage = (condition: SQL, order: Order, { snapshot, key, id }: Place, limit: number): SQL => {
  const { column, type } = order;
  const way = sql.raw(order.descending ? 'desc' : 'asc');
  const after = sql.raw(order.descending ? '<' : '>');
  const place = sql`(${key}::text::${sql.raw(type)}, ${id}::text)`;
  return sql`
    with moved as materialized (
      select distinct on (m.incident_id) m.incident_id as id, m.${column} as key
      from receipts.incident_moves m
      where m.xid >= pg_snapshot_xmin(${snapshot}::text::pg_snapshot)
        and not pg_visible_in_snapshot(m.xid, ${snapshot}::text::pg_snapshot)
      order by m.incident_id, m.xid
    )
    select id, key::text as key, json, ${snapshot}::text as snapshot from (
      (select i.id, i.${column} as key, i.json from receipts.incidents i
        where ${condition} and (i.${column}, i.id) ${after} ${place}
          and not exists (select from moved where moved.id = i.id)
        order by i.${column} ${way}, i.id ${way} limit ${limit})
      union all
      (select i.id, moved.key, i.json from moved join receipts.incidents i on i.id = moved.id
        where ${condition} and (moved.key, i.id) ${after} ${place}
        order by moved.key ${way}, i.id ${way} limit ${limit})
    ) as both_parts
    order by both_parts.key ${way}, id ${way} limit ${limit}`;
};

/** Incidents that fit the filter, in order. @throws AppError `invalid-parameter`. */
export const listIncidents = async (
  client: Client,
  filter: IncidentFilter,
  page: PageRequest,
  sort: IncidentSort = '-lastReportedAt',
): Promise<Page<IncidentSummary>> => {
  const order = orderOf(sort);
  const place = placeIn(page, sort, order);
  const condition = incidentCondition(filter);
  const limit = page.limit + 1;
  const rows = await client.rows<Row>(
    place === undefined ? firstPage(condition, order, limit) : laterPage(condition, order, place, limit),
  );
  return toPage(
    rows,
    page,
    'incidents',
    row => [sort, row.snapshot, row.key, row.id],
    row => JSON.parse(row.json) as IncidentSummary,
  );
};

/** What is known of each of these ids, in their order. */
export const incidentsByIds = async (
  client: Client,
  ids: readonly string[],
): Promise<readonly Resolved<IncidentSummary>[]> => {
  const rows = await client.rows<{ json: string | null; redirect: string | null; gone: string | null }>(sql`
    select (select i.json from receipts.incidents i where i.id = asked.id) as json,
      (select a.incident_id from receipts.incident_aliases a where a.id = asked.id) as redirect,
      (select t.note from receipts.incident_tombstones t where t.id = asked.id) as gone
    from jsonb_array_elements_text(${toJson(ids)}::jsonb) with ordinality as asked(id, place)
    order by asked.place`);
  return rows.map(({ json, redirect, gone }) => {
    if (json !== null) return { found: JSON.parse(json) as IncidentSummary };
    if (redirect !== null) return { redirect };
    return gone === null ? undefined : { gone };
  });
};
