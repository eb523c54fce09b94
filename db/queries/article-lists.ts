import { documentText } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { PublisherKind } from '#domain/vocabulary.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { ArticleLine, ArticleReading, Page, PageRequest, PublisherLine } from '../store.ts';
import { isoTime, present, storable } from '../text.ts';
import { dismissedAmong } from './claims.ts';
import { brokenCursor, readCursor, toPage } from './cursor.ts';
import { REF_COLUMNS, type RefRow, toRef } from './ledger.ts';

interface LineRow {
  readonly id: string;
  readonly canonical_url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publisher_kind: PublisherKind;
  readonly published_at: string | null;
  readonly first_seen_at: string;
  readonly incidents: readonly string[];
}

/** Articles that tell of an incident, the one that came in last first. @throws AppError `invalid-parameter`. */
export const listArticles = async (
  client: Client,
  { publisher }: { readonly publisher?: string },
  page: PageRequest,
): Promise<Page<ArticleLine>> => {
  const after = readCursor(page, 'all-articles', 2);
  if (after && Number.isNaN(Date.parse(after[0] ?? ''))) throw brokenCursor();
  // Links are made only of what may be shown, so that articles taken down have none.
  const rows = await client.rows<LineRow>(sql`
    select a.id, a.canonical_url, r.title, a.publisher, a.publisher_kind, r.published_at, a.first_seen_at,
      array_to_json(array(select distinct l.incident_id from receipts.incident_links l where l.article_id = a.id
        order by 1)) as incidents
    from receipts.articles a join receipts.revisions r on r.id = a.current_revision
    where exists (select from receipts.incident_links l where l.article_id = a.id)
      and ${publisher === undefined ? sql`true` : sql`a.publisher = ${storable(publisher)}`}
      and ${after ? sql`(a.first_seen_at, a.id) < (${after[0]}::text::timestamptz, ${after[1]}::text)` : sql`true`}
    order by a.first_seen_at desc, a.id desc limit ${page.limit + 1}`);
  return toPage(
    rows,
    page,
    'all-articles',
    row => [isoTime(row.first_seen_at), row.id],
    row => ({
      articleId: row.id,
      url: row.canonical_url,
      title: row.title,
      publisher: row.publisher,
      publisherKind: row.publisher_kind,
      ...present('publishedAt', row.published_at),
      incidents: row.incidents,
    }),
  );
};

/** Publishers of whom articles are held, by name. @throws AppError `invalid-parameter`. */
export const listPublishers = async (client: Client, page: PageRequest): Promise<Page<PublisherLine>> => {
  const after = readCursor(page, 'publishers', 2);
  const rows = await client.rows<{ publisher: string; publisher_kind: PublisherKind; articles: number }>(sql`
    select publisher, publisher_kind, count(*)::integer as articles from receipts.articles
    where ${after ? sql`(publisher, publisher_kind) > (${after[0]}::text, ${after[1]}::text)` : sql`true`}
    group by publisher, publisher_kind order by publisher, publisher_kind limit ${page.limit + 1}`);
  return toPage(
    rows,
    page,
    'publishers',
    row => [row.publisher, row.publisher_kind],
    row => ({ name: row.publisher, kind: row.publisher_kind, articles: row.articles }),
  );
};

interface ClaimRow extends RefRow {
  readonly id: string;
  readonly body: Claim;
}

/** The text held last of an article, with the claims that count in it. */
export const articleReading = async (client: Client, id: string): Promise<ArticleReading | undefined> => {
  const [text] = await client.rows<{ id: string; title: string; text: string }>(sql`
    select r.id, r.title, r.text from receipts.articles a join receipts.revisions r on r.id = a.current_revision
    where a.id = ${storable(id)}`);
  if (text === undefined) return undefined;
  const rows = await client.rows<ClaimRow>(sql`
    select c.id, c.body, ${REF_COLUMNS} from receipts.articles a
    join receipts.revisions r on r.id = a.current_revision
    join receipts.claims c on c.analysis_id = a.current_analysis
    where a.id = ${storable(id)} order by c.position`);
  const dismissed = await dismissedAmong(client, rows);
  return {
    revisionId: text.id,
    text: documentText(text),
    claims: rows
      .filter(row => !dismissed.has(row.id))
      .map(row => ({ id: row.id, article: toRef(row), claim: row.body })),
  };
};
