import { type Decision, inForce } from '#domain/decision.ts';
import type { Client } from './client.ts';
import { sql } from './drizzle.ts';
import { onlyQuoted } from './quoted-words.ts';
import { toJson } from './text.ts';

/** What is no longer to be held. Days that end it are UTC ISO 8601. */
export interface Retention {
  /** Texts fetched before an instant that are held whole, and articles taken down before another whose words are held. */
  overdue(ends: RetentionEnds): Promise<{ readonly texts: number; readonly takedowns: number }>;
  /** Leaves of texts fetched before an instant the words that are quoted. Returns how many texts. */
  dropTexts(before: string): Promise<number>;
  /**
   * Deletes the words of articles whose takedown was decided before an instant: texts, headlines, quotes, names of those
   * who speak. Returns how many articles.
   */
  purgeTakenDown(before: string): Promise<number>;
}

/** Instants before which something ends; absent: it does not. */
export interface RetentionEnds {
  readonly texts?: string;
  readonly takedowns?: string;
}

const BATCH = 100;

interface TakedownRow {
  readonly id: string;
  readonly kind: 'takedown' | 'undo';
  readonly target: object;
  readonly decided_at: string;
}

/** Articles whose takedown is in force since before an instant. */
const takenDownBefore = async (client: Client, before: string): Promise<readonly string[]> => {
  const rows = await client.rows<TakedownRow>(
    sql`select id, kind, target, decided_at from receipts.decisions where kind in ('takedown', 'undo')`,
  );
  const decisions = rows.map(
    ({ id, kind, target, decided_at }) =>
      ({ id, kind, who: '', why: '', at: new Date(decided_at).toISOString(), ...target }) as Decision,
  );
  const due = inForce(decisions).filter(({ at }) => at < before);
  return [...new Set(due.flatMap(one => (one.kind === 'takedown' ? [one.article] : [])))];
};

const idsIn = (ids: readonly string[]) => sql`(select jsonb_array_elements_text(${toJson(ids)}::jsonb))`;

/** Items of a feed count as well: it may have told an article's words anew. */
const wordsOf = (ids: readonly string[]) => sql`
  select id from receipts.articles a where a.id in ${idsIn(ids)} and (
    exists (select from receipts.revisions r where r.article_id = a.id and r.dropped is distinct from 'takedown')
    or exists (select from receipts.items i where i.article_id = a.id and i.text || i.title <> ''))`;

const purgeTakenDown = async (client: Client, before: string): Promise<number> => {
  const ids = await takenDownBefore(client, before);
  if (ids.length === 0) return 0;
  const rows = await client.rows(sql`
    with due as (${wordsOf(ids)}),
    texts as (
      update receipts.revisions set title = '', text = '', byline = null, dropped = 'takedown'
      where article_id in (select id from due)
    ), quotes as (
      update receipts.claims c set body = (c.body - 'speaker') || '{"quote": ""}'
      from receipts.analyses n where n.id = c.analysis_id and n.article_id in (select id from due)
    ), told as (
      update receipts.items set title = '', text = '', author = null where article_id in (select id from due)
    ), marked as (
      insert into receipts.relink_marks (victim, version)
      select victim, nextval('receipts.relink_versions') from (
        select distinct unnest(a.victims) as victim from receipts.articles a join due on due.id = a.id order by 1) as affected
      on conflict (victim) do update set version = excluded.version
    )
    select id from due`);
  return rows.length;
};

interface WholeText {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly string[];
}

/** Whole texts with the quotes of all readings of their article: a claim may be read in another of its texts. */
const wholeTexts = (client: Client, before: string): Promise<readonly WholeText[]> =>
  client.rows<WholeText>(sql`
    select r.id, r.text, array_to_json(array(
      select distinct c.body ->> 'quote' from receipts.claims c join receipts.analyses n on n.id = c.analysis_id
      where n.article_id = r.article_id)) as quotes
    from receipts.revisions r
    where r.dropped is null and r.fetched_at < ${before}::timestamptz
      and not exists (select from receipts.items i where i.article_id = r.article_id and i.state = 'pending')
    order by r.fetched_at, r.id limit ${BATCH}`);

const dropTexts = async (client: Client, before: string): Promise<number> => {
  let dropped = 0;
  for (;;) {
    const whole = await wholeTexts(client, before);
    if (whole.length === 0) break;
    const left = whole.map(({ id, text, quotes }) => ({ id, text: onlyQuoted(text, quotes) }));
    await client.rows(sql`
      update receipts.revisions r set text = given.text, dropped = 'retention'
      from jsonb_to_recordset(${toJson(left)}::jsonb) as given(id text, text text)
      where r.id = given.id and r.dropped is null`);
    dropped += whole.length;
  }
  await client.rows(sql`
    update receipts.items set text = '' where state <> 'pending' and text <> '' and changed_at < ${before}::timestamptz`);
  return dropped;
};

const overdue = async (client: Client, { texts, takedowns }: RetentionEnds) => {
  const ids = takedowns === undefined ? [] : await takenDownBefore(client, takedowns);
  const [row] = await client.rows<{ texts: number; takedowns: number }>(sql`
    select (select count(*)::integer from receipts.revisions
        where dropped is null and fetched_at < ${texts ?? '-infinity'}::timestamptz) as texts,
      (select count(*)::integer from (${wordsOf(ids)}) as due) as takedowns`);
  if (!row) throw new Error('counting returned nothing');
  return { texts: row.texts, takedowns: row.takedowns };
};

/** Ends what is held of one database. */
export const createRetention = (client: Client): Retention => ({
  overdue: ends => overdue(client, ends),
  dropTexts: before => dropTexts(client, before),
  purgeTakenDown: before => purgeTakenDown(client, before),
});

/** Whether a decision is a takedown of which nothing is left that could be shown again. */
export const isFinal = async (client: Client, decision: string): Promise<boolean> => {
  const rows = await client.rows(sql`
    select 1 from receipts.decisions d join receipts.revisions r on r.article_id = d.target ->> 'article'
    where d.id = ${decision} and d.kind = 'takedown' and r.dropped = 'takedown' limit 1`);
  return rows.length > 0;
};
