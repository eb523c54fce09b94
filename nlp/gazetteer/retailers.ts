import { fashionAndLuxury } from './fashion-and-luxury.ts';
import { restaurantsAndMarketplaces } from './restaurants-and-marketplaces.ts';
import { asiaPacificRetailers } from './retailers-asia-pacific.ts';
import { europeanRetailers } from './retailers-europe.ts';
import { northAmericanRetailers } from './retailers-north-america.ts';
import { ukRetailers } from './retailers-uk.ts';
import { type RetailerRow, rowsOf } from './types.ts';

/** Every curated retailer: those that the press names, with the names it uses. */
export const curatedRetailers: readonly RetailerRow[] = rowsOf([
  ...ukRetailers,
  ...northAmericanRetailers,
  ...europeanRetailers,
  ...asiaPacificRetailers,
  ...fashionAndLuxury,
  ...restaurantsAndMarketplaces,
]);
