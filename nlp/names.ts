import { nameWords } from './entities.ts';
import { actors, retailers } from './gazetteer/index.ts';

/** Somebody who goes by a name. */
export interface NamedEntity {
  readonly kind: 'retailer' | 'actor';
  readonly slug: string;
  /** The usual name. */
  readonly name: string;
  /** The name as it was found, e.g. `M&S`. */
  readonly written: string;
}

const key = (name: string): string => nameWords(name).join(' ');

const rows = (): readonly NamedEntity[] => [
  ...retailers.flatMap(({ slug, name, aliases }) =>
    [name, ...aliases].map(written => ({ kind: 'retailer' as const, slug, name, written })),
  ),
  ...actors.flatMap(({ slug, name, aliases }) =>
    [name, ...aliases].map(written => ({ kind: 'actor' as const, slug, name, written })),
  ),
];

const BY_NAME: ReadonlyMap<string, readonly NamedEntity[]> = Map.groupBy(rows(), ({ written }) => key(written));
const BY_SLUG: ReadonlyMap<string, readonly string[]> = new Map(
  [...retailers, ...actors].map(({ slug, name, aliases }) => [slug, [name, ...aliases]]),
);

/** Retailers and attackers that go by exactly this name or alias, letter case and punctuation aside. */
export const entitiesNamed = (name: string): readonly NamedEntity[] => {
  const found = BY_NAME.get(key(name)) ?? [];
  return [...new Map(found.map(entity => [`${entity.kind}:${entity.slug}`, entity])).values()];
};

/** All names by which a retailer or attacker of this slug goes, the usual one first; none where the gazetteer has none. */
export const namesOfSlug = (slug: string): readonly string[] => BY_SLUG.get(slug) ?? [];
