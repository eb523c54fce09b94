import type { PeopleClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads people claims. */
export const peopleClaims: Extractor<PeopleClaim> = () => [];
