-- What readers ask the editors to correct. Not public, not part of the ledger: it becomes a decision, or nothing.

create table receipts.correction_requests (
  id text primary key,
  at timestamptz(3) not null,
  incident_id text not null,
  message text not null,
  about text,
  contact text,
  settled_at timestamptz(3),
  settled_by text
);
create index correction_requests_open on receipts.correction_requests (at desc, id desc) where settled_at is null;
