import type { ArticleRecord, RevisionOrigin } from '#domain/article.ts';
import { inForce } from '#domain/decision.ts';
import type { PublisherKind } from '#domain/vocabulary.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import { isoTime, present, storable } from '../text.ts';
import { decisionsTouching } from './decisions.ts';

interface RecordRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly canonical_url: string;
  readonly publisher: string;
  readonly publisher_kind: PublisherKind;
  readonly incidents: readonly string[];
  readonly revisions: readonly {
    readonly id: string;
    readonly title: string;
    readonly published_at: string | null;
    readonly modified_at: string | null;
    readonly origin: RevisionOrigin;
    readonly seen_at: readonly string[];
    readonly sha256: string;
  }[];
}

const toRecord = (row: RecordRow): ArticleRecord => ({
  articleId: row.id,
  ...present('externalId', row.external_id),
  url: row.canonical_url,
  publisher: row.publisher,
  publisherKind: row.publisher_kind,
  revisions: row.revisions.map(revision => ({
    revisionId: revision.id,
    title: revision.title,
    ...present('publishedAt', revision.published_at),
    ...present('modifiedAt', revision.modified_at),
    origin: revision.origin,
    sha256: revision.sha256,
    seenAt: revision.seen_at.map(isoTime),
  })),
  incidents: row.incidents,
});

/** What is told of one article; `gone` with the note of its takedown. */
export const getArticle = async (
  client: Client,
  id: string,
): Promise<{ readonly found: ArticleRecord } | { readonly gone: string } | undefined> => {
  const [row] = await client.rows<RecordRow>(sql`
    select a.id, a.external_id, a.canonical_url, a.publisher, a.publisher_kind, array_to_json(array(
        select distinct l.incident_id from receipts.incident_links l where l.article_id = a.id order by 1)) as incidents, (
        select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'published_at', r.published_at,
          'modified_at', r.modified_at, 'origin', r.origin, 'seen_at', seen.times,
          'sha256', encode(sha256(convert_to(r.title || E'\\n' || r.text, 'UTF8')), 'hex')) order by seen.first, r.id)
        from receipts.revisions r, lateral (
          select coalesce(jsonb_agg(s.seen_at order by s.seen_at), jsonb_build_array(r.fetched_at)) as times,
            coalesce(min(s.seen_at), r.fetched_at) as first
          from receipts.sightings s where s.article_id = a.id and s.revision_id = r.id) as seen
        where r.article_id = a.id) as revisions
    from receipts.articles a where a.id = ${storable(id)}`);
  if (row === undefined) return undefined;
  const takedown = inForce(await decisionsTouching(client, [row.id])).findLast(
    decision => decision.kind === 'takedown' && decision.article === row.id,
  );
  return takedown?.kind === 'takedown' ? { gone: takedown.note } : { found: toRecord(row) };
};
