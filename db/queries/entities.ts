import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { EntityCount, Page, PageRequest } from '../store.ts';
import { present, storable } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';

interface EntityRow {
  readonly slug: string;
  readonly name: string;
  readonly incidents: number;
  readonly ids: readonly string[];
  readonly country?: string | null;
  readonly shop?: string | null;
}

const toEntity = (row: EntityRow): EntityCount => ({
  slug: row.slug,
  name: row.name,
  incidents: row.incidents,
  incidentIds: row.ids,
  ...present('country', row.country),
  ...present('shop', row.shop),
});

const page = (rows: readonly EntityRow[], request: PageRequest, list: string): Page<EntityCount> =>
  toPage(rows, request, list, row => [row.slug], toEntity);

/** Retailers with incidents, by slug. @throws AppError `invalid-parameter`. */
export const listRetailers = async (client: Client, request: PageRequest): Promise<Page<EntityCount>> => {
  const after = readCursor(request, 'retailers', 1);
  const rows = await client.rows<EntityRow>(sql`
    select victim as slug, max(name) as name, count(*)::integer as incidents,
      jsonb_agg(id order by reported_sort desc, id) as ids, max(country) as country, max(shop) as shop
    from receipts.incidents where ${after ? sql`victim > ${after[0]}` : sql`true`}
    group by victim order by victim limit ${request.limit + 1}`);
  return page(rows, request, 'retailers');
};

/** Actors named in incidents, by slug. @throws AppError `invalid-parameter`. */
export const listActors = async (client: Client, request: PageRequest): Promise<Page<EntityCount>> => {
  const after = readCursor(request, 'actors', 1);
  const rows = await client.rows<EntityRow>(sql`
    select n.slug, max(n.name) as name, count(*)::integer as incidents,
      jsonb_agg(i.id order by i.reported_sort desc, i.id) as ids
    from receipts.incident_names n join receipts.incidents i on i.id = n.incident_id
    where n.entity = 'actor' and ${after ? sql`n.slug > ${after[0]}` : sql`true`}
    group by n.slug order by n.slug limit ${request.limit + 1}`);
  return page(rows, request, 'actors');
};

/** One retailer with incidents. */
export const getRetailer = async (client: Client, slug: string): Promise<EntityCount | undefined> => {
  const [row] = await client.rows<EntityRow>(sql`
    select victim as slug, max(name) as name, count(*)::integer as incidents,
      jsonb_agg(id order by reported_sort desc, id) as ids, max(country) as country, max(shop) as shop
    from receipts.incidents where victim = ${storable(slug)} group by victim`);
  return row && toEntity(row);
};

/** One attacker that reports name. */
export const getActor = async (client: Client, slug: string): Promise<EntityCount | undefined> => {
  const [row] = await client.rows<EntityRow>(sql`
    select n.slug, max(n.name) as name, count(*)::integer as incidents,
      jsonb_agg(i.id order by i.reported_sort desc, i.id) as ids
    from receipts.incident_names n join receipts.incidents i on i.id = n.incident_id
    where n.entity = 'actor' and n.slug = ${storable(slug)} group by n.slug`);
  return row && toEntity(row);
};
