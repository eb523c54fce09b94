import type { Client } from '../client.ts';
import { asc, eq, sql } from '../drizzle.ts';
import { timelines } from '../schema/index.ts';
import type { DerivedDocument, RelinkMark, StoredDocument, VictimDerivation } from '../store.ts';
import { isoTime, toJson } from '../text.ts';
import { documents } from './derivation-rows.ts';

/**
 * Writes what was derived of one victim in place of what stood, all or nothing, and takes its mark away.
 * False, and nothing is written, where the mark is no longer the one that was read. With `passing` it is written also
 * where the victim was marked anew meanwhile, and stays marked, unless something younger stands: a retailer of whom news
 * comes in faster than it is derived would never be derived else.
 */
export const saveDerivation = async (
  client: Client,
  mark: RelinkMark,
  derivation: VictimDerivation,
  passing = false,
): Promise<boolean> => {
  const json = toJson(await documents(derivation));
  const rows = await client.rows(sql`
    with done as (
      delete from receipts.relink_marks where victim = ${mark.victim} and version = ${mark.version}
      returning victim
    ), passed as (
      update receipts.relink_marks set passed = ${mark.version}
      where ${passing} and victim = ${mark.victim} and version > ${mark.version} and passed < ${mark.version}
      returning victim
    ), mark as (
      select victim from done union all select victim from passed
    ), given as (
      select victim, d.* from mark, jsonb_to_record(${json}::jsonb) as d(
        assignments jsonb, incidents jsonb, aliases jsonb, links jsonb, timelines jsonb, tombstones jsonb,
        matched jsonb, facts jsonb, texts jsonb, names jsonb, news jsonb, articles jsonb)
    ), numbered as (
      -- The row's lock is held until the commit: numbers are given in the order of commits.
      update receipts.change_counter c set last = c.last + jsonb_array_length(given.news)
      from given where c.id = 'changes' and jsonb_array_length(given.news) > 0
      returning c.last - jsonb_array_length(given.news) as before
    ), new_changes as (
      insert into receipts.changes (seq, at, victim, incident_id, kind, moved_to, events)
      select numbered.before + n.position, now(), given.victim, n.item->>'incidentId', n.item->>'kind',
        n.item->>'movedTo', n.item->'events'
      from numbered, given, jsonb_array_elements(given.news) with ordinality as n(item, position)
    ), new_assignments as (
      insert into receipts.id_assignments (id, victim, anchor_article, anchor_known, assigned_at)
      select r.* from given, jsonb_to_recordset(given.assignments) as r(
        id text, victim text, anchor_article text, anchor_known text, assigned_at timestamptz)
      on conflict (id) do nothing
    ), new_incidents as (
      select given.victim, r.* from given, jsonb_to_recordset(given.incidents) as r(
        id text, name text, reported_sort text, actors text[], actor_names text[], data_taken text[],
        data_not_taken text[], search text, first_sort text, known text, state text, country text, shop text,
        articles integer, disclose_days integer, restore_days integer, title text, json text, etag text)
    ), gone_incidents as (
      delete from receipts.incidents i using mark
      where i.victim = mark.victim and i.id not in (select id from new_incidents)
    ), new_timelines as (
      select given.victim, r.* from given, jsonb_to_recordset(given.timelines) as r(
        incident_id text, json text, etag text, br text, gzip text)
    ), put_moves as (
      insert into receipts.incident_moves (incident_id, xid, victim, reported_sort, first_sort, known, articles, moved_at)
      select i.id, pg_current_xact_id(), n.victim, i.reported_sort, i.first_sort, i.known, i.articles, now()
      from new_incidents n join receipts.incidents i on i.id = n.id
      where (i.reported_sort, i.first_sort, i.known, i.articles)
        is distinct from (n.reported_sort, n.first_sort, n.known, n.articles)
      on conflict do nothing
    ), gone_moves as (
      delete from receipts.incident_moves m using mark
      where m.victim = mark.victim and m.moved_at < now() - interval '1 day'
    ), put_incidents as (
      insert into receipts.incidents as i (id, victim, name, reported_sort, actors, actor_names, data_taken,
        data_not_taken, search, first_sort, known, state, country, shop, articles, disclose_days, restore_days,
        json, etag, updated_at)
      select id, victim, name, reported_sort, actors, actor_names, data_taken, data_not_taken, search, first_sort,
        known, state, country, shop, articles, disclose_days, restore_days, json, etag, now()
      from new_incidents
      on conflict (id) do update set
        victim = excluded.victim, name = excluded.name, reported_sort = excluded.reported_sort,
        actors = excluded.actors, actor_names = excluded.actor_names, data_taken = excluded.data_taken,
        data_not_taken = excluded.data_not_taken, search = excluded.search, first_sort = excluded.first_sort,
        known = excluded.known, state = excluded.state, country = excluded.country, shop = excluded.shop,
        articles = excluded.articles, disclose_days = excluded.disclose_days, restore_days = excluded.restore_days,
        json = excluded.json, etag = excluded.etag,
        updated_at = case when i.etag = excluded.etag then i.updated_at else excluded.updated_at end
      where i.etag <> excluded.etag or i.victim <> excluded.victim or i.search <> excluded.search
        or (i.country, i.shop, i.disclose_days, i.restore_days)
          is distinct from (excluded.country, excluded.shop, excluded.disclose_days, excluded.restore_days)
    ), put_updates as (
      insert into receipts.incident_updates as u (incident_id, victim, xid, change, title, changed_at)
      select n.id, n.victim, pg_current_xact_id(), 'created', n.title, now()
      from new_incidents n
      left join receipts.incidents i on i.id = n.id
      left join receipts.timelines t on t.incident_id = n.id
      left join new_timelines nt on nt.incident_id = n.id
      where (i.etag, t.etag) is distinct from (n.etag, nt.etag)
      on conflict (incident_id) do update set
        victim = excluded.victim, xid = excluded.xid, title = excluded.title, changed_at = excluded.changed_at,
        change = case when u.change = 'removed' then 'created' else 'updated' end
    ), put_removals as (
      update receipts.incident_updates u set xid = pg_current_xact_id(), change = 'removed', changed_at = now()
      from mark
      where u.victim = mark.victim and u.change <> 'removed' and u.incident_id not in (select id from new_incidents)
    ), new_facts as (
      select given.victim, r.* from given, jsonb_to_recordset(given.facts) as r(
        incident_id text, event_id text, kind text, key text, detail text, certainty text, stands boolean,
        speakers text[], independent integer, low double precision, high double precision, happened_from text,
        happened_to text, reported_at text)
    ), gone_facts as (
      delete from receipts.incident_facts f using mark
      where f.victim = mark.victim and (f.incident_id, f.event_id) not in (select incident_id, event_id from new_facts)
    ), put_facts as (
      insert into receipts.incident_facts as f (incident_id, event_id, victim, kind, key, detail, certainty, stands,
        speakers, independent, low, high, happened_from, happened_to, reported_at)
      select incident_id, event_id, victim, kind, key, detail, certainty, stands, speakers, independent, low, high,
        happened_from, happened_to, reported_at
      from new_facts
      on conflict (incident_id, event_id) do update set
        victim = excluded.victim, kind = excluded.kind, key = excluded.key, detail = excluded.detail,
        certainty = excluded.certainty, stands = excluded.stands, speakers = excluded.speakers,
        independent = excluded.independent, low = excluded.low, high = excluded.high,
        happened_from = excluded.happened_from, happened_to = excluded.happened_to, reported_at = excluded.reported_at
      where (f.*) is distinct from (excluded.*)
    ), new_texts as (
      select distinct on (r.incident_id, r.place) given.victim, r.* from given, jsonb_to_recordset(given.texts) as r(
        incident_id text, place text, event_id text, article_id text, text text)
    ), gone_texts as (
      delete from receipts.incident_texts x using mark
      where x.victim = mark.victim and (x.incident_id, x.place) not in (select incident_id, place from new_texts)
    ), put_texts as (
      insert into receipts.incident_texts as x (incident_id, place, victim, event_id, article_id, text)
      select incident_id, place, victim, event_id, article_id, text from new_texts
      on conflict (incident_id, place) do update set
        victim = excluded.victim, event_id = excluded.event_id, article_id = excluded.article_id, text = excluded.text
      where (x.event_id, x.article_id, x.text, x.victim)
        is distinct from (excluded.event_id, excluded.article_id, excluded.text, excluded.victim)
    ), new_names as (
      select given.victim, r.* from given, jsonb_to_recordset(given.names) as r(
        incident_id text, entity text, slug text, name text, folded text)
    ), gone_names as (
      delete from receipts.incident_names a using mark
      where a.victim = mark.victim and (a.incident_id, a.entity, a.slug) not in (
        select incident_id, entity, slug from new_names)
    ), put_names as (
      insert into receipts.incident_names as a (incident_id, entity, slug, victim, name, folded)
      select incident_id, entity, slug, victim, name, folded from new_names
      on conflict (incident_id, entity, slug) do update set
        victim = excluded.victim, name = excluded.name, folded = excluded.folded
      where (a.name, a.victim) is distinct from (excluded.name, excluded.victim)
    ), gone_timelines as (
      delete from receipts.timelines t using mark
      where t.victim = mark.victim and t.incident_id not in (select incident_id from new_timelines)
    ), put_timelines as (
      insert into receipts.timelines as t (incident_id, victim, json, etag, updated_at, br, gzip)
      select incident_id, victim, json, etag, now(), decode(br, 'base64'), decode(gzip, 'base64') from new_timelines
      on conflict (incident_id) do update set
        victim = excluded.victim, json = excluded.json, etag = excluded.etag, br = excluded.br, gzip = excluded.gzip,
        updated_at = case when t.etag = excluded.etag and t.victim = excluded.victim
          then t.updated_at else excluded.updated_at end
      where t.etag <> excluded.etag or t.victim <> excluded.victim or t.br is null
    ), new_articles as (
      select given.victim, r.* from given, jsonb_to_recordset(given.articles) as r(
        incident_id text, place text, json text)
    ), gone_articles as (
      delete from receipts.incident_articles a using mark
      where a.victim = mark.victim and (a.incident_id, a.place) not in (select incident_id, place from new_articles)
    ), put_articles as (
      insert into receipts.incident_articles as a (incident_id, place, victim, json)
      select incident_id, place, victim, json from new_articles
      on conflict (incident_id, place) do update set victim = excluded.victim, json = excluded.json
      where (a.victim, a.json) is distinct from (excluded.victim, excluded.json)
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
    select victim, pg_notify('receipts', victim) from mark`);
  return rows.length > 0;
};

/** The timelines of one victim as they stand. */
export const victimTimelines = async (client: Client, victim: string): Promise<readonly StoredDocument[]> => {
  const { incidentId: id, json, etag, updatedAt } = timelines;
  const rows = await client.query(orm =>
    orm.select({ id, json, etag, updatedAt }).from(timelines).where(eq(timelines.victim, victim)).orderBy(asc(id)),
  );
  return rows.map(row => ({ ...row, updatedAt: isoTime(row.updatedAt) }));
};

/** Ids and ETags of all timelines, by id. */
export const derivedDocuments = async (client: Client): Promise<readonly DerivedDocument[]> =>
  client.query(orm =>
    orm.select({ id: timelines.incidentId, etag: timelines.etag }).from(timelines).orderBy(asc(timelines.incidentId)),
  );
