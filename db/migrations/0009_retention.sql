-- Of a text whose time is over only the words that are quoted are left (`retention`); of one that was taken down for good,
-- and of its headline and quotes, nothing is (`takedown`). Null: whole.
alter table receipts.revisions add column dropped text;
create index revisions_whole on receipts.revisions (fetched_at) where dropped is null;
