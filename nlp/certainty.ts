import type { Certainty, Speaker } from '#domain/vocabulary.ts';
import type { Attribution, Scope } from './types.ts';

const BY_SPEAKER: Readonly<Record<Speaker, Certainty>> = {
  victim: 'confirmed',
  authority: 'confirmed',
  attacker: 'claimed',
  supplier: 'reported',
  expert: 'reported',
  media: 'reported',
};

/** The codebook's certainty: a hedge makes anything `possible`, else the speaker decides. */
export const certaintyOf = (scope: Scope, attribution: Attribution): Certainty =>
  scope.hedged ? 'possible' : BY_SPEAKER[attribution.by];
