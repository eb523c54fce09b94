import type { Analysis, Claim } from '#domain/claim.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { EXTRACTORS } from './claims/index.ts';
import { LEAST_CREDIBLE, withConfidence } from './confidence.ts';
import { retailerRow } from './entities.ts';
import { namedInForeignHeadline } from './foreign.ts';
import { genreOf } from './genre.ts';
import { languageOf } from './language.ts';
import { mergeClaims } from './merge.ts';
import { buildReading } from './reading.ts';
import { withRoles } from './roles.ts';
import { markShared } from './shared.ts';
import type { ArticleText, Reading } from './types.ts';

export { RETAILER_KINDS } from './gazetteer/types.ts';
export { entitiesNamed, type NamedEntity, namesOfSlug } from './names.ts';
export { buildReading } from './reading.ts';
export type { ArticleText } from './types.ts';

/** Name and version of these rules; a change of what they find changes it. */
export const EXTRACTOR = 'rules-2';

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

/** The usual name of a retailer by its slug (`marks-and-spencer` → `Marks & Spencer`), if the gazetteer has it. */
export const retailerName = (slug: string): string | undefined => retailerRow(slug)?.name;

/** Home market (ISO 3166-1 alpha-2) and kind of shop of a retailer by its slug, as far as the gazetteer has them. */
export const retailerTraits = (slug: string): { readonly country?: string; readonly shop?: string } | undefined => {
  const row = retailerRow(slug);
  return row && { ...(row.country === 'XX' ? {} : { country: row.country }), shop: row.kind };
};
