import { curatedActors } from './actors.ts';
import { bulkActors, bulkRetailers } from './bulk.ts';
import { curatedOrganisations } from './organisations.ts';
import { curatedRetailers } from './retailers.ts';
import type { ActorRow, OrganisationRow, RetailerRow } from './types.ts';

const curated = [...curatedRetailers, ...curatedOrganisations, ...curatedActors];

/** Those who attack: the curated rows first, then the MISP galaxy's. */
export const actors: readonly ActorRow[] = Object.freeze([...curatedActors, ...bulkActors(curated)]);
/** Organisations that are not retailers: who supplies, investigates, reports or is hit elsewhere. */
export const organisations: readonly OrganisationRow[] = Object.freeze(curatedOrganisations);
/** Every retailer known by name: the curated rows first, then the name suggestion index's. */
export const retailers: readonly RetailerRow[] = Object.freeze([
  ...curatedRetailers,
  ...bulkRetailers([...curatedOrganisations, ...curatedRetailers, ...actors]),
]);

const bySlug = <Row extends { readonly slug: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map(row => [row.slug, row]));

/** Look-ups by slug. A slug stands in one of the three only. */
export const retailerBySlug: ReadonlyMap<string, RetailerRow> = bySlug(retailers);
export const organisationBySlug: ReadonlyMap<string, OrganisationRow> = bySlug(organisations);
export const actorBySlug: ReadonlyMap<string, ActorRow> = bySlug(actors);
