import { join } from 'node:path';
import type { Analysis } from '#domain/claim.ts';
import { contentId } from '#domain/ids.ts';
import type { ArticleRef, LocalIncidentRecord } from '#domain/incident.ts';
import { INCIDENT_ROLES, type IncidentRole } from '#domain/vocabulary.ts';
import { analyse } from '#nlp';
import type { Article } from './labels.ts';
import { PATHS, readLines } from './shared.ts';

/** Of which incidents an article truly tells. */
export interface ClusterRow {
  readonly id: string;
  readonly relevant: boolean;
  readonly incidents: readonly { readonly incident: string; readonly role: IncidentRole }[];
}

const CLUSTERS = join(PATHS.scorer, '..', 'clusters.jsonl');

/** The articles of the sets, and their rows of `clusters.jsonl`; rows of other sets are left alone. */
export const readClusters = (
  sets: readonly { readonly articles: string }[],
): { readonly articles: readonly Article[]; readonly clusters: readonly ClusterRow[] } => {
  const articles = sets.flatMap(set => readLines<Article>(set.articles));
  const ids = new Set(articles.map(({ id }) => id));
  return { articles, clusters: readLines<ClusterRow>(CLUSTERS).filter(({ id }) => ids.has(id)) };
};

const refOf = ({ id, title, published, source }: Article): ArticleRef => ({
  articleId: contentId('art', id),
  revisionId: contentId('rev', id),
  externalId: id,
  url: `urn:receipts:${id}`,
  publisher: source ?? 'unknown',
  publisherKind: 'news',
  title,
  ...(published === undefined ? {} : { publishedAt: published }),
  fetchedAt: '2026-01-01T00:00:00.000Z',
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

/** The weightiest role that a row gives each victim; an incident is named after its victim and when it was. */
const rolesOf = ({ incidents }: ClusterRow): ReadonlyMap<string, IncidentRole> => {
  const roles = new Map<string, IncidentRole>();
  for (const { incident, role } of incidents.toSorted(
    (a, b) => INCIDENT_ROLES.indexOf(b.role) - INCIDENT_ROLES.indexOf(a.role),
  ))
    roles.set(incident.replace(/-\d{4}(-\d\d)?$/, ''), role);
  return roles;
};

/** Whether two slugs name one victim: `tiffany` and `tiffany-and-co`. */
const isSame = (a: string, b: string): boolean => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

/**
 * The local incidents of an article where victims and relevance are given: what the program reads of those victims and
 * no others. Dates and facts stay the program's own; of a victim that it does not see it knows nothing but when the
 * article was published.
 */
export const givenRecords = (
  article: Article,
  row: ClusterRow,
  own: readonly LocalIncidentRecord[],
): readonly LocalIncidentRecord[] =>
  [...rolesOf(row)].flatMap(([victim, role], nth) => {
    const read = own.filter(record => isSame(record.victim, victim));
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
    const isTold = read.some(record => record.role !== 'mention');
    return read.map(record => ({ ...record, victim, role: role === 'mention' || !isTold ? role : record.role }));
  });
