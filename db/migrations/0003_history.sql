-- What the ledger needs to tell what was known when, and decisions of all kinds.

-- When an article was fetched and read as which revision: a text that comes back is seen twice. Written once.
create table receipts.sightings (
  article_id text not null references receipts.articles,
  revision_id text not null references receipts.revisions,
  seen_at timestamptz(3) not null,
  primary key (article_id, seen_at, revision_id)
);
create index sightings_seen_at on receipts.sightings (seen_at);
insert into receipts.sightings (article_id, revision_id, seen_at)
  select article_id, id, fetched_at from receipts.revisions
  union
  select id, current_revision, current_fetched_at from receipts.articles;

create index articles_victims on receipts.articles using gin (victims);
create index analyses_revision on receipts.analyses (revision_id, extractor);
create index analyses_analysed_at on receipts.analyses (analysed_at);

alter table receipts.decisions drop constraint decisions_kind_check;
alter table receipts.decisions add constraint decisions_kind_check check (kind in
  ('merge', 'split', 'dismiss', 'pin', 'retitle', 'not-an-incident', 'takedown', 'undo'));
-- Ids of the articles and incidents that a decision is about; an undo is about those of the decision that it takes back.
alter table receipts.decisions add column touches text[] not null default '{}';
alter table receipts.decisions alter column touches drop default;
create index decisions_touches on receipts.decisions using gin (touches);
create index decisions_decided_at on receipts.decisions (decided_at desc, id desc);

-- Ids that lead nowhere any more, and why.
create table receipts.incident_tombstones (
  id text primary key,
  victim text not null,
  note text not null
);
create index incident_tombstones_victim on receipts.incident_tombstones (victim);

-- Decisions in force that mean something that is held, per victim.
create table receipts.decision_matches (
  victim text not null,
  decision_id text not null,
  primary key (victim, decision_id)
);
create index decision_matches_decision on receipts.decision_matches (decision_id);
