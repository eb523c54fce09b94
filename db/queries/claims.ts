import type { Claim } from '#domain/claim.ts';
import { type ClaimTarget, claimTarget, inForce, sameTarget } from '#domain/decision.ts';
import type { StoredClaim } from '#domain/incident.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { Page, PageRequest, Resolved } from '../store.ts';
import { storable } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';
import { decisionsTouching } from './decisions.ts';
import { resolveAlias } from './incidents.ts';
import { REF_COLUMNS, type RefRow, toRef } from './ledger.ts';

interface ClaimRow extends RefRow {
  readonly id: string;
  readonly body: Claim;
  readonly place: string;
  readonly published: string;
}

/** Which of these claims people dismissed. */
export const dismissedAmong = async (
  client: Client,
  rows: readonly Pick<ClaimRow, 'id' | 'article_id' | 'body'>[],
): Promise<ReadonlySet<string>> => {
  const decisions = inForce(await decisionsTouching(client, [...new Set(rows.map(row => row.article_id))]));
  const targets = decisions.flatMap(decision => (decision.kind === 'dismiss' ? [decision.claim] : []));
  const isDismissed = ({ article_id, body }: Pick<ClaimRow, 'article_id' | 'body'>): boolean =>
    targets.some(target => sameTarget(target, claimTarget(article_id, body)));
  return new Set(rows.filter(isDismissed).map(row => row.id));
};

/** The claims of an incident, by publication of the article, then as the article has them. @throws AppError `invalid-parameter`. */
export const incidentClaims = async (
  client: Client,
  id: string,
  filter: { readonly kind?: ClaimKind },
  page: PageRequest,
): Promise<Resolved<Page<StoredClaim>>> => {
  const after = readCursor(page, 'claims', 2);
  const [incident] = await client.rows(sql`select from receipts.incidents where id = ${storable(id)}`);
  if (!incident) return resolveAlias(client, id);
  const rows = await client.rows<ClaimRow>(sql`
    select * from (
      select c.id, c.body, c.analysis_id || ':' || lpad(c.position::text, 9, '0') as place,
        coalesce(r.published_at, '') as published, ${REF_COLUMNS}
      from receipts.incident_links l
      join receipts.claims c on c.analysis_id = l.analysis_id and c.incident = l.position
      join receipts.analyses n on n.id = l.analysis_id
      join receipts.revisions r on r.id = n.revision_id
      join receipts.articles a on a.id = n.article_id
      where l.incident_id = ${storable(id)} and ${filter.kind === undefined ? sql`true` : sql`c.kind = ${filter.kind}`}
    ) as listed
    where ${after ? sql`(published, place) > (${after[0]}, ${after[1]})` : sql`true`}
    order by published, place limit ${page.limit + 1}`);
  const dismissed = await dismissedAmong(client, rows);
  const listed = toPage(
    rows,
    page,
    'claims',
    row => [row.published, row.place],
    row => ({ id: row.id, article: toRef(row), claim: row.body }),
  );
  return { found: { ...listed, items: listed.items.filter(({ id }) => !dismissed.has(id)) } };
};

/** How a decision names a claim, by the claim's id. */
export const targetOfClaim = async (client: Client, claim: string): Promise<ClaimTarget | undefined> => {
  const [row] = await client.rows<{ article_id: string; body: Claim }>(sql`
    select n.article_id, c.body from receipts.claims c join receipts.analyses n on n.id = c.analysis_id
    where c.id = ${storable(claim)} limit 1`);
  return row && claimTarget(row.article_id, row.body);
};
