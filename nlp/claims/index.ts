import type { Claim } from '#domain/claim.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import type { Extractor } from '../types.ts';
import { actorClaims } from './actor.ts';
import { attackClaims } from './attack.ts';
import { dataClaims } from './data.ts';
import { dateClaims } from './date.ts';
import { leakClaims } from './leak.ts';
import { legalClaims } from './legal.ts';
import { moneyClaims } from './money.ts';
import { peopleClaims } from './people.ts';
import { responseClaims } from './response.ts';
import { serviceClaims } from './service.ts';

/** One extractor for each kind of claim; a kind without one does not compile. */
export const EXTRACTORS: { readonly [K in ClaimKind]: Extractor<Extract<Claim, { readonly kind: K }>> } = {
  attack: attackClaims,
  actor: actorClaims,
  data: dataClaims,
  people: peopleClaims,
  service: serviceClaims,
  money: moneyClaims,
  response: responseClaims,
  leak: leakClaims,
  legal: legalClaims,
  date: dateClaims,
};
