import { type Linking, linkOne } from './link.ts';

/** What a rebuild found. */
export interface Rebuilt {
  readonly victims: number;
  readonly incidents: number;
  /** Ids of timelines that came out otherwise than they stood, are new, or are no more. */
  readonly changed: readonly string[];
}

interface RebuildOptions {
  /** Derives no further victim once it is aborted; those left stay marked, and whoever links next does them. */
  readonly signal?: AbortSignal;
  /** Told how many victims of how many are derived. */
  readonly onVictim?: (done: number, total: number) => void;
}

/** Marks taken from the ledger at once. */
const BATCH = 100;

const linkMarked = async (stages: Linking, total: number, { signal, onVictim }: RebuildOptions): Promise<void> => {
  const tried = new Set<string>();
  for (;;) {
    const marks = (await stages.store.relinkMarks(BATCH)).filter(({ victim }) => !tried.has(victim));
    if (marks.length === 0) return;
    for (const { victim } of marks) {
      if (signal?.aborted) return;
      tried.add(victim);
      await linkOne(stages, victim);
      onVictim?.(tried.size, Math.max(total, tried.size));
    }
  }
};

/**
 * Derives all incidents and timelines anew from the ledger, in place: readers find what stood until what follows it is
 * written. With the same rules everything comes out as it was, byte for byte.
 */
export const rebuild = async (stages: Linking, options: RebuildOptions = {}): Promise<Rebuilt> => {
  const before = new Map((await stages.store.derivedDocuments()).map(({ id, etag }) => [id, etag]));
  const victims = await stages.store.markAll();
  await linkMarked(stages, victims, options);
  const after = new Map((await stages.store.derivedDocuments()).map(({ id, etag }) => [id, etag]));
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter(id => before.get(id) !== after.get(id))
    .sort();
  return { victims, incidents: after.size, changed };
};
