import type { Circumstances } from '../../../nlp/circumstances.ts';

/** A plain claim's circumstances, but for what is given. */
export const circumstances = (given: Partial<Circumstances>): Circumstances => ({
  rule: 'data/good',
  value: 'names taken',
  certainty: 'confirmed',
  by: 'victim',
  role: 'main',
  told: 1,
  joint: false,
  again: false,
  block: 'paragraph',
  sentence: 2,
  named: 'here',
  beside: [],
  ...given,
});
