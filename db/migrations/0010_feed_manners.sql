-- What a feed asks of those who poll it, kept while it answers that nothing changed; and where it says it has moved.
alter table receipts.source_state
  add column wishes jsonb,
  add column moved_from text,
  add column moved_to text,
  add column moved_since timestamptz(3);
