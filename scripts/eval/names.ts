import { slug } from '../../src/domain/ids.ts';

/** Other names of one organisation, as the scorer of the labelled articles takes them to be one. */
const VICTIM_ALIASES: Readonly<Record<string, string>> = {
  'm-s': 'marks-and-spencer',
  'm-and-s': 'marks-and-spencer',
  mands: 'marks-and-spencer',
  'marks-spencer': 'marks-and-spencer',
  'the-co-op': 'co-op',
  'co-op-group': 'co-op',
  'the-co-operative-group': 'co-op',
  'co-operative-group': 'co-op',
  'united-natural-foods': 'unfi',
  'north-face': 'the-north-face',
  'tiffany-and-co': 'tiffany',
  'louis-vuitton-malletier': 'louis-vuitton',
  'victorias-secret': 'victoria-s-secret',
  'jd-sports-fashion': 'jd-sports',
  'jaguar-land-rover': 'jlr',
  macys: 'macy-s',
  kohls: 'kohl-s',
  'dicks-sporting-goods': 'dick-s-sporting-goods',
  'wh-smith': 'whsmith',
  'w-h-smith': 'whsmith',
  wendys: 'wendy-s',
  mcdonalds: 'mcdonald-s',
  arbys: 'arby-s',
  sainsburys: 'sainsbury-s',
  lowes: 'lowe-s',
  'dixons-carphone-warehouse': 'dixons-carphone',
};

const ACTOR_ALIASES: Readonly<Record<string, string>> = {
  unc3944: 'scattered-spider',
  'octo-tempest': 'scattered-spider',
  '0ktapus': 'scattered-spider',
  'muddled-libra': 'scattered-spider',
  alphv: 'blackcat',
  'alphv-blackcat': 'blackcat',
  cl0p: 'clop',
  inc: 'inc-ransom',
  'revil-sodinokibi': 'revil',
  sodinokibi: 'revil',
  'shiny-hunters': 'shinyhunters',
};

/** The key under which a victim's names are one. */
export const victimKey = (name: string): string => {
  const key = slug(name);
  return VICTIM_ALIASES[key] ?? key;
};

/** The key under which an actor's names are one: "the DragonForce ransomware gang" is `dragonforce`. */
export const actorKey = (name: string): string => {
  const key = slug(name)
    .replace(/-(?:ransomware)?-?(?:group|gang|cartel)$/, '')
    .replace(/-ransomware$/, '');
  return ACTOR_ALIASES[key] ?? key;
};
