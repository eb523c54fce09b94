-- What events say goes together (passwords are data, and of the state "taken"): taken for independent, a common filter
-- looks rare, and lists are then sorted instead of read in their order.
create statistics receipts.incident_facts_together (mcv, dependencies) on kind, key, detail from receipts.incident_facts;
alter statistics receipts.incident_facts_together set statistics 1000;

-- Counts over everything are read out of indexes, without the rows.
create index incident_facts_counted on receipts.incident_facts (kind, key, detail, incident_id) where stands;
create index incidents_counted on receipts.incidents
  (known, state, victim, country, shop, disclose_days, restore_days);

-- Words are taken out of texts when they are written, not each time that one is weighed.
drop index receipts.incident_texts_words;
alter table receipts.incident_texts
  add column words tsvector not null generated always as (to_tsvector('english', text)) stored;
create index incident_texts_words on receipts.incident_texts using gin (words) with (fastupdate = off);
