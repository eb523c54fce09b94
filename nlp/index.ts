import type { Analysis, Claim } from '#domain/claim.ts';
import { EXTRACTORS } from './claims/index.ts';
import { mergeClaims } from './merge.ts';
import { buildReading } from './reading.ts';
import type { ArticleText } from './types.ts';

export { retailerName } from './names.ts';
export { buildReading } from './reading.ts';
export type { ArticleText } from './types.ts';

/** Name and version of these rules; a change of what they find changes it. */
export const EXTRACTOR = 'rules-1';

/** Reads one article: its local incidents and what it claims of them. Pure; the same words give the same analysis. */
export const analyse = (article: ArticleText): Analysis => {
  const reading = buildReading(article);
  const claims: Claim[] = [];
  for (const extract of Object.values(EXTRACTORS)) claims.push(...extract(reading));
  return {
    extractor: EXTRACTOR,
    language: 'en',
    status: 'analysed',
    relevant: reading.relevant,
    genre: 'news',
    incidents: reading.incidents,
    claims: mergeClaims(claims),
  };
};
