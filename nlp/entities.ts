import { actors, organisations, retailers } from './gazetteer/index.ts';
import type { ActorRow, OrganisationRow, RetailerRow } from './gazetteer/types.ts';
import { nameWords } from './name-words.ts';
import { createTrie, type Trie } from './trie.ts';

/** A known name and what it names. */
export type Entity = (
  | { readonly kind: 'retailer'; readonly row: RetailerRow }
  | { readonly kind: 'organisation'; readonly row: OrganisationRow }
  | { readonly kind: 'actor'; readonly row: ActorRow }
) & {
  readonly id: string;
  readonly name: string;
  /** The name is also an everyday word or somebody else's: believed only with context. */
  readonly ambiguous: boolean;
  /** How the name is written. */
  readonly written: string;
};

const addAll = (trie: Trie<Entity>, entities: readonly Entity[]): void => {
  for (const entity of entities) trie.add(nameWords(entity.written), entity);
};

const namesOf = (row: RetailerRow | OrganisationRow | ActorRow) =>
  [row.name, ...row.aliases].map(written => ({
    id: row.slug,
    name: row.name,
    written,
    ambiguous: row.ambiguous?.includes(written) ?? false,
  }));

const build = (): Trie<Entity> => {
  const trie = createTrie<Entity>();
  for (const row of retailers)
    addAll(
      trie,
      namesOf(row).map(name => ({ kind: 'retailer', row, ...name })),
    );
  for (const row of organisations)
    addAll(
      trie,
      namesOf(row).map(name => ({ kind: 'organisation', row, ...name })),
    );
  for (const row of actors)
    addAll(
      trie,
      namesOf(row).map(name => ({ kind: 'actor', row, ...name })),
    );
  return trie;
};

/** All names of the gazetteer. */
export const ENTITIES: Trie<Entity> = build();

const BY_ID = new Map(retailers.map(row => [row.slug, row]));

/** The gazetteer's row of a retailer, if it has one. */
export const retailerRow = (id: string): RetailerRow | undefined => BY_ID.get(id);
const ORGANISATION_BY_ID = new Map(organisations.map(row => [row.slug, row]));
/** The gazetteer's row of an organisation, if it has one. */
export const organisationRow = (id: string): OrganisationRow | undefined => ORGANISATION_BY_ID.get(id);
const ACTOR_BY_ID = new Map(actors.map(row => [row.slug, row]));
/** The gazetteer's row of an actor, if it has one. */
export const actorRow = (id: string): ActorRow | undefined => ACTOR_BY_ID.get(id);
