import { classOf } from '../open-names/lexicon.ts';
import { plain } from '../scope/plain.ts';
import { organisations } from './index.ts';
import type { OrganisationKind } from './types.ts';

const kinds = (...names: readonly OrganisationKind[]): ReadonlySet<string> => new Set(names);

/** Firms and bodies of other trades, which supply no shop: an attack on them is none on a shop. */
const OTHER_TRADES = [
  'bank',
  'insurer',
  'airline',
  'travel',
  'hospitality',
  'health',
  'telecom',
  'university',
  'manufacturer',
  'energy',
  'entertainment',
] as const;

/** Those outside retail that can be hit themselves. */
export const OUTSIDERS = kinds(...OTHER_TRADES, 'government');

/** Firms that may be fined or extorted like a shop: not those that fine, report or help. */
export const FIRMS = kinds(...OTHER_TRADES, 'software', 'payments', 'logistics', 'other');

/** Those that tell of incidents, or pass on who does. */
export const TELLERS = kinds('media', 'security-firm', 'law-enforcement', 'regulator');

/** Those that speak of incidents and are not hit in their stories. */
export const SPEAKERS = kinds(
  'media',
  'security-firm',
  'law-enforcement',
  'regulator',
  'government',
  'trade-body',
  'analyst',
  'insurer',
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The source of a pattern, over plain letters, of the names of all organisations of some kinds, the longer first. A
 * leading "the" may be missing, unless the name is also a common word; "the grocer" is a shop sooner than the paper.
 */
export const namesOfKinds = (...wanted: readonly OrganisationKind[]): string => {
  const names = organisations
    .filter(({ kind }) => wanted.includes(kind))
    .flatMap(({ name, aliases, ambiguous = [] }) =>
      [name, ...aliases].map(written => ({ letters: plain(written), common: ambiguous.includes(written) })),
    )
    .filter(({ letters, common }) => !common || !letters.split(' ').some(word => classOf(word, '') === 'shop'));
  const sources = names.map(({ letters, common }) => escaped(common ? letters : letters.replace(/^the /, '')));
  return [...new Set(sources)].toSorted((a, b) => b.length - a.length).join('|');
};
