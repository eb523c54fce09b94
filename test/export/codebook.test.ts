import { expect, test } from 'vitest';
import type { Analysis } from '#domain/claim.ts';
import { toCodebook } from '#export/codebook.ts';

const analysis: Analysis = {
  extractor: 'rules-0',
  language: 'en',
  status: 'analysed',
  relevant: true,
  genre: 'news',
  incidents: [
    { victim: 'harrods', name: 'Harrods', role: 'main', known: '2025-05' },
    { victim: 'co-op', name: 'Co-op', role: 'mention', known: '2025' },
  ],
  claims: [
    {
      kind: 'date',
      incident: 0,
      value: { what: 'attack' },
      date: { edtf: '2025-04-30~', precision: 'about' },
      certainty: 'reported',
      by: 'media',
      quote: 'around the end of April',
      start: 10,
      end: 33,
      rule: 'date/near-verb',
      confidence: 0.8,
    },
    {
      kind: 'money',
      incident: 1,
      value: { metric: 'cost', min: 1, max: 2, currency: 'GBP', qualifier: 'exact' },
      sharedWith: ['harrods'],
      certainty: 'reported',
      by: 'expert',
      quote: '£1 to £2',
      start: 40,
      end: 48,
      rule: 'money/range',
      confidence: 0.7,
    },
  ],
};

test('an analysis in the form of the codebook has each fact under its own incident, in the list of its kind', () => {
  expect(toCodebook('a1', analysis)).toMatchObject({
    id: 'a1',
    relevant: true,
    incidents: [
      {
        victim: 'harrods',
        key: 'harrods-2025-05',
        role: 'main',
        dates: [{ what: 'attack', date: '2025-04-30', precision: 'about', quote: 'around the end of April' }],
      },
      {
        victim: 'co-op',
        key: 'co-op-2025',
        role: 'mention',
        money: [{ metric: 'cost', min: 1, max: 2, currency: 'GBP', by: 'expert', sharedWith: ['harrods'] }],
      },
    ],
  });
});
