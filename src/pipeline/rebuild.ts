import { type Linking, linkAll } from './link.ts';

/** What a rebuild found. */
export interface Rebuilt {
  readonly victims: number;
  readonly incidents: number;
  /** Ids of timelines that came out otherwise than they stood, are new, or are no more. */
  readonly changed: readonly string[];
}

/**
 * Derives all incidents and timelines anew from the ledger, in place: readers find what stood until what follows it is
 * written. With the same rules everything comes out as it was, byte for byte.
 */
export const rebuild = async (stages: Linking): Promise<Rebuilt> => {
  const before = new Map((await stages.store.derivedDocuments()).map(({ id, etag }) => [id, etag]));
  const victims = await stages.store.markAll();
  await linkAll(stages);
  const after = new Map((await stages.store.derivedDocuments()).map(({ id, etag }) => [id, etag]));
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter(id => before.get(id) !== after.get(id))
    .sort();
  return { victims, incidents: after.size, changed };
};
