import { expect, test } from 'vitest';
import { originalsOf } from '#incidents/independence.ts';
import { report, type ToldClaim } from '../support/story.ts';

const said = (quote: string): ToldClaim => ({ kind: 'response', value: { action: 'apology' }, quote });
const agency = ['The shop said it was very sorry', 'engineers took the tills offline', 'police have been told of it'];

test('an agency text at two outlets is one source, named after the earlier one', () => {
  const copies = originalsOf([
    report('late', '2025-05-02T09:00:00Z', '2025-05', agency.map(said)),
    report('early', '2025-05-02T08:00:00Z', '2025-05', [...agency, 'a line of its own here'].map(said)),
  ]);
  expect([...copies]).toEqual([
    ['early', 'early'],
    ['late', 'early'],
  ]);
});

test('two outlets that quote one sentence of a statement stay two sources', () => {
  const copies = originalsOf([
    report(
      'a',
      '2025-05-02T08:00:00Z',
      '2025-05',
      [agency[0]!, 'nobody knows who did it', 'shelves stood empty on Friday'].map(said),
    ),
    report(
      'b',
      '2025-05-02T09:00:00Z',
      '2025-05',
      [agency[0]!, 'orders are late by days', 'its shares lost a tenth'].map(said),
    ),
  ]);
  expect(copies.get('b')).toBe('b');
});
