-- What lists, searches and statistics are answered from. All of it is derived, and filled when a retailer is derived anew.

-- Part of every Postgres distribution, and trusted: whoever owns the database may create it.
create extension if not exists pg_trgm;

alter table receipts.incidents
  add column first_sort text not null default '',
  add column known text not null default '',
  add column state text not null default 'suspected',
  add column country text,
  add column shop text,
  add column articles integer not null default 0,
  add column disclose_days integer,
  add column restore_days integer;
update receipts.incidents set
  first_sort = coalesce(case when length(json::jsonb->>'firstReportedAt') = 10
    then json::jsonb->>'firstReportedAt' || 'T23:59:59.999Z' else json::jsonb->>'firstReportedAt' end, ''),
  known = json::jsonb->>'known',
  state = json::jsonb->'status'->>'state',
  articles = (json::jsonb->>'articles')::integer;
alter table receipts.incidents alter column first_sort drop default, alter column known drop default,
  alter column state drop default, alter column articles drop default;
create index incidents_first on receipts.incidents (first_sort desc, id desc);
create index incidents_known on receipts.incidents (known desc, id desc);
create index incidents_articles on receipts.incidents (articles desc, id desc);
create index incidents_updated on receipts.incidents (updated_at);
create index incidents_state on receipts.incidents (state, reported_sort desc, id desc);
create index incidents_country on receipts.incidents (country, reported_sort desc, id desc);
create index incidents_shop on receipts.incidents (shop, reported_sort desc, id desc);
create index incidents_search on receipts.incidents using gin (search gin_trgm_ops) with (fastupdate = off);

-- Events in words of the vocabularies.
create table receipts.incident_facts (
  incident_id text not null,
  event_id text not null,
  victim text not null,
  kind text not null,
  key text not null,
  detail text not null,
  certainty text not null,
  stands boolean not null,
  speakers text[] not null,
  independent integer not null,
  low double precision,
  high double precision,
  happened_from text,
  happened_to text,
  reported_at text,
  primary key (incident_id, event_id)
);
create index incident_facts_said on receipts.incident_facts (kind, key, detail, incident_id);
create index incident_facts_certainty on receipts.incident_facts (certainty, incident_id);
create index incident_facts_event on receipts.incident_facts (event_id);
create index incident_facts_victim on receipts.incident_facts (victim);
create index incident_facts_happened on receipts.incident_facts (happened_from, happened_to);
create index incident_facts_reported on receipts.incident_facts (reported_at);

-- Titles and quotes, to be searched for words; `place` is `title`, `article:<id>` or the id of a claim.
create table receipts.incident_texts (
  incident_id text not null,
  place text not null,
  victim text not null,
  event_id text,
  article_id text,
  text text not null,
  primary key (incident_id, place)
);
create index incident_texts_words on receipts.incident_texts using gin (to_tsvector('english', text)) with (fastupdate = off);
create index incident_texts_victim on receipts.incident_texts (victim);

-- Names of retailers and attackers, to be found in spite of typing mistakes.
create table receipts.incident_names (
  incident_id text not null,
  entity text not null constraint incident_names_entity_check check (entity in ('retailer', 'actor')),
  slug text not null,
  victim text not null,
  name text not null,
  folded text not null,
  primary key (incident_id, entity, slug)
);
create index incident_names_folded on receipts.incident_names using gin (folded gin_trgm_ops) with (fastupdate = off);
create index incident_names_slug on receipts.incident_names (entity, slug, incident_id);
create index incident_names_victim on receipts.incident_names (victim);

-- Where incidents stood in lists before they moved: pages that were begun before go by it. Kept for a day.
create table receipts.incident_moves (
  incident_id text not null,
  xid xid8 not null,
  victim text not null,
  reported_sort text not null,
  first_sort text not null,
  known text not null,
  articles integer not null,
  moved_at timestamptz(3) not null,
  primary key (incident_id, xid)
);
create index incident_moves_xid on receipts.incident_moves (xid);
create index incident_moves_victim on receipts.incident_moves (victim, moved_at);

-- The last thing that became of each incident's documents, in the order in which transactions are numbered.
create table receipts.incident_updates (
  incident_id text primary key,
  victim text not null,
  xid xid8 not null,
  change text not null constraint incident_updates_change_check check (change in ('created', 'updated', 'removed')),
  title text not null,
  changed_at timestamptz(3) not null
);
create index incident_updates_order on receipts.incident_updates (xid, incident_id);
insert into receipts.incident_updates (incident_id, victim, xid, change, title, changed_at)
  select id, victim, pg_current_xact_id(), 'created', json::jsonb->>'title', updated_at from receipts.incidents;

create index revisions_fetched on receipts.revisions (fetched_at);
create index articles_publisher on receipts.articles (publisher, publisher_kind);
create index articles_first_seen on receipts.articles (first_seen_at desc, id desc);
create index incident_links_article on receipts.incident_links (article_id);

-- Everything is derived anew, so that the new tables are filled.
insert into receipts.relink_marks (victim, version)
  select victim, nextval('receipts.relink_versions') from (select distinct victim from receipts.incidents) as known
  on conflict (victim) do update set version = excluded.version;
