/** Finds, among things that were put in one after the other, those that share features with one that is asked for. */
export interface Sharing {
  /** How many of these features each thing holds that was put in so far, by its number; valid until the next call. */
  countsFor(features: Iterable<string>): Uint32Array;
  /** Puts the next thing in: the first one has the number 0. */
  add(features: Iterable<string>): void;
}

/** An index from features to their holders, for so many things: only what shares something costs anything. */
export const createSharing = (size: number): Sharing => {
  const holders = new Map<string, number[]>();
  const counts = new Uint32Array(size);
  let added = 0;
  return {
    countsFor(features) {
      counts.fill(0, 0, added);
      for (const feature of features)
        for (const holder of holders.get(feature) ?? []) counts[holder] = (counts[holder] ?? 0) + 1;
      return counts;
    },
    add(features) {
      for (const feature of features) {
        const found = holders.get(feature);
        if (found === undefined) holders.set(feature, [added]);
        else found.push(added);
      }
      added++;
    },
  };
};
