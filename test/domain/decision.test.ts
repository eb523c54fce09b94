import { describe, expect, test } from 'vitest';
import { canonicalValue, inForce, quoteHash } from '#domain/decision.ts';
import { decision } from '../support/ledger.ts';
import { permutations } from '../support/story.ts';

const merge = decision('dec_m', '2031-03-01T00:00:00.000Z', { kind: 'merge', from: 'a', into: 'b' });
const undo = (id: string, what: string, day: number) =>
  decision(id, `2031-03-0${day}T00:00:00.000Z`, { kind: 'undo', decision: what });

describe('a decision', () => {
  test('is in force until it is undone, and again when the undo is undone', () => {
    expect(inForce([merge])).toEqual([merge]);
    expect(inForce([merge, undo('dec_u', 'dec_m', 2)])).toEqual([]);
    expect(inForce([merge, undo('dec_u', 'dec_m', 2), undo('dec_v', 'dec_u', 3)])).toEqual([merge]);
  });

  test('counts whatever the order in which the log is read', () => {
    const all = [merge, undo('dec_u', 'dec_m', 2), undo('dec_v', 'dec_u', 3), undo('dec_w', 'dec_v', 4)];
    for (const order of permutations(all)) expect(inForce(order)).toEqual([]);
  });

  test('names a claim by its words, whatever their case and spacing, and by its value, whatever its order', () => {
    expect(quoteHash('No  passwords\nwere taken')).toBe(quoteHash('no passwords were taken'));
    expect(quoteHash('no passwords were taken')).not.toBe(quoteHash('passwords were taken'));
    expect(canonicalValue({ type: 'names', subject: 'customer' })).toBe(
      canonicalValue({ subject: 'customer', type: 'names' }),
    );
  });
});
