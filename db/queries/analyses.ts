import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { AnalysisSave, HeldText } from '../store.ts';
import { present, toJson } from '../text.ts';
import { analysisFacts } from './articles.ts';
import { ANALYSIS_WRITTEN, marking } from './written.ts';

interface TextRow {
  readonly article_id: string;
  readonly revision_id: string;
  readonly publisher: string;
  readonly title: string;
  readonly text: string;
  readonly published_at: string | null;
}

/** Texts that this extractor version has not read, by revision id, from after the one given. */
export const unreadTexts = async (
  client: Client,
  extractor: string,
  limit: number,
  after = '',
): Promise<readonly HeldText[]> => {
  const rows = await client.rows<TextRow>(sql`
    select r.article_id, r.id as revision_id, a.publisher, r.title, r.text, r.published_at
    from receipts.revisions r join receipts.articles a on a.id = r.article_id
    where r.id > ${after} and r.dropped is null
      and not exists (select from receipts.analyses n where n.revision_id = r.id and n.extractor = ${extractor})
    order by r.id limit ${limit}`);
  return rows.map(row => ({
    articleId: row.article_id,
    revisionId: row.revision_id,
    publisher: row.publisher,
    title: row.title,
    text: row.text,
    ...present('publishedAt', row.published_at),
  }));
};

/**
 * Writes an analysis beside those that a text has, marks all victims that any reading of its article named, and lets it
 * count where its text does. One statement; twice is once, and false.
 */
export const saveAnalysis = async (
  client: Client,
  { articleId, revisionId, analysis, analysedAt }: AnalysisSave,
): Promise<boolean> => {
  const facts = { article: articleId, revision: revisionId, ...analysisFacts(analysis, revisionId, analysedAt) };
  const rows = await client.rows(sql`
    with given as (
      select * from jsonb_to_record(${toJson(facts)}::jsonb) as g(
        article text, revision text, analysis text, extractor text, language text, status text, relevant boolean,
        genre text, analysed_at timestamptz(3), victims jsonb, incidents jsonb, claims jsonb)
    ), ${ANALYSIS_WRITTEN}, article as (
      update receipts.articles a set
        current_analysis = case when a.current_revision = given.revision then given.analysis else a.current_analysis end,
        victims = array(select unnest(a.victims) union select jsonb_array_elements_text(given.victims) order by 1)
      from given, analysed where a.id = given.article
      returning a.victims
    ), marked as (${marking(sql`select unnest(victims) as victim from article`)}
    )
    select id from analysed`);
  return rows.length > 0;
};
