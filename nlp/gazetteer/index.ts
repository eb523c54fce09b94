import { curatedActors } from './actors.ts';
import { curatedOrganisations } from './organisations.ts';
import { curatedRetailers } from './retailers.ts';
import type { ActorRow, OrganisationRow, RetailerRow } from './types.ts';

/** Every retailer known by name. */
export const retailers: readonly RetailerRow[] = curatedRetailers;
/** Organisations that are not retailers: who supplies, investigates, reports or is hit elsewhere. */
export const organisations: readonly OrganisationRow[] = curatedOrganisations;
/** Those who attack. */
export const actors: readonly ActorRow[] = curatedActors;
