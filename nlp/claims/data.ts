import type { DataClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads data claims. */
export const dataClaims: Extractor<DataClaim> = () => [];
