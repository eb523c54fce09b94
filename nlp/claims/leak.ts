import type { LeakClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads leak claims. */
export const leakClaims: Extractor<LeakClaim> = () => [];
