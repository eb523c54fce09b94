import type { Watch } from '#db';
import type { Sealed } from './send.ts';

/** Answers that are kept while the archive stands as they tell it. */
export interface Shelf {
  /** The state of the archive that may be told now. */
  current(): number | Promise<number>;
  /** What was kept under this name and state. */
  find(state: number, name: string): Sealed | undefined;
  /** Keeps what was read after `state` was the current one. */
  keep(state: number, name: string, sealed: Sealed): void;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Keeps up to `maxBytes` of answers, those asked for last, and none of an earlier state of the archive. */
export const createShelf = (watch: Pick<Watch, 'current'>, maxBytes = MOST_BYTES): Shelf => {
  const kept = new Map<string, Sealed>();
  let [stands, held] = [0, 0];

  const turnTo = (state: number): void => {
    if (state <= stands) return;
    kept.clear();
    [stands, held] = [state, 0];
  };

  return {
    current: () => watch.current(),
    find(state, name) {
      turnTo(state);
      const found = kept.get(name);
      if (found === undefined) return undefined;
      kept.delete(name);
      kept.set(name, found);
      return found;
    },
    keep(state, name, sealed) {
      turnTo(state);
      if (state !== stands || sealed.body.byteLength > maxBytes / 8 || kept.has(name)) return;
      kept.set(name, sealed);
      held += sealed.body.byteLength + name.length;
      for (const [oldest, { body }] of kept) {
        if (held <= maxBytes) return;
        kept.delete(oldest);
        held -= body.byteLength + oldest.length;
      }
    },
  };
};
