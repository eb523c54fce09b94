import type postgres from 'postgres';
import { analyse, EXTRACTOR } from '#nlp';
import type { ServedArticle } from './newsroom.ts';

/** What is wrong with an archive, a sentence each. */
export interface Findings {
  readonly articles: number;
  readonly claims: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly half: readonly string[];
}

interface Row {
  readonly url: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly published_at: string | null;
  readonly extractor: string | null;
  readonly revisions: number;
  readonly analyses: number;
  readonly sightings: number;
  readonly claims: number;
  readonly distinct_claims: number;
  readonly locals: number;
  readonly links: number;
  readonly told: boolean;
  readonly marked: boolean;
}

const rowsOf = (driver: postgres.Sql): Promise<readonly Row[]> => driver<Row[]>`
  with told as (
    select distinct s->>'articleId' as article
    from receipts.timelines t, jsonb_array_elements(t.json::jsonb->'events') e, jsonb_array_elements(e->'sources') s
  )
  select a.canonical_url as url, a.publisher, r.title, r.text, r.published_at, n.extractor,
    (select count(*)::integer from receipts.revisions x where x.article_id = a.id) as revisions,
    (select count(*)::integer from receipts.analyses x where x.article_id = a.id) as analyses,
    (select count(*)::integer from receipts.sightings x where x.article_id = a.id) as sightings,
    (select count(*)::integer from receipts.claims c where c.analysis_id = a.current_analysis) as claims,
    (select count(distinct c.id)::integer from receipts.claims c where c.analysis_id = a.current_analysis)
      as distinct_claims,
    (select count(*)::integer from receipts.local_incidents l where l.analysis_id = a.current_analysis) as locals,
    (select count(*)::integer from receipts.incident_links l where l.article_id = a.id) as links,
    a.id in (select article from told) as told,
    exists (select from receipts.relink_marks m where m.victim = any(a.victims)) as marked
  from receipts.articles a
  left join receipts.revisions r on r.id = a.current_revision
  left join receipts.analyses n on n.id = a.current_analysis
  order by a.canonical_url`;

/** What an article lacks or has too much of, against what the rules read in it. */
const judge = (row: Row, { paragraphs }: ServedArticle, readers: number): { doubled: string[]; half: string[] } => {
  const { url, title, text } = row;
  if (title === null || text === null || row.extractor === null)
    return { doubled: [], half: [`${url} has no revision or no analysis`] };
  const wanted = analyse({
    title,
    text,
    source: row.publisher,
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
  });
  const half = [
    paragraphs.every(paragraph => text.includes(paragraph)) ? '' : 'lacks a paragraph',
    row.extractor === EXTRACTOR ? '' : 'is analysed by other rules',
    row.claims === wanted.claims.length ? '' : `has ${row.claims} of ${wanted.claims.length} claims`,
    row.locals === wanted.incidents.length ? '' : `has ${row.locals} of ${wanted.incidents.length} local incidents`,
    wanted.claims.length > 0 ? '' : 'is read as telling nothing: the newsroom is wrong',
    row.links >= wanted.incidents.length ? '' : 'is linked to no incident',
    row.told ? '' : 'stands in no timeline',
    row.marked ? 'waits to be linked' : '',
  ];
  const doubled = [
    row.revisions <= 1 ? '' : `has ${row.revisions} revisions`,
    row.analyses <= 1 ? '' : `has ${row.analyses} analyses`,
    row.sightings <= readers ? '' : `was seen anew ${row.sightings} times`,
    row.links <= wanted.incidents.length ? '' : `is linked ${row.links} times`,
  ];
  const named = (faults: readonly string[]) => faults.filter(fault => fault !== '').map(fault => `${url} ${fault}`);
  return { doubled: named(doubled), half: named(half) };
};

const newsTwice = async (driver: postgres.Sql): Promise<readonly string[]> => {
  const rows = await driver<{ what: string }[]>`
    select 'change ' || seq || ' tells again what was told before' as what from (
      select seq, kind, events, lag(kind) over w as kind_before, lag(events) over w as events_before
      from receipts.changes window w as (partition by incident_id order by seq)) as told
    where kind = kind_before and (kind <> 'changed' or events = events_before)
    union all
    select 'change number ' || seq || ' is missing before it' from (
      select seq, lag(seq) over (order by seq) as before from receipts.changes) as numbered
    where before is not null and seq <> before + 1
    union all
    select 'item ' || key || ' stands ' || count(*) || ' times' from receipts.items group by key having count(*) > 1`;
  return rows.map(row => row.what);
};

/**
 * Compares an archive in which nothing is left to do with what was served: each article once, whole, linked and told.
 *
 * @param readers so many programs may have fetched an article at the same moment, and each notes when it saw it
 */
export const compare = async (
  driver: postgres.Sql,
  served: ReadonlyMap<string, ServedArticle>,
  readers = 1,
): Promise<Findings> => {
  const rows = await rowsOf(driver);
  const held = new Map(rows.map(row => [row.url, row]));
  const [lost, doubled, half]: string[][] = [[], [...(await newsTwice(driver))], []];
  for (const [url, article] of served) {
    const row = held.get(url);
    if (!row) {
      lost?.push(url);
      continue;
    }
    const found = judge(row, article, readers);
    doubled?.push(...found.doubled);
    half?.push(...found.half);
  }
  for (const { url } of rows) if (!served.has(url)) doubled?.push(`${url} was never served`);
  const claims = rows.reduce((sum, row) => sum + row.claims, 0);
  return { articles: rows.length, claims, lost: lost ?? [], doubled: doubled ?? [], half: half ?? [] };
};

/** Findings in words. */
export const sentencesOf = (found: Findings): { readonly seen: string; readonly failures: readonly string[] } => ({
  seen: `${found.articles} articles with ${found.claims} claims held: ${found.lost.length} lost, ${found.doubled.length} doubled, ${found.half.length} half`,
  failures: [...found.lost.map(url => `${url} is lost`), ...found.doubled, ...found.half],
});
