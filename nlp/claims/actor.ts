import type { ActorClaim } from '#domain/claim.ts';
import type { Extractor } from '../types.ts';

/** Reads actor claims. */
export const actorClaims: Extractor<ActorClaim> = () => [];
