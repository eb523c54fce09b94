import type { AttackClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads attack claims. */
export const attackClaims: Extractor<AttackClaim> = () => [];
