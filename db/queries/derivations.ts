import { hash } from 'node:crypto';
import { asc, sql } from 'drizzle-orm';
import { slug } from '#domain/ids.ts';
import type { IncidentLink, IncidentSummary } from '#domain/incident.ts';
import type { Client } from '../client.ts';
import { timelines } from '../schema/index.ts';
import type { DerivedDocument, DerivedIncident, RelinkMark, VictimDerivation } from '../store.ts';
import { toJson } from '../text.ts';
import { fold } from './search.ts';

/** Strong ETag of a document's JSON text. */
const etagOf = (json: string): string => `"${hash('sha256', json).slice(0, 32)}"`;

/** The latest report as text that sorts by time: a bare day is the end of that day, none comes before all. */
const reportedSort = (reported: string | undefined): string => {
  if (reported === undefined) return '';
  return new Date(reported.length === 10 ? `${reported}T23:59:59.999Z` : reported).toISOString();
};

const incidentRow = (summary: IncidentSummary) => {
  const json = toJson(summary);
  const actors = new Map(summary.actors.map(actor => [slug(actor.name), actor.name]));
  return {
    id: summary.id,
    name: summary.retailer.name,
    reported_sort: reportedSort(summary.lastReportedAt),
    actors: [...actors.keys()],
    actor_names: [...actors.values()],
    data_taken: [...new Set(summary.dataTaken.map(data => data.type))],
    data_not_taken: [...new Set(summary.dataNotTaken.map(data => data.type))],
    search: fold(`${summary.title} ${summary.retailer.name} ${summary.retailer.slug}`),
    json,
    etag: etagOf(json),
  };
};

const linkRow = (incident: string, link: IncidentLink) => {
  const cut = link.local.lastIndexOf(':');
  return {
    incident_id: incident,
    analysis_id: link.local.slice(0, cut),
    position: Number(link.local.slice(cut + 1)),
    article_id: link.articleId,
    role: link.role,
    score: link.score,
    reasons: link.reasons,
  };
};

const timelineRow = ({ summary, timeline }: DerivedIncident) => {
  const json = toJson(timeline);
  return { incident_id: summary.id, json, etag: etagOf(json) };
};

const documents = ({ incidents, newAssignments, tombstones, matched }: VictimDerivation) => ({
  tombstones,
  matched,
  assignments: newAssignments.map(given => ({
    id: given.id,
    victim: given.victim,
    anchor_article: given.anchorArticle,
    anchor_known: given.anchorKnown,
    assigned_at: given.assignedAt,
  })),
  incidents: incidents.map(({ summary }) => incidentRow(summary)),
  aliases: incidents.flatMap(({ summary, formerIds }) =>
    [...new Set(formerIds)].map(id => ({ id, incident_id: summary.id })),
  ),
  links: incidents.flatMap(({ summary, links }) => links.map(link => linkRow(summary.id, link))),
  timelines: incidents.map(timelineRow),
});

/**
 * Writes what was derived of one victim in place of what stood, all or nothing, and takes its mark away.
 * False, and nothing is written, where the mark is no longer the one that was read.
 */
