import { type SQL, sql } from '../drizzle.ts';

/**
 * The parts `analysed`, `told` and `claimed` of a statement: the analyses in `given` with their local incidents and
 * claims, where they do not stand yet; `analysed` has the ids of those that are new.
 */
export const ANALYSIS_WRITTEN: SQL = sql`
  analysed as (
    insert into receipts.analyses (
      id, revision_id, article_id, extractor, language, status, relevant, genre, analysed_at)
    select analysis, revision, article, extractor, language, status, relevant, genre, analysed_at
    from given order by analysis
    on conflict (id) do nothing
    returning id
  ), told as (
    insert into receipts.local_incidents (analysis_id, position, victim, name, role, known)
    select analysed.id, i.position, i.victim, i.name, i.role, i.known
    from analysed join given on given.analysis = analysed.id, jsonb_to_recordset(given.incidents) as i(
      position integer, victim text, name text, role text, known text)
  ), claimed as (
    insert into receipts.claims (analysis_id, position, id, incident, kind, certainty, speaker, confidence, body)
    select analysed.id, c.position, c.id, c.incident, c.kind, c.certainty, c.speaker, c.confidence, c.body
    from analysed join given on given.analysis = analysed.id, jsonb_to_recordset(given.claims) as c(
      position integer, id text, incident integer, kind text, certainty text, speaker text,
      confidence double precision, body jsonb)
  )`;

/**
 * Marks victims to be derived anew, in the order of their slugs, so that no two statements wait for one another. What was
 * read before the first mark counts as passed.
 *
 * @param victims a query with one column, `victim`, without doubles
 */
export const marking = (victims: SQL): SQL => sql`
  insert into receipts.relink_marks (victim, version, passed)
  select victim, version, version - 1 from (
    select victim, nextval('receipts.relink_versions') as version
    from (select victim from (${victims}) as named order by 1) as affected) as numbered
  on conflict (victim) do update set version = excluded.version`;
