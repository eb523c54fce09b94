import type { Claim, EventDate } from '#domain/claim.ts';
import { claimId, slug } from '#domain/ids.ts';
import type { ArticleRef, LocalIncidentRecord, StoredClaim } from '#domain/incident.ts';
import type { IncidentRole } from '#domain/vocabulary.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A claim without what a story does not care about. */
export type ToldClaim = DistributiveOmit<
  Claim,
  'incident' | 'start' | 'end' | 'rule' | 'confidence' | 'certainty' | 'by' | 'quote'
> &
  Partial<Pick<Claim, 'certainty' | 'by' | 'quote'>>;

export const day = (edtf: string): EventDate => ({
  edtf,
  precision: edtf.endsWith('~') ? 'about' : edtf.length === 10 ? 'day' : edtf.length === 7 ? 'month' : 'year',
});

export const article = (id: string, publishedAt: string | undefined, publisher = 'Harbour Post'): ArticleRef => ({
  articleId: id,
  revisionId: `rev-${id}`,
  url: `https://example.org/${id}`,
  publisher,
  publisherKind: 'news',
  title: `Report ${id}`,
  ...(publishedAt === undefined ? {} : { publishedAt }),
  fetchedAt: '2025-12-01T00:00:00Z',
  origin: 'page',
});

/** One article's local incident: who was hit, when it became known as told, and what is said of it. */
export const report = (
  id: string,
  publishedAt: string | undefined,
  known: string,
  claims: readonly ToldClaim[] = [],
  options: { victim?: string; role?: IncidentRole; publisher?: string } = {},
): LocalIncidentRecord => {
  const ref = article(id, publishedAt, options.publisher);
  const name = options.victim ?? 'Marks & Spencer';
  return {
    id: `ana-${id}-${slug(name)}-${known}:0`,
    article: ref,
    victim: slug(name),
    name,
    role: options.role ?? 'main',
    known,
    claims: claims.map((claim, index): StoredClaim => {
      const full = {
        certainty: 'reported',
        by: 'media',
        quote: `words ${index} of ${id}`,
        incident: 0,
        start: index * 10,
        end: index * 10 + 9,
        rule: 'test/told',
        confidence: 1,
        ...claim,
      } as Claim;
      return {
        id: claimId(ref.revisionId, full.kind, slug(name), JSON.stringify(full.value), full.start, full.end),
        article: ref,
        claim: full,
      };
    }),
  };
};

/** All orders of up to five things. */
export const permutations = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map(rest => [item, ...rest]),
      );
