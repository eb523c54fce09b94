import type { PublisherKind } from '#domain/vocabulary.ts';
import { drawFrom } from './draw.ts';

const FIRST = [
  'Alder', 'Bramble', 'Cinder', 'Dapple', 'Ember', 'Fallow', 'Gorse', 'Hazel', 'Iris', 'Juniper', 'Kestrel', 'Larch',
  'Meadow', 'Nettle', 'Osprey', 'Pebble', 'Quill', 'Rowan', 'Sorrel', 'Thistle', 'Umber', 'Vesper', 'Willow', 'Yarrow',
]; // biome-ignore format: a table
const SECOND = [
  'brook', 'croft', 'dale', 'field', 'gate', 'hurst', 'ley', 'mere', 'ridge', 'stead', 'thorpe', 'wick', 'worth', 'by',
]; // biome-ignore format: a table
const TRADES = ['Grocers', 'Outfitters', 'Home', 'Books', 'Pharmacy', 'Toys', 'Garden', 'Shoes', 'Electric', 'Pets'];

/** The name of the retailer with this number; no two are alike. */
export const retailerName = (number: number): string => {
  const [first, second, trade] = [number % 24, Math.floor(number / 24) % 14, Math.floor(number / 336) % 10];
  const series = Math.floor(number / 3360);
  return `${FIRST[first]}${SECOND[second]} ${TRADES[trade]}${series === 0 ? '' : ` ${series + 1}`}`;
};

export const ACTORS = Array.from(
  { length: 200 },
  (_, index) =>
    `${FIRST[index % 24]} ${['Jackal', 'Moth', 'Wasp', 'Heron', 'Viper', 'Mantis', 'Shrike', 'Newt', 'Stoat'][Math.floor(index / 24)]}`,
);

const COUNTRIES = ['GB', 'US', 'DE', 'FR', 'NL', 'SE', 'AU', 'CA', 'JP', 'ES', 'IT', 'PL', 'BR', 'ZA', 'IN'];
const SHOPS = ['grocery', 'fashion', 'home', 'books', 'pharmacy', 'toys', 'electronics', 'department-store', 'online'];

/** Home market and kind of shop of a retailer, by its slug. */
export const traitsOf = (slug: string): { readonly country: string; readonly shop: string } => {
  const draw = drawFrom([...slug].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
  return { country: draw.often(COUNTRIES), shop: draw.often(SHOPS) };
};

export interface Outlet {
  readonly name: string;
  readonly host: string;
  readonly kind: PublisherKind;
}

const KINDS: readonly PublisherKind[] = [
  'news',
  'news',
  'trade-press',
  'security-press',
  'news',
  'company',
  'regulator',
];

export const OUTLETS: readonly Outlet[] = Array.from({ length: 400 }, (_, index) => ({
  name: `The ${FIRST[index % 24]} ${['Courier', 'Ledger', 'Wire', 'Dispatch', 'Monitor'][Math.floor(index / 24) % 5]} ${Math.floor(index / 120) + 1}`,
  host: `outlet-${index + 1}.example`,
  kind: KINDS[index % KINDS.length] ?? 'news',
}));
