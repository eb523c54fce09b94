import type { MoneyClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads money claims. */
export const moneyClaims: Extractor<MoneyClaim> = () => [];
