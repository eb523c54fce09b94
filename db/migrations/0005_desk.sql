-- Keys, the log of writes, the log of changes, and who is told of them.

create table receipts.api_keys (
  id text primary key,
  name text not null,
  secret_hash text not null,
  scope text not null constraint api_keys_scope_check check (scope in ('read', 'write', 'admin')),
  per_minute integer,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);

create table receipts.audit (
  id text primary key,
  at timestamptz(3) not null,
  key_id text references receipts.api_keys,
  who text not null,
  action text not null,
  subject text,
  status integer,
  request_id text
);
create index audit_at on receipts.audit (at desc, id desc);

create table receipts.idempotency (
  key_id text not null references receipts.api_keys,
  idempotency_key text not null,
  -- SHA-256 of method, path and body: another request under the same key is a mistake.
  fingerprint text not null,
  -- Who answers it at the moment; a crashed one is followed after a while.
  token text not null,
  begun_at timestamptz(3) not null,
  answer jsonb,
  primary key (key_id, idempotency_key)
);
create index idempotency_begun_at on receipts.idempotency (begun_at);

-- What became of incidents, numbered in the order of commits: a number is taken under the lock of the one row of
-- change_counter, which is held until the commit, so that nobody sees a number before all smaller ones. It holds ids
-- and no words: what was taken down must not be read out of it.
create table receipts.change_counter (
  id text primary key,
  last bigint not null
);
insert into receipts.change_counter (id, last) values ('changes', 0);

create table receipts.changes (
  seq bigint primary key,
  at timestamptz(3) not null,
  victim text not null,
  incident_id text not null,
  kind text not null constraint changes_kind_check check (kind in ('appeared', 'changed', 'moved', 'gone')),
  moved_to text,
  events jsonb not null
);
create index changes_incident on receipts.changes (incident_id, seq);

with held as (
  insert into receipts.changes (seq, at, victim, incident_id, kind, events)
  select row_number() over (order by updated_at, incident_id), updated_at, victim, incident_id, 'appeared', '[]'
  from receipts.timelines
  returning seq
)
update receipts.change_counter set last = (select count(*) from held);

create table receipts.subscriptions (
  id text primary key,
  owner text not null references receipts.api_keys,
  channel text not null constraint subscriptions_channel_check check (channel in ('webhook', 'email')),
  target text not null,
  query text not null,
  filter jsonb not null,
  description text,
  cadence text constraint subscriptions_cadence_check check (cadence in ('alert', 'day', 'week')),
  -- Of a webhook what its messages are signed with, of an e-mail what stands in its links.
  secret text not null,
  state text not null constraint subscriptions_state_check check (state in ('pending', 'active', 'disabled')),
  reason text,
  created_at timestamptz(3) not null,
  -- Changes up to this number were dealt with.
  seen bigint not null,
  next_at timestamptz(3),
  failing_since timestamptz(3)
);
create index subscriptions_owner on receipts.subscriptions (owner, created_at desc, id desc);
create unique index subscriptions_secret on receipts.subscriptions (secret);

-- Incidents of which a subscriber was told, and so must hear when they leave.
create table receipts.told (
  subscription_id text not null references receipts.subscriptions on delete cascade,
  incident_id text not null,
  primary key (subscription_id, incident_id)
);

create table receipts.deliveries (
  id text primary key,
  subscription_id text not null references receipts.subscriptions on delete cascade,
  -- Absent: a test.
  seq bigint,
  state text not null constraint deliveries_state_check check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null,
  created_at timestamptz(3) not null,
  next_at timestamptz(3),
  finished_at timestamptz(3)
);
create index deliveries_subscription on receipts.deliveries (subscription_id, created_at desc, id desc);
create index deliveries_due on receipts.deliveries (next_at) where state = 'pending';

create table receipts.attempts (
  delivery_id text not null references receipts.deliveries on delete cascade,
  number integer not null,
  at timestamptz(3) not null,
  milliseconds integer not null,
  status integer,
  error text,
  primary key (delivery_id, number)
);
