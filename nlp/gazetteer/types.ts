import { slug } from '#domain/ids.ts';

/** What a retailer sells, or how. `group`: a holding company that the press names in place of its shops. */
export const RETAILER_KINDS = [
  'supermarket',
  'department-store',
  'variety',
  'convenience',
  'fuel',
  'fashion',
  'shoes',
  'luxury',
  'jewellery',
  'sports',
  'beauty',
  'pharmacy',
  'eyewear',
  'electronics',
  'telephones',
  'games',
  'diy',
  'furniture',
  'garden',
  'toys',
  'books',
  'gifts',
  'pets',
  'alcohol',
  'automotive',
  'restaurant',
  'cafe',
  'food',
  'food-delivery',
  'e-commerce',
  'marketplace',
  'wholesale',
  'group',
  'other',
] as const;
export type RetailerKind = (typeof RETAILER_KINDS)[number];

/** `supplier`: a firm through which retailers were hit, or could be. The others are not retailers, but speak or are hit. */
export const ORGANISATION_KINDS = [
  'supplier',
  'software',
  'security-firm',
  'media',
  'regulator',
  'law-enforcement',
  'government',
  'trade-body',
  'bank',
  'payments',
  'insurer',
  'analyst',
  'airline',
  'travel',
  'hospitality',
  'health',
  'telecom',
  'university',
  'manufacturer',
  'logistics',
  'energy',
  'entertainment',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/**
 * `group`: named by researchers or by itself · `ransomware`: a strain or service with its operators · `collective`: a
 * loose scene · `broker`: sells access or data · `marketplace`: a forum or market of stolen data · `malware`: a tool.
 */
export const ACTOR_KINDS = ['ransomware', 'group', 'collective', 'broker', 'marketplace', 'malware'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

interface NamedRow {
  /** Unique: `marks-and-spencer`. */
  readonly slug: string;
  /** The usual name: `Marks & Spencer`. */
  readonly name: string;
  /** Other names, capitals and accents as the press writes them. */
  readonly aliases: readonly string[];
  /**
   * Which of name and aliases are also a common word, a person or another firm (Next, Target, Boots, Gap): to be
   * believed only where the context speaks of such an organisation.
   */
  readonly ambiguous?: readonly string[];
}

export interface RetailerRow extends NamedRow {
  /** ISO 3166-1 alpha-2 of the home market, or `XX` where there is none. */
  readonly country: string;
  readonly kind: RetailerKind;
  /** Slug of the retailer or group that owns it. */
  readonly parent?: string;
  /** `EXCHANGE:SYMBOL`, e.g. `LSE:MKS`. */
  readonly tickers?: readonly string[];
  readonly domains?: readonly string[];
  /** `Q42`: only in rows that come from the name suggestion index. */
  readonly wikidata?: string;
}

export interface OrganisationRow extends NamedRow {
  /** ISO 3166-1 alpha-2, or `XX` where international. */
  readonly country: string;
  readonly kind: OrganisationKind;
}

export interface ActorRow extends NamedRow {
  readonly kind: ActorKind;
}

type Entry<Row extends NamedRow> = Omit<Row, 'slug' | 'aliases'> & Partial<Pick<Row, 'slug' | 'aliases'>>;
/** A row as it is written down: `slug` only where it is not the slug of the name. */
export type RetailerEntry = Entry<RetailerRow>;
export type OrganisationEntry = Entry<OrganisationRow>;
export type ActorEntry = Entry<ActorRow>;

/** Rows from entries: the slug is the name's unless one is given. Order is kept. */
export const rowsOf = <E extends Entry<NamedRow>>(entries: readonly E[]) =>
  entries.map(entry => ({ ...entry, slug: entry.slug ?? slug(entry.name), aliases: entry.aliases ?? [] }));
