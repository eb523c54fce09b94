import type { Analysis, Claim } from '#domain/claim.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { EXTRACTORS } from './claims/index.ts';
import { LEAST_CREDIBLE, withConfidence } from './confidence.ts';
import { namedInForeignHeadline } from './foreign.ts';
import { genreOf } from './genre.ts';
import { EXTRACTOR } from './known.ts';
import { languageOf } from './language.ts';
import { mergeClaims } from './merge.ts';
import { buildReading } from './reading.ts';
import { withRoles } from './roles.ts';
import { markShared } from './shared.ts';
import type { ArticleText, Reading } from './types.ts';

export { EXTRACTOR, retailerName } from './known.ts';
export { buildReading } from './reading.ts';
export type { ArticleText } from './types.ts';

const notAnalysed = (reading: Reading, language: string): Analysis => {
  const incidents = namedInForeignHeadline(reading);
  return {
    extractor: EXTRACTOR,
    language,
    status: 'not-analysed',
    relevant: incidents.length > 0,
    genre: 'other',
    incidents,
    claims: [],
  };
};

/** One article, read: everything that the rules found in it, and the circumstances of each claim, in the same order. */
export interface Findings {
  readonly analysis: Analysis;
  readonly circumstances: readonly Circumstances[];
}

/** Reads one article and keeps the doubtful claims too, so that they can be counted (scripts/fit-confidence.ts). */
export const findingsIn = (article: ArticleText): Findings => {
  const reading = buildReading(article);
  const language = languageOf(reading.text);
  if (language !== 'en' && language !== 'und') return { analysis: notAnalysed(reading, language), circumstances: [] };
  const found: Claim[] = [];
  if (reading.incidents.length > 0)
    for (const extract of Object.values(EXTRACTORS)) found.push(...extract(reading, found));
  const claims = mergeClaims(markShared(found, reading.incidents), article.title.length);
  const incidents = withRoles(reading.incidents, claims);
  const circumstances = circumstancesOf(claims, incidents, reading, found);
  const analysis: Analysis = {
    extractor: EXTRACTOR,
    language,
    status: 'analysed',
    relevant: reading.relevant,
    genre: genreOf(reading.blocks, reading.sentences, reading.text),
    incidents,
    claims: withConfidence(claims, circumstances),
  };
  return { analysis, circumstances };
};

/**
 * Reads one article: its local incidents and what it claims of them. Pure; the same words give the same analysis.
 * What is much more likely wrong than right is not claimed. An article that is not in English is not analysed: retailers in
 * its headline are linked by name, nothing is claimed.
 */
export const analyse = (article: ArticleText): Analysis => {
  const { analysis } = findingsIn(article);
  return { ...analysis, claims: analysis.claims.filter(({ confidence }) => confidence >= LEAST_CREDIBLE) };
};
