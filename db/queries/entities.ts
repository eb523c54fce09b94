import { sql } from 'drizzle-orm';
import type { Client } from '../client.ts';
import type { EntityCount, Page, PageRequest } from '../store.ts';
import { readCursor, toPage } from './cursor.ts';

interface EntityRow {
  readonly slug: string;
  readonly name: string;
  readonly incidents: number;
  readonly ids: readonly string[];
}

const page = (rows: readonly EntityRow[], request: PageRequest, list: string): Page<EntityCount> =>
  toPage(
    rows,
    request,
    list,
    row => [row.slug],
    row => ({ slug: row.slug, name: row.name, incidents: row.incidents, incidentIds: row.ids }),
  );

/** Retailers with incidents, by slug. @throws AppError `invalid-parameter`. */
export const listRetailers = async (client: Client, request: PageRequest): Promise<Page<EntityCount>> => {
  const after = readCursor(request, 'retailers', 1);
  const rows = await client.rows<EntityRow>(sql`
    select victim as slug, max(name) as name, count(*)::integer as incidents,
      jsonb_agg(id order by reported_sort desc, id) as ids
    from receipts.incidents where ${after ? sql`victim > ${after[0]}` : sql`true`}
    group by victim order by victim limit ${request.limit + 1}`);
  return page(rows, request, 'retailers');
};

/** Actors named in incidents, by slug. @throws AppError `invalid-parameter`. */
export const listActors = async (client: Client, request: PageRequest): Promise<Page<EntityCount>> => {
  const after = readCursor(request, 'actors', 1);
  const rows = await client.rows<EntityRow>(sql`
    select u.slug, max(u.name) as name, count(*)::integer as incidents,
      jsonb_agg(i.id order by i.reported_sort desc, i.id) as ids
    from receipts.incidents i, unnest(i.actors, i.actor_names) as u(slug, name)
    where ${after ? sql`u.slug > ${after[0]}` : sql`true`}
    group by u.slug order by u.slug limit ${request.limit + 1}`);
  return page(rows, request, 'actors');
};
