import { retailers } from './gazetteer/index.ts';

const NAMES: ReadonlyMap<string, string> = new Map(retailers.map(row => [row.slug, row.name]));

/** The usual name of a retailer by its slug; the slug itself where the gazetteer does not list it. */
export const retailerName = (slug: string): string => NAMES.get(slug) ?? slug;
