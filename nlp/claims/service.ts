import type { ServiceClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads service claims. */
export const serviceClaims: Extractor<ServiceClaim> = () => [];
