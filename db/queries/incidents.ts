import { type SQL, sql } from 'drizzle-orm';
import type { IncidentSummary } from '#domain/incident.ts';
import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import type { Client } from '../client.ts';
import type { IncidentFilter, Page, PageRequest, Resolved, StoredDocument } from '../store.ts';
import { isoTime, storable } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';
import { incidentCondition } from './search.ts';

/** Incidents that fit the filter, newest report first. @throws AppError `invalid-parameter`. */
export const listIncidents = async (
  client: Client,
  filter: IncidentFilter,
  page: PageRequest,
): Promise<Page<IncidentSummary>> => {
  const after = readCursor(page, 'incidents', 2);
  const rows = await client.rows<{ id: string; reported_sort: string; json: string }>(sql`
    select id, reported_sort, json from receipts.incidents
    where ${incidentCondition(filter)}
      and ${after ? sql`(reported_sort, id) < (${after[0]}, ${after[1]})` : sql`true`}
    order by reported_sort desc, id desc limit ${page.limit + 1}`);
  return toPage(
    rows,
    page,
    'incidents',
    row => [row.reported_sort, row.id],
    row => JSON.parse(row.json) as IncidentSummary,
  );
};

interface DocumentRow {
  readonly id: string;
  readonly json: string;
  readonly etag: string;
  readonly updated_at: string;
}

/** Where an id that names no incident leads, if it ever named one. */
export const resolveAlias = async (client: Client, id: string): Promise<{ readonly redirect: string } | undefined> => {
  const [alias] = await client.rows<{ incident_id: string }>(
    sql`select incident_id from receipts.incident_aliases where id = ${storable(id)}`,
  );
  return alias && { redirect: alias.incident_id };
};

const document = async (client: Client, id: string, query: SQL): Promise<Resolved<StoredDocument>> => {
  const [row] = await client.rows<DocumentRow>(query);
  if (!row) return resolveAlias(client, id);
  return { found: { id: row.id, json: row.json, etag: row.etag, updatedAt: isoTime(row.updated_at) } };
};

/** The summary of an incident as it is served. */
export const getIncident = async (client: Client, id: string): Promise<Resolved<StoredDocument>> =>
  document(client, id, sql`select id, json, etag, updated_at from receipts.incidents where id = ${storable(id)}`);

/** The timeline of an incident as it is served. */
export const getTimeline = async (client: Client, id: string): Promise<Resolved<StoredDocument>> =>
  document(
    client,
    id,
    sql`select incident_id as id, json, etag, updated_at from receipts.timelines where incident_id = ${storable(id)}`,
  );

/** The articles of an incident in the order of its timeline. @throws AppError `invalid-parameter`. */
export const incidentArticles = async (
  client: Client,
  id: string,
  page: PageRequest,
): Promise<Resolved<Page<IncidentArticle>>> => {
  const after = readCursor(page, 'articles', 2);
  const timeline = await getTimeline(client, id);
  if (timeline === undefined || 'redirect' in timeline) return timeline;
  const { articles } = JSON.parse(timeline.found.json) as Timeline;
  const listed = articles.map((article, index) => ({ article, index }));
  // The article after which the page begins may have left meanwhile: then its place counts.
  const left = listed.find(({ article }) => article.articleId === after?.[0])?.index ?? Number(after?.[1] ?? -1);
  const rows = listed.slice(left + 1, left + 2 + page.limit);
  return {
    found: toPage(
      rows,
      page,
      'articles',
      row => [row.article.articleId, String(row.index)],
      row => row.article,
    ),
  };
};
