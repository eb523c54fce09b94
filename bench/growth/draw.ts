/** Draws that come out the same for the same seed on every machine. */
export interface Draw {
  /** 0 ≤ x < 1. */
  unit(): number;
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /** One of a list; the first ones far more often than the last (a power law with exponent 1). */
  often<T>(list: readonly T[]): T;
  one<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** Mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, enough for made-up news. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(unit() * count);
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[Math.min(index, list.length - 1)];
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  };
  return {
    unit,
    below,
    often: list => at(list, Math.floor(list.length ** unit() - 1)),
    one: list => at(list, below(list.length)),
    chance: share => unit() < share,
  };
};
