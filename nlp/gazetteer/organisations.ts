import { authoritiesAndMedia } from './authorities-and-media.ts';
import { otherOrganisations } from './other-organisations.ts';
import { suppliersAndExperts } from './suppliers-and-experts.ts';
import { type OrganisationRow, rowsOf } from './types.ts';

/** Every organisation that is not a retailer: who supplies, investigates, comments, reports or is hit elsewhere. */
export const curatedOrganisations: readonly OrganisationRow[] = rowsOf([
  ...suppliersAndExperts,
  ...authoritiesAndMedia,
  ...otherOrganisations,
]);