export const saveDerivation = async (
  client: Client,
  mark: RelinkMark,
  derivation: VictimDerivation,
): Promise<boolean> => {
  const json = toJson(documents(derivation));
  const rows = await client.rows(sql`
    with mark as (
      delete from receipts.relink_marks where victim = ${mark.victim} and version = ${mark.version}
      returning victim
    ), given as (
      select victim, d.* from mark, jsonb_to_record(${json}::jsonb) as d(
        assignments jsonb, incidents jsonb, aliases jsonb, links jsonb, timelines jsonb, tombstones jsonb,
        matched jsonb)
    ), new_assignments as (
      insert into receipts.id_assignments (id, victim, anchor_article, anchor_known, assigned_at)
      select r.* from given, jsonb_to_recordset(given.assignments) as r(
        id text, victim text, anchor_article text, anchor_known text, assigned_at timestamptz)
      on conflict (id) do nothing
    ), new_incidents as (
      select given.victim, r.* from given, jsonb_to_recordset(given.incidents) as r(
        id text, name text, reported_sort text, actors text[], actor_names text[], data_taken text[],
        data_not_taken text[], search text, json text, etag text)
    ), gone_incidents as (
      delete from receipts.incidents i using mark
      where i.victim = mark.victim and i.id not in (select id from new_incidents)
    ), put_incidents as (
      insert into receipts.incidents as i (id, victim, name, reported_sort, actors, actor_names, data_taken,
        data_not_taken, search, json, etag, updated_at)
      select id, victim, name, reported_sort, actors, actor_names, data_taken, data_not_taken, search, json, etag, now()
      from new_incidents
      on conflict (id) do update set
        victim = excluded.victim, name = excluded.name, reported_sort = excluded.reported_sort,
        actors = excluded.actors, actor_names = excluded.actor_names, data_taken = excluded.data_taken,
        data_not_taken = excluded.data_not_taken, search = excluded.search, json = excluded.json,
        etag = excluded.etag, updated_at = excluded.updated_at
      where i.etag <> excluded.etag or i.victim <> excluded.victim or i.search <> excluded.search
    ), new_timelines as (
      select given.victim, r.* from given, jsonb_to_recordset(given.timelines) as r(
        incident_id text, json text, etag text)
    ), gone_timelines as (
      delete from receipts.timelines t using mark
      where t.victim = mark.victim and t.incident_id not in (select incident_id from new_timelines)
    ), put_timelines as (
      insert into receipts.timelines as t (incident_id, victim, json, etag, updated_at)
      select incident_id, victim, json, etag, now() from new_timelines
      on conflict (incident_id) do update set
        victim = excluded.victim, json = excluded.json, etag = excluded.etag, updated_at = excluded.updated_at
      where t.etag <> excluded.etag or t.victim <> excluded.victim
    ), new_aliases as (
      select given.victim, r.* from given, jsonb_to_recordset(given.aliases) as r(id text, incident_id text)
    ), gone_aliases as (
      delete from receipts.incident_aliases l using mark
      where l.victim = mark.victim and l.id not in (select id from new_aliases)
    ), put_aliases as (
      insert into receipts.incident_aliases as l (id, victim, incident_id)
      select distinct on (id) id, victim, incident_id from new_aliases order by id, incident_id
      on conflict (id) do update set victim = excluded.victim, incident_id = excluded.incident_id
    ), new_tombstones as (
      select given.victim, r.* from given, jsonb_to_recordset(given.tombstones) as r(id text, note text)
    ), gone_tombstones as (
      delete from receipts.incident_tombstones t using mark
      where t.victim = mark.victim and t.id not in (select id from new_tombstones)
    ), put_tombstones as (
      insert into receipts.incident_tombstones as t (id, victim, note)
      select id, victim, note from new_tombstones
      on conflict (id) do update set victim = excluded.victim, note = excluded.note
      where (t.victim, t.note) is distinct from (excluded.victim, excluded.note)
    ), new_matches as (
      select given.victim, jsonb_array_elements_text(given.matched) as decision_id from given
    ), gone_matches as (
      delete from receipts.decision_matches m using mark
      where m.victim = mark.victim and m.decision_id not in (select decision_id from new_matches)
    ), put_matches as (
      insert into receipts.decision_matches (victim, decision_id) select victim, decision_id from new_matches
      on conflict do nothing
    ), new_links as (
      select given.victim, r.* from given, jsonb_to_recordset(given.links) as r(
        incident_id text, analysis_id text, position integer, article_id text, role text, score double precision,
        reasons jsonb)
    ), gone_links as (
      delete from receipts.incident_links l using mark
      where l.victim = mark.victim and (l.incident_id, l.analysis_id, l.position) not in (
        select incident_id, analysis_id, position from new_links)
    ), put_links as (
      insert into receipts.incident_links as l (
        incident_id, analysis_id, position, victim, article_id, role, score, reasons)
      select incident_id, analysis_id, position, victim, article_id, role, score, reasons from new_links
      on conflict (incident_id, analysis_id, position) do update set
        victim = excluded.victim, role = excluded.role, score = excluded.score, reasons = excluded.reasons
      where (l.victim, l.role, l.score, l.reasons)
        is distinct from (excluded.victim, excluded.role, excluded.score, excluded.reasons)
    )
    select victim from mark`);
  return rows.length > 0;
};

/** Ids and ETags of all timelines, by id. */
export const derivedDocuments = async (client: Client): Promise<readonly DerivedDocument[]> =>
  client.query(orm =>
    orm.select({ id: timelines.incidentId, etag: timelines.etag }).from(timelines).orderBy(asc(timelines.incidentId)),
  );
