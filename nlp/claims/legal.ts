import type { LegalClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads legal claims. */
export const legalClaims: Extractor<LegalClaim> = () => [];
