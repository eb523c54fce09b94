import { describe, expect, test } from 'vitest';
import { bootstrap, seeded } from '../../scripts/eval/bootstrap.ts';

const mean = (items: readonly number[]) => ({ mean: items.reduce((sum, item) => sum + item, 0) / items.length });

describe('intervals by bootstrap', () => {
  test('the same sample gives the same interval, which holds its value', () => {
    const items = Array.from({ length: 50 }, (_, index) => index % 2);
    const { mean: figure } = bootstrap(items, mean);
    expect(bootstrap(items, mean)).toEqual({ mean: figure });
    expect(figure?.value).toBe(0.5);
    expect(figure?.low).toBeLessThan(0.5);
    expect(figure?.high).toBeGreaterThan(0.5);
  });

  test('the width is that of the normal approximation', () => {
    const items = Array.from({ length: 400 }, (_, index) => index % 2);
    const { low = 0, high = 0 } = bootstrap(items, mean)['mean'] ?? {};
    expect(high - low).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 400), 1);
  });

  test('items that are all alike leave no width', () => {
    expect(bootstrap([1, 1, 1], mean)['mean']).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('resamples with nothing to measure do not count', () => {
    const figures = bootstrap([1, Number.NaN], items => {
      const known = items.filter(Number.isFinite);
      return { share: known.length === 0 ? Number.NaN : 1 };
    });
    expect(figures['share']).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('the generator is even over [0, 1)', () => {
    const random = seeded(7);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let drawn = 0; drawn < 10_000; drawn++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(880);
    expect(Math.max(...tenths)).toBeLessThan(1120);
  });
});
