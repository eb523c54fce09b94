import actorCells from './actors-bulk.data.json' with { type: 'json' };
import retailerCells from './retailers-bulk.data.json' with { type: 'json' };
import { type ActorKind, type ActorRow, type RetailerKind, type RetailerRow, rowsOf } from './types.ts';

/** [name, aliases, country, kind, Wikidata id, ambiguous names], as scripts/refresh-retailers.js writes it. */
type RetailerCells = readonly [string, readonly string[], string, RetailerKind, string, (readonly string[])?];
/** [name, aliases, kind, ambiguous names], as scripts/refresh-actors.js writes it. */
type ActorCells = readonly [string, readonly string[], ActorKind, (readonly string[])?];
type Named = Pick<ActorRow, 'slug' | 'name' | 'aliases' | 'ambiguous'>;

/** What makes two written names the same name: case, accents and the form of the apostrophe are nothing. */
export const nameKey = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").toLowerCase();

/** Rows of which neither slug nor name is taken, without the aliases that are; each takes what it has from the next. */
const untaken = <Row extends Named>(rows: readonly Row[], known: readonly Named[]): readonly Row[] => {
  const slugs = new Set(known.map(row => row.slug));
  const names = new Set(known.flatMap(row => [row.name, ...row.aliases]).map(nameKey));
  return rows.flatMap(row => {
    if (slugs.has(row.slug) || names.has(nameKey(row.name))) return [];
    slugs.add(row.slug);
    names.add(nameKey(row.name));
    const aliases = row.aliases.filter(alias => !names.has(nameKey(alias)) && names.add(nameKey(alias)));
    const ambiguous = row.ambiguous?.filter(name => name === row.name || aliases.includes(name));
    return [{ ...row, aliases, ...(ambiguous ? { ambiguous } : {}) }];
  });
};

const marked = (ambiguous: readonly string[] | undefined) => (ambiguous === undefined ? {} : { ambiguous });

/** Shops of the world from the name suggestion index, but for names that `known` rows have. */
export const bulkRetailers = (known: readonly Named[]): readonly RetailerRow[] =>
  untaken(
    rowsOf(
      (retailerCells as unknown as readonly RetailerCells[]).map(
        ([name, aliases, country, kind, wikidata, ambiguous]) => ({
          name,
          aliases,
          country,
          kind,
          wikidata,
          ...marked(ambiguous),
        }),
      ),
    ),
    known,
  );

/** Threat actors and ransomware of the MISP galaxy, but for names that `known` rows have. */
export const bulkActors = (known: readonly Named[]): readonly ActorRow[] =>
  untaken(
    rowsOf(
      (actorCells as unknown as readonly ActorCells[]).map(([name, aliases, kind, ambiguous]) => ({
        name,
        aliases,
        kind,
        ...marked(ambiguous),
      })),
    ),
    known,
  );
