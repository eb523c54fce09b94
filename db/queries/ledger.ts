import type { Revision } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { ArticleRef, IdAssignment } from '#domain/incident.ts';
import type { LedgerAnalysis, LedgerArticle, LedgerIncident, LedgerRevision, VictimLedger } from '#domain/ledger.ts';
import type { PublisherKind } from '#domain/vocabulary.ts';
import type { Client } from '../client.ts';
import { asc, eq, sql } from '../drizzle.ts';
import { idAssignments, relinkMarks as marks } from '../schema/index.ts';
import type { RelinkMark } from '../store.ts';
import { isoTime, present } from '../text.ts';
import { decisionsTouching } from './decisions.ts';
import { marking } from './written.ts';

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

const MARK = { victim: marks.victim, version: marks.version };

/** Victims whose incidents must be derived anew, the longest marked first. */
export const relinkMarks = async (client: Client, limit: number): Promise<readonly RelinkMark[]> =>
  client.query(orm => orm.select(MARK).from(marks).orderBy(asc(marks.version)).limit(limit));

/** The mark of one victim, if it is marked. */
export const relinkMark = async (client: Client, victim: string): Promise<RelinkMark | undefined> =>
  (await client.query(orm => orm.select(MARK).from(marks).where(eq(marks.victim, victim))))[0];

/** Marks every victim of whom anything is held. Returns how many there are. */
export const markAll = async (client: Client): Promise<number> => {
  const rows = await client.rows(sql`
    ${marking(sql`
      select distinct unnest(victims) as victim from receipts.articles
      union select victim from receipts.id_assignments`)}
    returning victim`);
  return rows.length;
};

interface ArticleRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly canonical_url: string;
  readonly publisher: string;
  readonly publisher_kind: PublisherKind;
  readonly revisions: readonly RevisionRow[];
  readonly analyses: readonly AnalysisRow[];
}
type RevisionRow = Pick<Revision, 'title' | 'origin'> & {
  readonly id: string;
  readonly published_at: string | null;
  readonly modified_at: string | null;
  readonly seen_at: readonly string[];
};
type AnalysisRow = Omit<LedgerAnalysis, 'incidents' | 'analysedAt'> & {
  readonly analysed_at: string;
  readonly incidents: readonly (Omit<LedgerIncident, 'claims'> & { readonly claims: readonly ClaimRow[] })[];
};
interface ClaimRow {
  readonly id: string;
  readonly claim: Claim;
  /** Null where the article has only one text. */
  readonly held_in: readonly string[] | null;
}

const toRevision = (row: RevisionRow): LedgerRevision => ({
  id: row.id,
  title: row.title,
  ...present('publishedAt', row.published_at),
  ...present('modifiedAt', row.modified_at),
  origin: row.origin,
  seenAt: row.seen_at.map(isoTime),
});

const toAnalysis = ({ analysed_at, incidents, ...row }: AnalysisRow): LedgerAnalysis => ({
  ...row,
  analysedAt: isoTime(analysed_at),
  incidents: incidents.map(({ claims, ...incident }) => ({
    ...incident,
    claims: claims.map(({ id, claim, held_in }) => ({ id, claim, heldIn: held_in ?? [row.revision] })),
  })),
});

const toArticle = (row: ArticleRow): LedgerArticle => ({
  id: row.id,
  ...present('externalId', row.external_id),
  url: row.canonical_url,
  publisher: row.publisher,
  publisherKind: row.publisher_kind,
  revisions: row.revisions.map(toRevision),
  analyses: row.analyses.map(toAnalysis),
});

/** Articles that any analysis connected with the victim; a claim's words are looked for in the article's other texts. */
const articles = async (client: Client, victim: string): Promise<readonly LedgerArticle[]> => {
  const rows = await client.rows<ArticleRow>(sql`
    with about as (
      select a.id, a.external_id, a.canonical_url, a.publisher, a.publisher_kind,
        (select count(*) from receipts.revisions r where r.article_id = a.id) as texts
      from receipts.articles a where a.victims @> array[${victim}]::text[]
    )
    select a.id, a.external_id, a.canonical_url, a.publisher, a.publisher_kind, (
        select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'published_at', r.published_at,
          'modified_at', r.modified_at, 'origin', r.origin, 'seen_at', coalesce((
            select jsonb_agg(s.seen_at order by s.seen_at) from receipts.sightings s
            where s.article_id = a.id and s.revision_id = r.id), jsonb_build_array(r.fetched_at))) order by r.id)
        from receipts.revisions r where r.article_id = a.id
      ) as revisions, (
        select jsonb_agg(jsonb_build_object('id', n.id, 'revision', n.revision_id, 'extractor', n.extractor,
          'analysed_at', n.analysed_at, 'incidents', coalesce((
            select jsonb_agg(jsonb_build_object('position', l.position, 'victim', l.victim, 'name', l.name,
              'role', l.role, 'known', l.known, 'claims', coalesce((
                select jsonb_agg(jsonb_build_object('id', c.id, 'claim', c.body, 'held_in',
                  case when a.texts > 1 then (
                    select jsonb_agg(r.id order by r.id) from receipts.revisions r
                    where r.article_id = a.id and (r.id = n.revision_id
                      or position(c.body ->> 'quote' in r.title || chr(10) || r.text) > 0)
                  ) end) order by c.position)
                from receipts.claims c where c.analysis_id = l.analysis_id and c.incident = l.position
              ), '[]')) order by l.position)
            from receipts.local_incidents l where l.analysis_id = n.id and l.victim = ${victim}
          ), '[]')) order by n.id)
        from receipts.analyses n where n.article_id = a.id
      ) as analyses
    from about a order by a.id`);
  return rows.map(toArticle);
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
 * All that was ever written down about one victim. The reads may see different moments: the mark's version makes sure
 * that a derivation from such a mixture is never saved.
 */
export const victimLedger = async (client: Client, victim: string): Promise<VictimLedger> => {
  const [found, given] = await Promise.all([articles(client, victim), assignments(client, victim)]);
  const touched = [...found.map(({ id }) => id), ...given.map(({ id }) => id)];
  return { victim, articles: found, assignments: given, decisions: await decisionsTouching(client, touched) };
};

/**
 * Victims of whom a text came in, was analysed, or something was decided after one instant, up to another; by slug, from
 * after the one given. Times are UTC ISO 8601.
 */
export const activeVictims = async (
  client: Client,
  from: string,
  to: string,
  limit: number,
  after = '',
): Promise<readonly string[]> => {
  const rows = await client.rows<{ victim: string }>(sql`
    with touched as (
      select article_id as id from receipts.sightings where seen_at > ${from}::timestamptz and seen_at <= ${to}::timestamptz
      union select article_id from receipts.analyses
        where analysed_at > ${from}::timestamptz and analysed_at <= ${to}::timestamptz
      union select unnest(touches) from receipts.decisions
        where decided_at > ${from}::timestamptz and decided_at <= ${to}::timestamptz
    )
    select victim from (
      select unnest(a.victims) as victim from receipts.articles a where a.id in (select id from touched)
      union select i.victim from receipts.id_assignments i where i.id in (select id from touched)
    ) as active
    where victim > ${after} order by victim limit ${limit}`);
  return rows.map(({ victim }) => victim);
};
