import { AppError } from '#errors';
import { type EntityKind, renderEntity, renderEntityList } from '#web';
import type { Handler } from '../answer.ts';
import { MAX_LIMIT } from '../params.ts';
import { page, readLeniently, siteOf } from './page.ts';

const SLUG = /^[a-z0-9-]{1,100}$/;
const WORDS = { retailer: 'retailer', actor: 'attacker' } as const;

const list =
  (kind: EntityKind): Handler =>
  async (call, services) => {
    const { cursor } = readLeniently(call.query, ['cursor']);
    const { store } = services;
    const request = { limit: MAX_LIMIT, ...(cursor === undefined ? {} : { cursor }) };
    const found = await (kind === 'retailer' ? store.listRetailers(request) : store.listActors(request));
    return page(renderEntityList(kind, { page: found, first: cursor === undefined }, siteOf(call, services)));
  };

const one =
  (kind: EntityKind): Handler =>
  async (call, services) => {
    const { store, reading } = services;
    const { id = '' } = call.params;
    const entity = SLUG.test(id) ? await (kind === 'retailer' ? store.getRetailer(id) : store.getActor(id)) : undefined;
    if (entity === undefined)
      throw new AppError('not-found', `There is no ${WORDS[kind]} of whom incidents are told at this address.`);
    const shown = await store.incidentsByIds(entity.incidentIds.slice(0, MAX_LIMIT));
    const incidents = shown
      .flatMap(found => (found !== undefined && 'found' in found ? [found.found] : []))
      .toSorted((a, b) => ((a.lastReportedAt ?? '') < (b.lastReportedAt ?? '') ? 1 : -1));
    const otherNames = (reading?.namesOf(id) ?? []).filter(name => name !== entity.name);
    return page(renderEntity({ kind, entity, otherNames, incidents }, siteOf(call, services)));
  };

/** `GET /retailers`, `GET /actors`, and one of each. */
export const retailersPage: Handler = list('retailer');
export const actorsPage: Handler = list('actor');
export const retailerPage: Handler = one('retailer');
export const actorPage: Handler = one('actor');
