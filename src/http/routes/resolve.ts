import { slug } from '#domain/ids.ts';
import type { Handler, Services } from '../answer.ts';
import { json } from '../answer.ts';
import { invalid, readParameters } from '../params.ts';

interface Match {
  readonly kind: 'retailer' | 'actor';
  readonly slug: string;
  readonly name: string;
  /** `name`: exactly so. `alias`: another name of theirs. `similar`: a name that is like it. */
  readonly match: 'name' | 'alias' | 'similar';
  readonly likeness: number;
  readonly incidents: number;
}

const MOST = 10;

const known = (name: string, services: Services): readonly Omit<Match, 'incidents'>[] =>
  (services.reading?.entitiesNamed(name) ?? []).map(entity => ({
    kind: entity.kind,
    slug: entity.slug,
    name: entity.name,
    match: slug(entity.written) === slug(entity.name) ? 'name' : 'alias',
    likeness: 1,
  }));

const alike = async (name: string, { store }: Services): Promise<readonly Omit<Match, 'incidents'>[]> =>
  (await store.namesLike(name, MOST)).map(hit => ({
    kind: hit.entity,
    slug: hit.slug,
    name: hit.name,
    match: slug(hit.name) === slug(name) ? 'name' : 'similar',
    likeness: Math.round(hit.likeness * 1000) / 1000,
  }));

/** Everybody whom a name can mean: by name, by alias, or by a name that is like it; those with incidents first. */
export const matchesOf = async (name: string, services: Services): Promise<readonly Match[]> => {
  const found = new Map<string, Omit<Match, 'incidents'>>();
  for (const match of [...known(name, services), ...(await alike(name, services))])
    if (!found.has(`${match.kind}:${match.slug}`)) found.set(`${match.kind}:${match.slug}`, match);
  const matches = await Promise.all(
    [...found.values()].slice(0, MOST).map(async match => {
      const { store } = services;
      const entity = await (match.kind === 'retailer' ? store.getRetailer(match.slug) : store.getActor(match.slug));
      return { ...match, incidents: entity?.incidents ?? 0 };
    }),
  );
  return matches.toSorted((a, b) => b.likeness - a.likeness || b.incidents - a.incidents || (a.slug < b.slug ? -1 : 1));
};

/** `GET /v1/resolve`: whom a name or an alias means. */
export const resolveName: Handler = async (call, services) => {
  const { name } = readParameters(call.query, ['name']);
  if (name === undefined) throw invalid('name', 'The parameter "name" is missing.', ['a name, e.g. M&S']);
  return json({ items: await matchesOf(name, services) }, services);
};
