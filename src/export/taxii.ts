import type { Timeline } from '#domain/timeline.ts';
import { stixObjects } from './stix.ts';
import type { StixObject } from './stix-object.ts';
import type { ExportContext } from './subject.ts';
import { uuidOf } from './uuids.ts';

/** Media type of TAXII 2.1. */
export const TAXII_TYPE = 'application/taxii+json;version=2.1';
const STIX_TYPE = 'application/stix+json;version=2.1';

/** Path of the only API root. */
export const API_ROOT = '/taxii2/receipts/';
/** Id of the only collection; its alias is `incidents`. */
export const COLLECTION_ID = uuidOf('taxii:collection', 'incidents');

export const discovery = (site: string): object => ({
  title: 'Receipts',
  description: 'Who said what, and when, about every cyber incident at a retailer.',
  default: `${site}${API_ROOT}`,
  api_roots: [`${site}${API_ROOT}`],
});

export const apiRoot = (): object => ({
  title: 'Incidents at retailers',
  versions: [TAXII_TYPE],
  /** Nothing can be added. */
  max_content_length: 1,
});

export const collection = (): object => ({
  id: COLLECTION_ID,
  title: 'Incidents at retailers',
  description: 'Every incident with its sources, as STIX 2.1. In the order in which the incidents changed last.',
  alias: 'incidents',
  can_read: true,
  can_write: false,
  media_types: [STIX_TYPE],
});

/** A timeline as it is held, and since when it is so: UTC ISO 8601. */
export interface HeldTimeline {
  readonly id: string;
  readonly updatedAt: string;
  readonly timeline: () => Timeline;
}

/** Which objects a client asks for; an empty list: all. */
export interface TaxiiMatch {
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly versions: readonly string[];
  readonly specVersions: readonly string[];
}

/** An object of the collection with the time at which it came in. */
export interface DatedObject {
  readonly object: StixObject;
  readonly dateAdded: string;
}

/** Where a page begins: an incident, and how many of its objects were on the page before. */
export interface TaxiiPlace {
  readonly updatedAt: string;
  readonly id: string;
  readonly offset: number;
}

/** The version of an object, which is when it was modified. */
export const versionOf = ({ modified, created }: StixObject): string => modified ?? created;

/** Only the present version is held, so `last`, `first` and `all` are the same. */
const matches = (object: StixObject, { ids, types, versions, specVersions }: TaxiiMatch): boolean =>
  (ids.length === 0 || ids.includes(object.id)) &&
  (types.length === 0 || types.includes(object.type)) &&
  (specVersions.length === 0 || specVersions.includes(object.spec_version)) &&
  (versions.length === 0 || versions.some(one => ['all', 'first', 'last'].includes(one) || one === versionOf(object)));

/**
 * A page of at most `limit` objects out of timelines in the order in which they changed, each object once. `next`: where
 * the following page begins, where the page is full.
 */
export const taxiiPage = (
  held: readonly HeldTimeline[],
  from: TaxiiPlace | undefined,
  match: TaxiiMatch,
  limit: number,
  context: ExportContext,
): { readonly objects: readonly DatedObject[]; readonly next?: TaxiiPlace } => {
  const found = new Map<string, DatedObject>();
  for (const { id, updatedAt, timeline } of held) {
    const first = from?.id === id && from.updatedAt === updatedAt ? from.offset : 0;
    const all = stixObjects([timeline()], context);
    for (const [offset, object] of all.entries()) {
      if (offset < first || found.has(object.id) || !matches(object, match)) continue;
      if (found.size === limit) return { objects: [...found.values()], next: { updatedAt, id, offset } };
      found.set(object.id, { object, dateAdded: updatedAt });
    }
  }
  return { objects: [...found.values()] };
};
