-- What follows from the ledger: can be thrown away and built again.

create sequence receipts.relink_versions;

create table receipts.relink_marks (
  victim text primary key,
  version bigint not null
);
create index relink_marks_version on receipts.relink_marks (version);

create table receipts.incidents (
  id text primary key,
  victim text not null,
  name text not null,
  reported_sort text not null,
  actors text[] not null,
  actor_names text[] not null,
  data_taken text[] not null,
  data_not_taken text[] not null,
  search text not null,
  json text not null,
  etag text not null,
  updated_at timestamptz(3) not null
);
create index incidents_newest on receipts.incidents (reported_sort desc, id desc);
create index incidents_victim on receipts.incidents (victim, reported_sort desc, id desc);
create index incidents_actors on receipts.incidents using gin (actors);
create index incidents_data_taken on receipts.incidents using gin (data_taken);
create index incidents_data_not_taken on receipts.incidents using gin (data_not_taken);

create table receipts.incident_aliases (
  id text primary key,
  victim text not null,
  incident_id text not null
);
create index incident_aliases_victim on receipts.incident_aliases (victim);

create table receipts.incident_links (
  incident_id text not null,
  analysis_id text not null,
  position integer not null,
  victim text not null,
  article_id text not null,
  role text not null constraint incident_links_role_check check (role in ('main', 'secondary', 'mention')),
  score double precision not null,
  reasons jsonb not null,
  primary key (incident_id, analysis_id, position)
);
create index incident_links_victim on receipts.incident_links (victim);

create table receipts.timelines (
  incident_id text primary key,
  victim text not null,
  json text not null,
  etag text not null,
  updated_at timestamptz(3) not null
);
create index timelines_victim on receipts.timelines (victim);
