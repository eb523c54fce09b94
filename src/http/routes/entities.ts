import type { EntityCount, Store } from '#db';
import { AppError } from '#errors';
import type { Call, Handler, Services } from '../answer.ts';
import { json, list } from '../answer.ts';
import { invalid, MAX_LIMIT, PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';

interface Kind {
  readonly what: string;
  readonly path: string;
  readonly list: Store['listRetailers'];
  readonly one: Store['getRetailer'];
}

const retailers = ({ store }: Services): Kind => ({
  what: 'retailer',
  path: '/v1/retailers',
  list: store.listRetailers,
  one: store.getRetailer,
});
const actors = ({ store }: Services): Kind => ({
  what: 'attacker',
  path: '/v1/actors',
  list: store.listActors,
  one: store.getActor,
});

const listing =
  (kindOf: (services: Services) => Kind): Handler =>
  async (call, services) => {
    const kind = kindOf(services);
    const { ids, ...parameters } = readParameters(call.query, [...PAGE_PARAMETERS, 'ids']);
    if (ids === undefined) return list(await kind.list(pageRequest(parameters)), call, services);
    const other = [...call.query.keys()].find(name => name !== 'ids');
    if (other !== undefined) throw invalid(other, `"${other}" cannot be given together with "ids".`, ['ids alone']);
    const found = await Promise.all(ids.map(id => kind.one(id)));
    const items = found.filter(one => one !== undefined);
    return json({ items, missing: ids.filter((_, index) => found[index] === undefined) }, services);
  };

/** Names by which somebody goes beside the one that reports use most. */
const otherNames = ({ slug, name }: EntityCount, services: Services): readonly string[] =>
  (services.reading?.namesOf(slug) ?? []).filter(one => one !== name);

const SLUG = /^[a-z0-9-]{1,100}$/;

const one =
  (kindOf: (services: Services) => Kind): Handler =>
  async (call: Call, services) => {
    readParameters(call.query, []);
    const kind = kindOf(services);
    const { id = '' } = call.params;
    const entity = SLUG.test(id) ? await kind.one(id) : undefined;
    if (entity === undefined)
      throw new AppError('not-found', `There is no ${kind.what} of whom incidents are told at this path.`, {
        hint: `They are listed at ${kind.path}; /v1/resolve finds a slug by a name.`,
      });
    const shown = await services.store.incidentsByIds(entity.incidentIds.slice(0, MAX_LIMIT));
    const incidents = shown.flatMap(found => (found !== undefined && 'found' in found ? [found.found] : []));
    return json({ ...entity, otherNames: otherNames(entity, services), items: incidents }, services);
  };

/** `GET /v1/retailers`: the retailers of which there are incidents. */
export const listRetailers: Handler = listing(retailers);
/** `GET /v1/actors`: the attackers that reports name. */
export const listActors: Handler = listing(actors);
/** `GET /v1/retailers/{slug}`: one retailer with its incidents. */
export const getRetailer: Handler = one(retailers);
/** `GET /v1/actors/{slug}`: one attacker with the incidents in which reports name it. */
export const getActor: Handler = one(actors);
