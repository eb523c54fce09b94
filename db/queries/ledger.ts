import { asc, eq, sql } from 'drizzle-orm';
import type { Revision } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { ArticleRef, IdAssignment, LocalIncidentRecord, StoredClaim } from '#domain/incident.ts';
import type { IncidentRole, PublisherKind } from '#domain/vocabulary.ts';
import type { Client } from '../client.ts';
import { idAssignments, relinkMarks as marks } from '../schema/index.ts';
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
export const relinkMarks = async (client: Client, limit: number): Promise<readonly RelinkMark[]> =>
  client.query(orm => orm.select().from(marks).orderBy(asc(marks.version)).limit(limit));

/** The mark of one victim, if it is marked. */
export const relinkMark = async (client: Client, victim: string): Promise<RelinkMark | undefined> =>
  (await client.query(orm => orm.select().from(marks).where(eq(marks.victim, victim))))[0];

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

const assignments = async (client: Client, victim: string): Promise<readonly IdAssignment[]> => {
  const rows = await client.query(orm =>
    orm
      .select()
      .from(idAssignments)
      .where(eq(idAssignments.victim, victim))
      .orderBy(asc(idAssignments.assignedAt), asc(idAssignments.id)),
  );
  return rows.map(row => ({ ...row, assignedAt: isoTime(row.assignedAt) }));
};

/**
 * All that linking needs of one victim. The two reads may see different moments: the mark's version makes sure that a
 * derivation from such a mixture is never saved.
 */
export const victimLedger = async (client: Client, victim: string): Promise<VictimLedger> => {
  const [found, given] = await Promise.all([records(client, victim), assignments(client, victim)]);
  return { victim, records: found, assignments: given };
};
