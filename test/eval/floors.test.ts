import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { belowFloors, lowered, raised, readFloors, writeFloors } from '../../scripts/eval/floors.ts';
import { addOpening, readOpenings } from '../../scripts/eval/openings.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-floors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = { own: { F1: 0.9 }, dev: { 'data F1': 0.9, 'polarity flips (at most)': 0 } };

describe('floors', () => {
  test('a figure below its floor and one above its ceiling are told', () => {
    expect(belowFloors(file, { dev: { 'data F1': 0.95, 'polarity flips (at most)': 0 } })).toEqual([]);
    const told = belowFloors(file, { dev: { 'data F1': 0.89, 'polarity flips (at most)': 1 } });
    expect(told).toEqual([
      'dev/data F1 is 0.8900, its floor is 0.9.',
      'dev/polarity flips (at most) is 1, allowed are 0.',
    ]);
  });

  test('a floor whose figure is gone is told, so that none is lost by a new name', () => {
    expect(belowFloors(file, { dev: { 'polarity flips (at most)': 0 } })).toHaveLength(1);
  });

  test('raising goes up only, in hundredths, and leaves the floors of others alone', () => {
    const up = raised(file, { dev: { 'data F1': 0.957, 'polarity flips (at most)': 3, 'money F1': 0.8 } });
    expect(up).toEqual({
      own: { F1: 0.9 },
      dev: { 'data F1': 0.95, 'polarity flips (at most)': 0, 'money F1': 0.8 },
    });
    expect(raised(up, { dev: { 'data F1': 0.7 } })['dev']).toEqual(up['dev']);
  });

  test('lowering one keeps the reason beside it', () => {
    const change = { key: 'dev/data F1', reason: 'a label was wrong', date: '2025-06-01' };
    const down = lowered(file, { dev: { 'data F1': 0.876 } }, change);
    expect(down['dev']).toEqual({ 'data F1': 0.87, 'polarity flips (at most)': 0 });
    expect(down.lowered).toEqual([{ ...change, from: 0.9, to: 0.87 }]);
  });

  test('lowering needs a floor, a reason, and a figure that is lower', () => {
    const measured = { dev: { 'data F1': 0.876 } };
    const change = { key: 'dev/data F1', reason: 'r', date: '2025-06-01' };
    expect(() => lowered(file, measured, { ...change, reason: ' ' })).toThrow('needs a reason');
    expect(() => lowered(file, measured, { ...change, key: 'dev/unheard of' })).toThrow('There is no floor');
    expect(() => lowered(file, { dev: { 'data F1': 0.95 } }, change)).toThrow('nothing to lower');
  });

  test('what was written is read again', () => {
    const path = join(folder, 'floors.json');
    expect(readFloors(path)).toEqual({});
    writeFloors(file, path);
    expect(readFloors(path)).toEqual(file);
  });
});

describe('the ledger of sealed openings', () => {
  test('the first scoring stays; later ones are added behind it', () => {
    const path = join(folder, 'openings.json');
    const opening = { date: '2025-06-01', commit: 'abc', articles: 30, figures: {} };
    addOpening(opening, path);
    addOpening({ ...opening, commit: 'def' }, path);
    expect(readOpenings(path).map(({ commit }) => commit)).toEqual(['abc', 'def']);
  });
});
