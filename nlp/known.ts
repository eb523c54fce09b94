/** What is known of retailers and attackers without reading anything; it loads none of the rules. */
import { retailerBySlug } from './gazetteer/index.ts';

export { RETAILER_KINDS } from './gazetteer/types.ts';
export { entitiesNamed, type NamedEntity, namesOfSlug } from './names.ts';

/** Name and version of the rules; a change of what they find changes it. */
export const EXTRACTOR = 'rules-3';

/** The usual name of a retailer by its slug (`marks-and-spencer` → `Marks & Spencer`), if the gazetteer has it. */
export const retailerName = (slug: string): string | undefined => retailerBySlug.get(slug)?.name;

/** Home market (ISO 3166-1 alpha-2) and kind of shop of a retailer by its slug, as far as the gazetteer has them. */
export const retailerTraits = (slug: string): { readonly country?: string; readonly shop?: string } | undefined => {
  const row = retailerBySlug.get(slug);
  return row && { ...(row.country === 'XX' ? {} : { country: row.country }), shop: row.kind };
};
