import type { Analysis } from '#domain/claim.ts';
import { contentId } from '#domain/ids.ts';
import type { ArticleRef, LocalIncidentRecord } from '#domain/incident.ts';
import type { IncidentRole } from '#domain/vocabulary.ts';
import { analyse } from '#nlp';
import type { Article } from './labels.ts';

const refOf = ({ id, title, published, source }: Article): ArticleRef => ({
  articleId: contentId('art', id),
  revisionId: contentId('rev', id),
  externalId: id,
  url: `urn:receipts:${id}`,
  publisher: source ?? 'unknown',
  publisherKind: 'news',
  title,
  ...(published === undefined ? {} : { publishedAt: published }),
  fetchedAt: '2026-01-01T00:00:00Z',
  origin: 'import',
});

const analysisOf = ({ title, text, published, source }: Article): Analysis =>
  analyse({
    title,
    text,
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(source === undefined ? {} : { source }),
  });

/** The local incidents that the program itself reads in an article, as linking gets them from the ledger. */
export const ownRecords = (article: Article): readonly LocalIncidentRecord[] => {
  const [ref, analysis] = [refOf(article), analysisOf(article)];
  return analysis.incidents.map((incident, index) => ({
    id: `${contentId('ana', article.id)}:${index}`,
    article: ref,
    ...incident,
    claims: analysis.claims
      .filter(claim => claim.incident === index)
      .map((claim, at) => ({ id: contentId('clm', article.id, index, at), article: ref, claim })),
  }));
};

/**
 * The local incidents of an article where victims and relevance are given: what the program reads of those victims and
 * no others. Dates and facts stay the program's own; of a victim that it does not see it knows nothing but when the
 * article was published.
 *
 * @param roles by victim: the weightiest role that the label gives it
 */
export const givenRecords = (
  article: Article,
  roles: ReadonlyMap<string, IncidentRole>,
  ownRead: readonly LocalIncidentRecord[],
): readonly LocalIncidentRecord[] =>
  [...roles].flatMap(([victim, role], nth) => {
    const read = ownRead.filter(record => record.victim === victim);
    const unseen: LocalIncidentRecord = {
      id: `${contentId('ana', article.id)}:${100 + nth}`,
      article: refOf(article),
      victim,
      name: victim,
      role,
      known: (article.published ?? '').slice(0, 7),
      claims: [],
    };
    if (read.length === 0) return [unseen];
    const isRead = read.some(record => record.role !== 'mention');
    return read.map(record => (role === 'mention' || !isRead ? { ...record, role } : record));
  });
