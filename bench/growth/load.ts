import { once } from 'node:events';
import type postgres from 'postgres';
import type { ArticleSave } from '#db';
import { articleId, revisionId } from '#domain/ids.ts';
import { analysisFacts } from '../../db/queries/articles.ts';

type Value = string | number | boolean | null | readonly string[] | object;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const cell = (value: Value): string => {
  if (value === null) return '\\N';
  const isArray = Array.isArray(value);
  const text = isArray
    ? `{${value.map(one => `"${one}"`).join(',')}}`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return text.replace(/[\\\t\n\r]/g, found => ESCAPES[found] ?? found);
};

const copy = async (
  driver: postgres.Sql,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
) => {
  const stream = await driver.unsafe(`copy receipts.${table} (${columns.join(', ')}) from stdin`).writable();
  const done = once(stream, 'finish');
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows
      .slice(from, from + 500)
      .map(row => `${row.map(cell).join('\t')}\n`)
      .join('');
    if (!stream.write(part)) await once(stream, 'drain');
  }
  stream.end();
  await done;
};

const COLUMNS = {
  articles: [
    'id',
    'canonical_url',
    'publisher',
    'publisher_kind',
    'current_revision',
    'current_analysis',
    'current_fetched_at',
    'current_from_feed',
    'victims',
    'first_seen_at',
  ],
  revisions: ['id', 'article_id', 'title', 'text', 'published_at', 'fetched_at', 'language', 'origin'],
  sightings: ['article_id', 'revision_id', 'seen_at'],
  analyses: ['id', 'revision_id', 'article_id', 'extractor', 'language', 'status', 'relevant', 'genre', 'analysed_at'],
  local_incidents: ['analysis_id', 'position', 'victim', 'name', 'role', 'known'],
  claims: ['analysis_id', 'position', 'id', 'incident', 'kind', 'certainty', 'speaker', 'confidence', 'body'],
} as const;
type Rows = Record<keyof typeof COLUMNS, (readonly Value[])[]>;

/** The rows that `Store.saveArticle` would have written, one save after the other. */
const rowsOf = (saves: readonly ArticleSave[]): Rows => {
  const rows: Rows = { articles: [], revisions: [], sightings: [], analyses: [], local_incidents: [], claims: [] };
  for (const states of Map.groupBy(saves, ({ canonicalUrl }) => canonicalUrl).values()) {
    const victims = new Set<string>();
    let current: readonly Value[] = [];
    for (const { canonicalUrl, revision, analysis, analysedAt, publisher, publisherKind } of states) {
      const article = articleId(canonicalUrl);
      const revised = revisionId(article, revision.title, revision.text);
      const facts = analysisFacts(analysis, revised, analysedAt);
      for (const victim of facts.victims) victims.add(victim);
      current = [article, canonicalUrl, publisher, publisherKind, revised, facts.analysis, revision.fetchedAt, false];
      rows.revisions.push([
        revised,
        article,
        revision.title,
        revision.text,
        revision.publishedAt ?? null,
        revision.fetchedAt,
        'en',
        revision.origin,
      ]);
      rows.sightings.push([article, revised, revision.fetchedAt]);
      rows.analyses.push([
        facts.analysis,
        revised,
        article,
        facts.extractor,
        facts.language,
        facts.status,
        facts.relevant,
        facts.genre,
        analysedAt,
      ]);
      for (const one of facts.incidents)
        rows.local_incidents.push([facts.analysis, one.position, one.victim, one.name, one.role, one.known]);
      for (const one of facts.claims)
        rows.claims.push([
          facts.analysis,
          one.position,
          one.id,
          one.incident,
          one.kind,
          one.certainty,
          one.speaker,
          one.confidence,
          one.body,
        ]);
    }
    rows.articles.push([...current, [...victims].sort(), states[0]?.revision.fetchedAt ?? '']);
  }
  return rows;
};

/** Writes articles into an archive's ledger in bulk: what is there already must not be among them. Marks nothing. */
export const loadLedger = async (driver: postgres.Sql, saves: readonly ArticleSave[]): Promise<void> => {
  const rows = rowsOf(saves);
  for (const table of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])
    await copy(driver, table, COLUMNS[table], rows[table]);
};
