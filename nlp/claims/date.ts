import type { DateClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads date claims. */
export const dateClaims: Extractor<DateClaim> = () => [];
