import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import type { Client } from '../client.ts';
import { eq, sql } from '../drizzle.ts';
import { incidents, timelines } from '../schema/index.ts';
import type { IncidentPlace, PackedDocument, Packing, Page, PageRequest, Resolved, StoredDocument } from '../store.ts';
import { isoTime, storable, toJson } from '../text.ts';
import { together } from '../together.ts';
import { readCursor, toPage } from './cursor.ts';
import { placeOfArticle } from './derivation-rows.ts';

/** Where an id that names no incident leads, if it ever named one. */
export const resolveAlias = async (
  client: Client,
  id: string,
): Promise<{ readonly redirect: string } | { readonly gone: string } | undefined> => {
  const [found] = await client.rows<{ redirect: string | null; gone: string | null }>(sql`
    select incident_id as redirect, null as gone from receipts.incident_aliases where id = ${storable(id)}
    union all select null, note from receipts.incident_tombstones where id = ${storable(id)}
    limit 1`);
  if (found === undefined) return undefined;
  return found.redirect === null ? { gone: found.gone ?? '' } : { redirect: found.redirect };
};

/** Whose incident an id is, present or former, and all ids that lead to it, the present one first. */
export const incidentPlace = async (client: Client, id: string): Promise<IncidentPlace | undefined> => {
  const [given] = await client.rows<{ victim: string; present: string }>(sql`
    select i.victim, coalesce(s.incident_id, i.id) as present
    from receipts.id_assignments i left join receipts.incident_aliases s on s.id = i.id
    where i.id = ${storable(id)}`);
  if (given === undefined) return undefined;
  const former = await client.rows<{ id: string }>(
    sql`select id from receipts.incident_aliases where incident_id = ${given.present} order by id`,
  );
  return { victim: given.victim, ids: [given.present, ...former.map(row => row.id)] };
};

type DocumentRow = Omit<StoredDocument, 'id'>;

const resolve = async (client: Client, id: string, row: DocumentRow | undefined): Promise<Resolved<StoredDocument>> =>
  row ? { found: { id, ...row, updatedAt: isoTime(row.updatedAt) } } : resolveAlias(client, id);

/** The summary of an incident as it is served. */
export const getIncident = async (client: Client, id: string): Promise<Resolved<StoredDocument>> => {
  const { json, etag, updatedAt } = incidents;
  const [row] = await client.query(orm =>
    orm
      .select({ json, etag, updatedAt })
      .from(incidents)
      .where(eq(incidents.id, storable(id))),
  );
  return resolve(client, id, row);
};

/** The timeline of an incident as it is served. */
export const getTimeline = async (client: Client, id: string): Promise<Resolved<StoredDocument>> => {
  const { json, etag, updatedAt } = timelines;
  const [row] = await client.query(orm =>
    orm
      .select({ json, etag, updatedAt })
      .from(timelines)
      .where(eq(timelines.incidentId, storable(id))),
  );
  return resolve(client, id, row);
};

interface PackedRow {
  readonly place: number;
  readonly etag: string;
  readonly bytes: Uint8Array | null;
  readonly held: boolean;
}

const packedSql = (packing: Packing): string => `
  select asked.place::integer as place, t.etag, t.br is not null as held,
    case when strpos(asked.known, left(t.etag, -1) || '-${packing}"') > 0 then null else t.${packing} end as bytes
  from rows from (jsonb_to_recordset($1::jsonb) as (id text, known text)) with ordinality as asked(id, known, place)
  join receipts.timelines t on t.incident_id = asked.id`;

/** Reads packed timelines, those that are asked for at once by one statement. */
const packedReader = (client: Client, packing: Packing) => {
  const text = packedSql(packing);
  return together(async (questions): Promise<readonly (PackedRow | null)[]> => {
    const rows = await client.read<PackedRow>(text, [`[${questions.join(',')}]`]);
    const found = new Map(rows.map(row => [row.place, row]));
    return questions.map((_, index) => found.get(index + 1) ?? null);
  });
};

/**
 * Timelines as they go over the wire. `known` are the ETags that the reader has (`If-None-Match`, with `-br` or `-gzip`
 * before their last quote): where its own is among them, the bytes are not read.
 */
export const packedTimelines = (
  client: Client,
): ((id: string, packing: Packing, known: string) => Promise<Resolved<PackedDocument>>) => {
  const readers = { br: packedReader(client, 'br'), gzip: packedReader(client, 'gzip') };
  return async (id, packing, known) => {
    const row = await readers[packing](toJson({ id, known }));
    if (row === null) return resolveAlias(client, id);
    const { etag, bytes, held } = row;
    return { found: { id, etag, known: held && bytes === null, ...(bytes === null ? {} : { bytes }) } };
  };
};

/** A page out of the table of those incidents whose timelines list only a part of their articles. */
const heldArticles = async (client: Client, id: string, page: PageRequest): Promise<Page<IncidentArticle>> => {
  const after = readCursor(page, 'articles', 2)?.[1] ?? '';
  const rows = await client.rows<{ place: string; json: string }>(sql`
    select place, json from receipts.incident_articles
    where incident_id = ${storable(id)} and place > ${after} order by place limit ${page.limit + 1}`);
  const read = rows.map(({ place, json }) => ({ place, article: JSON.parse(json) as IncidentArticle }));
  return toPage(
    read,
    page,
    'articles',
    row => [row.article.articleId, row.place],
    row => row.article,
  );
};

/** The articles of an incident in the order of its timeline. @throws AppError `invalid-parameter`. */
export const incidentArticles = async (
  client: Client,
  id: string,
  page: PageRequest,
): Promise<Resolved<Page<IncidentArticle>>> => {
  const after = readCursor(page, 'articles', 2);
  const timeline = await getTimeline(client, id);
  if (timeline === undefined || !('found' in timeline)) return timeline;
  const { articles, incident } = JSON.parse(timeline.found.json) as Timeline;
  if (articles.length < incident.articles) return { found: await heldArticles(client, id, page) };
  const rows = articles.map(article => ({ article, place: placeOfArticle(article) }));
  const rest = after === undefined ? rows : rows.filter(({ place }) => place > (after[1] ?? ''));
  return {
    found: toPage(
      rest.slice(0, page.limit + 1),
      page,
      'articles',
      row => [row.article.articleId, row.place],
      row => row.article,
    ),
  };
};

/** Id of the incident that an event belongs to. */
export const incidentOfEvent = async (client: Client, event: string): Promise<string | undefined> => {
  const [row] = await client.rows<{ incident_id: string }>(
    sql`select incident_id from receipts.incident_facts where event_id = ${storable(event)} limit 1`,
  );
  return row?.incident_id;
};
