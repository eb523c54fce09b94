-- Timelines as they go over the wire, made when they are derived. Null: of before; they are made at the first read.
alter table receipts.timelines add column br bytea, add column gzip bytea;
alter table receipts.timelines alter column br set storage external, alter column gzip set storage external;

-- All articles of incidents of which the stored timeline lists only a part; of all others nothing.
create table receipts.incident_articles (
  incident_id text not null,
  place text not null,
  victim text not null,
  json text not null,
  primary key (incident_id, place)
);
create index incident_articles_victim on receipts.incident_articles (victim);

-- The version up to which a victim was derived while it was marked anew: nothing older replaces it.
alter table receipts.relink_marks add column passed bigint not null default 0;
