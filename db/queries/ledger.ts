import { sql } from 'drizzle-orm';
import type { Revision } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { ArticleRef, IdAssignment, LocalIncidentRecord, StoredClaim } from '#domain/incident.ts';
import type { IncidentRole, PublisherKind } from '#domain/vocabulary.ts';
import type { Client } from '../client.ts';
import type { RelinkMark, VictimLedger } from '../store.ts';
import { isoTime, present } from '../text.ts';

/** Columns of an article `a` and its revision `r` that make an ArticleRef. */
export const REF_COLUMNS = sql.raw(`a.id as article_id, r.id as revision_id, a.external_id, a.canonical_url,
  a.publisher, a.publisher_kind, r.title, r.published_at, r.fetched_at, r.origin`);

export interface RefRow {
  readonly article_id: string;
  readonly revision_id: string;
  readonly external_id: string | null;
  readonly canonical_url: string;
  readonly publisher: string;
  readonly publisher_kind: PublisherKind;
  readonly title: string;
  readonly published_at: string | null;
  readonly fetched_at: string;
  readonly origin: Revision['origin'];
}

/** What a reader must know of an article to cite it. */
export const toRef = (row: RefRow): ArticleRef => ({
  articleId: row.article_id,
  revisionId: row.revision_id,
  ...present('externalId', row.external_id),
  url: row.canonical_url,
  publisher: row.publisher,
  publisherKind: row.publisher_kind,
  title: row.title,
  ...present('publishedAt', row.published_at),
  fetchedAt: isoTime(row.fetched_at),
  origin: row.origin,
});

/** Victims whose incidents must be derived anew, the longest marked first. */
export const relinkMarks = async (client: Client, limit: number): Promise<readonly RelinkMark[]> => {
  const rows = await client.rows<{ victim: string; version: string }>(
    sql`select victim, version from receipts.relink_marks order by version limit ${limit}`,
  );
  return rows.map(({ victim, version }) => ({ victim, version: Number(version) }));
};

/** The mark of one victim, if it is marked. */
export const relinkMark = async (client: Client, victim: string): Promise<RelinkMark | undefined> => {
  const [row] = await client.rows<{ version: string }>(
    sql`select version from receipts.relink_marks where victim = ${victim}`,
  );
  return row && { victim, version: Number(row.version) };
};

interface RecordRow extends RefRow {
  readonly analysis_id: string;
  readonly position: number;
  readonly victim: string;
  readonly name: string;
  readonly role: IncidentRole;
  readonly known: string;
  readonly claims: readonly { readonly id: string; readonly claim: Claim }[];
}

const toRecord = (row: RecordRow): LocalIncidentRecord => {
  const article = toRef(row);
  return {
    id: `${row.analysis_id}:${row.position}`,
    article,
    victim: row.victim,
    name: row.name,
    role: row.role,
    known: row.known,
    claims: row.claims.map(({ id, claim }): StoredClaim => ({ id, article, claim })),
  };
};

const records = async (client: Client, victim: string): Promise<readonly LocalIncidentRecord[]> => {
  const rows = await client.rows<RecordRow>(sql`
    select l.analysis_id, l.position, l.victim, l.name, l.role, l.known, ${REF_COLUMNS}, coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'claim', c.body) order by c.position)
      from receipts.claims c where c.analysis_id = l.analysis_id and c.incident = l.position), '[]') as claims
    from receipts.local_incidents l
    join receipts.articles a on a.current_analysis = l.analysis_id
    join receipts.revisions r on r.id = a.current_revision
    where l.victim = ${victim}
    order by l.analysis_id, l.position`);
  return rows.map(toRecord);
};

interface AssignmentRow {
  readonly id: string;
  readonly victim: string;
  readonly anchor_article: string;
  readonly anchor_known: string;
  readonly assigned_at: string;
}

const assignments = async (client: Client, victim: string): Promise<readonly IdAssignment[]> => {
  const rows = await client.rows<AssignmentRow>(sql`
    select id, victim, anchor_article, anchor_known, assigned_at from receipts.id_assignments
    where victim = ${victim} order by assigned_at, id`);
  return rows.map(row => ({
    id: row.id,
    victim: row.victim,
    anchorArticle: row.anchor_article,
    anchorKnown: row.anchor_known,
    assignedAt: isoTime(row.assigned_at),
  }));
};

/**
 * All that linking needs of one victim. The two reads may see different moments: the mark's version makes sure that a
 * derivation from such a mixture is never saved.
 */
export const victimLedger = async (client: Client, victim: string): Promise<VictimLedger> => {
  const [found, given] = await Promise.all([records(client, victim), assignments(client, victim)]);
  return { victim, records: found, assignments: given };
};
