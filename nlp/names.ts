import { actors, retailers } from './gazetteer/index.ts';
import { nameWords } from './name-words.ts';

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

/** Made when it is asked for first: most starts never ask. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const byName = once(() => Map.groupBy(rows(), ({ written }) => key(written)));
const bySlug = once(
  () => new Map([...retailers, ...actors].map(({ slug, name, aliases }) => [slug, [name, ...aliases] as const])),
);

/** Retailers and attackers that go by exactly this name or alias, letter case and punctuation aside. */
export const entitiesNamed = (name: string): readonly NamedEntity[] => {
  const found = byName().get(key(name)) ?? [];
  return [...new Map(found.map(entity => [`${entity.kind}:${entity.slug}`, entity])).values()];
};

/** All names by which a retailer or attacker of this slug goes, the usual one first; none where the gazetteer has none. */
export const namesOfSlug = (slug: string): readonly string[] => bySlug().get(slug) ?? [];
