import type { Figures } from './figures.ts';

const RESAMPLES = 1000;
const SEED = 20250422;

/** mulberry32: a small seeded generator of numbers in [0, 1), the same on every machine. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The value below which `share` of the sorted values lie, by linear interpolation. */
const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
};

/**
 * Figures of a sample with 95 % percentile intervals from 1,000 resamples with replacement (Efron 1979). Resamples in
 * which a figure has nothing to measure (NaN) do not count for it. The same sample gives the same intervals.
 */
export const bootstrap = <Item>(
  items: readonly Item[],
  measure: (items: readonly Item[]) => Readonly<Record<string, number>>,
  resamples: number = RESAMPLES,
): Figures => {
  const random = seeded(SEED);
  const drawn = Array.from({ length: resamples }, () =>
    measure(items.map(() => items[Math.floor(random() * items.length)] as Item)),
  );
  return Object.fromEntries(
    Object.entries(measure(items)).map(([name, value]) => {
      const values = drawn.map(figures => figures[name] ?? Number.NaN).filter(Number.isFinite);
      const sorted = values.toSorted((a, b) => a - b);
      return [name, { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }];
    }),
  );
};
