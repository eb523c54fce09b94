import type { StatsDimension } from '#db';
import { renderIncidentList } from '#web';
import type { Handler, Services } from '../answer.ts';
import { FILTER_PARAMETERS, incidentFilter } from '../filters.ts';
import { pageRequest } from '../params.ts';
import { page, readLeniently, siteOf } from './page.ts';

/** By what the list can be narrowed, with counts. */
const FACETS = [
  'month',
  'retailer',
  'actor',
  'dataType',
  'dataNotTaken',
  'status',
  'country',
] as const satisfies readonly StatsDimension[];
/** Names are looked up for the slugs of facets among those with most incidents. */
const NAMES = { limit: 100 };
const LINES = 6;
const OPEN_STATES = ['ongoing', 'recovering'] as const;
const DAY_MS = 86_400_000;

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

const today = async ({ store }: Services) => {
  const now = Date.now();
  const [changed, ...open] = await Promise.all([
    store.listIncidents({ updatedFrom: dayOf(now) }, { limit: LINES }),
    ...OPEN_STATES.map(status => store.listIncidents({ status }, { limit: LINES })),
  ]);
  const latest = open
    .flatMap(({ items }) => items)
    .toSorted((a, b) => ((a.lastReportedAt ?? '') < (b.lastReportedAt ?? '') ? 1 : -1));
  return {
    day: dayOf(now),
    before: dayOf(now - DAY_MS),
    changed: changed.items,
    more: changed.next !== undefined,
    open: latest.slice(0, LINES),
  };
};

/** `GET /`: the list of incidents, all or those that fit; at the top what is new. */
export const homePage: Handler = async (call, services) => {
  const { store } = services;
  const parameters = readLeniently(call.query, ['cursor', ...FILTER_PARAMETERS]);
  const filter = incidentFilter(parameters);
  const first = parameters.cursor === undefined;
  const isFront = first && Object.keys(filter).length === 0;
  const [list, stats, retailers, actors, news] = await Promise.all([
    store.listIncidents(filter, pageRequest(parameters)),
    store.stats(filter, FACETS),
    store.listRetailers(NAMES),
    store.listActors(NAMES),
    isFront ? today(services) : undefined,
  ]);
  const names = new Map([...retailers.items, ...actors.items].map(({ slug, name }) => [slug, name]));
  const view = { page: list, filter, first, facets: { stats, names }, ...(news === undefined ? {} : { today: news }) };
  return page(renderIncidentList(view, siteOf(call, services)));
};
