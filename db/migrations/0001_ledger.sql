-- What came in and what people decided. Revisions, analyses, claims, decisions and id assignments are written once.

create table receipts.sources (
  id text primary key,
  publisher text not null,
  country text not null,
  kind text not null constraint sources_kind_check
    check (kind in ('news', 'trade-press', 'security-press', 'regulator', 'company')),
  feed_url text not null,
  language text not null,
  why text not null,
  confirmed boolean not null,
  origin text not null constraint sources_origin_check check (origin in ('builtin', 'user')),
  added_at timestamptz(3) not null default now(),
  removed_at timestamptz(3),
  retired_at timestamptz(3)
);
-- Hashed, because a URL can be longer than an index entry may be.
create unique index sources_user_feed_key on receipts.sources (md5(feed_url)) where origin = 'user' and removed_at is null;

create table receipts.source_state (
  source_id text primary key references receipts.sources,
  etag text,
  last_modified text,
  next_poll_at timestamptz(3),
  failures integer not null default 0,
  last_polled_at timestamptz(3),
  last_success_at timestamptz(3),
  last_error_at timestamptz(3),
  last_error text
);

create table receipts.fetches (
  id text primary key,
  source_id text not null references receipts.sources,
  at timestamptz(3) not null,
  outcome text not null constraint fetches_outcome_check
    check (outcome in ('items', 'not-modified', 'failed', 'gone')),
  status integer,
  bytes bigint,
  error text,
  warnings jsonb not null,
  items integer not null
);
create index fetches_source_at on receipts.fetches (source_id, at desc);

create table receipts.items (
  id text primary key,
  source_id text not null references receipts.sources,
  key text not null,
  url text not null,
  title text not null,
  text text not null,
  author text,
  published_at text,
  updated_at text,
  content_hash text not null,
  state text not null constraint items_state_check check (state in ('pending', 'done', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3),
  last_attempt_at timestamptz(3),
  last_error text,
  article_id text,
  first_seen_at timestamptz(3) not null,
  changed_at timestamptz(3) not null
);
create index items_pending on receipts.items (next_attempt_at nulls first, id) where state = 'pending';
create index items_source_state on receipts.items (source_id, state);

create table receipts.articles (
  id text primary key,
  canonical_url text not null,
  publisher text not null,
  publisher_kind text not null constraint articles_publisher_kind_check
    check (publisher_kind in ('news', 'trade-press', 'security-press', 'regulator', 'company')),
  source_id text,
  external_id text constraint articles_external_id_key unique,
  current_revision text not null,
  current_analysis text not null,
  current_fetched_at timestamptz(3) not null,
  current_from_feed boolean not null,
  victims text[] not null,
  first_seen_at timestamptz(3) not null
);
create index articles_current_analysis on receipts.articles (current_analysis);
create index articles_source on receipts.articles (source_id);

create table receipts.revisions (
  id text primary key,
  article_id text not null references receipts.articles,
  title text not null,
  text text not null,
  byline text,
  published_at text,
  modified_at text,
  fetched_at timestamptz(3) not null,
  language text,
  origin text not null constraint revisions_origin_check check (origin in ('page', 'feed', 'import')),
  extraction text
);
create index revisions_article on receipts.revisions (article_id);

create table receipts.analyses (
  id text primary key,
  revision_id text not null references receipts.revisions,
  article_id text not null references receipts.articles,
  extractor text not null,
  language text not null,
  status text not null constraint analyses_status_check check (status in ('analysed', 'not-analysed')),
  relevant boolean not null,
  genre text not null constraint analyses_genre_check
    check (genre in ('news', 'roundup', 'explainer', 'opinion', 'advice', 'statement', 'other')),
  analysed_at timestamptz(3) not null
);
create index analyses_article on receipts.analyses (article_id, extractor);

create table receipts.local_incidents (
  analysis_id text not null references receipts.analyses,
  position integer not null,
  victim text not null,
  name text not null,
  role text not null constraint local_incidents_role_check check (role in ('main', 'secondary', 'mention')),
  known text not null,
  primary key (analysis_id, position)
);
create index local_incidents_victim on receipts.local_incidents (victim);

create table receipts.claims (
  analysis_id text not null references receipts.analyses,
  position integer not null,
  id text not null,
  incident integer not null,
  kind text not null constraint claims_kind_check
    check (kind in ('attack', 'actor', 'data', 'people', 'service', 'money', 'response', 'leak', 'legal', 'date')),
  certainty text not null constraint claims_certainty_check
    check (certainty in ('confirmed', 'claimed', 'reported', 'possible', 'denied')),
  speaker text not null constraint claims_speaker_check
    check (speaker in ('victim', 'attacker', 'authority', 'expert', 'media', 'supplier')),
  confidence double precision not null,
  body jsonb not null,
  primary key (analysis_id, position),
  foreign key (analysis_id, incident) references receipts.local_incidents (analysis_id, position)
);
create index claims_id on receipts.claims (id);

create table receipts.decisions (
  id text primary key,
  kind text not null constraint decisions_kind_check
    check (kind in ('merge', 'split', 'dismiss', 'pin', 'retitle', 'takedown')),
  target jsonb not null,
  who text not null,
  reason text not null,
  decided_at timestamptz(3) not null
);

create table receipts.id_assignments (
  id text primary key,
  victim text not null,
  anchor_article text not null,
  anchor_known text not null,
  assigned_at timestamptz(3) not null
);
create index id_assignments_victim on receipts.id_assignments (victim);
