import type { ResponseClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads response claims. */
export const responseClaims: Extractor<ResponseClaim> = () => [];
