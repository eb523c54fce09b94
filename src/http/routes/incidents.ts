import type { IncidentFilter, Page } from '#db';
import type { IncidentSummary } from '#domain/incident.ts';
import type { Point } from '#domain/ledger.ts';
import type { Timeline } from '#domain/timeline.ts';
import { AppError } from '#errors';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { json, list, packedAnswer, resolve, stored } from '../answer.ts';
import { type IncidentField, type Include, onlyFields, timelinesOf } from '../fields.ts';
import { FILTER_PARAMETERS, incidentFilter } from '../filters.ts';
import { lasting, tellsOf } from '../matches.ts';
import { askedFormat } from '../negotiate.ts';
import { invalid, PAGE_PARAMETERS, POINT_PARAMETERS, pageRequest, pointIn, readParameters } from '../params.ts';
import { exportIncident, exportList } from './exports.ts';
import { incidentId } from './incident-id.ts';

interface Shown {
  readonly fields?: readonly IncidentField[];
  readonly include?: readonly Include[];
}

/** Incidents as they are asked for: some members of each, some things with each. */
const shown = async (
  incidents: readonly IncidentSummary[],
  { fields, include = [] }: Shown,
  { store, history }: Services,
  told?: ReadonlyMap<string, Timeline>,
): Promise<readonly object[]> => {
  const timelines = include.includes('timeline')
    ? (told ??
      (await timelinesOf(
        store,
        incidents.map(({ id }) => id),
      )))
    : new Map<string, Timeline>();
  return Promise.all(
    incidents.map(async incident => {
      const timeline = timelines.get(incident.id);
      const related = include.includes('related') ? await history.related(incident.id) : undefined;
      return {
        ...onlyFields(incident, fields),
        ...(timeline === undefined ? {} : { timeline }),
        ...(related !== undefined && 'found' in related ? { related: related.found } : {}),
      };
    }),
  );
};

/** Incidents by their ids: those that are found, where a former id leads, and which are nowhere. */
const batch = async (ids: readonly string[], asked: Shown, services: Services): Promise<Answer> => {
  const found = await services.store.incidentsByIds(ids);
  const items = found.flatMap(one => (one !== undefined && 'found' in one ? [one.found] : []));
  const moved = found.flatMap((one, index) =>
    one !== undefined && 'redirect' in one ? [{ id: ids[index] ?? '', movedTo: one.redirect }] : [],
  );
  const missing = ids.filter((_, index) => found[index] === undefined || 'gone' in (found[index] ?? {}));
  return json({ items: await shown(items, asked, services), moved, missing }, services);
};

/** A page of incidents as they stood: those of the page that had been told of, and that then met the filter. */
const past = async (
  page: Page<IncidentSummary>,
  filter: IncidentFilter,
  point: Point,
  { history }: Services,
): Promise<ReadonlyMap<string, Timeline>> => {
  const told = new Map<string, Timeline>();
  for (const { id } of page.items) {
    const then = await history.timelineAt(id, point).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return undefined;
      throw error;
    });
    if (then !== undefined && 'found' in then && tellsOf(then.found, filter))
      told.set(then.found.incident.id, then.found);
  }
  return told;
};

/** Incidents whose past is derived for one page, at most: each takes milliseconds. */
const MOST_PAST = 20;

/** `GET /v1/incidents`: summaries, the one with the newest report first unless another order is asked for. */
export const listIncidents: Handler = async (call, services) => {
  const format = askedFormat(call);
  if (format !== undefined) return exportList(format, call, services);
  const parameters = readParameters(call.query, [
    ...PAGE_PARAMETERS,
    ...FILTER_PARAMETERS,
    ...POINT_PARAMETERS,
    'sort',
    'fields',
    'include',
    'ids',
    'bom',
  ]);
  if (parameters.ids !== undefined) {
    const other = [...call.query.keys()].find(name => !['ids', 'fields', 'include'].includes(name));
    if (other !== undefined)
      throw invalid(other, `"${other}" cannot be given together with "ids".`, ['fields', 'include']);
    return batch(parameters.ids, parameters, services);
  }
  const filter = incidentFilter(parameters);
  const point = pointIn(parameters);
  const { limit, ...rest } = pageRequest(parameters);
  const request = { ...rest, limit: point === undefined ? limit : Math.min(limit, MOST_PAST) };
  const page = await services.store.listIncidents(
    point === undefined ? filter : lasting(filter),
    request,
    parameters.sort,
  );
  if (point === undefined)
    return list({ ...page, items: await shown(page.items, parameters, services) }, call, services);
  const told = await past(page, filter, point, services);
  const items = await shown(
    [...told.values()].map(({ incident }) => incident),
    parameters,
    services,
    told,
  );
  return list({ ...page, items }, call, services);
};

const ONE = [...POINT_PARAMETERS, 'fields', 'include', 'bom'] as const;

/** `GET /v1/incidents/{id}`: one summary, as stored, or as it stood. */
export const getIncident: Handler = async (call, services) => {
  const format = askedFormat(call);
  if (format !== undefined) return exportIncident(format, call, services);
  const parameters = readParameters(call.query, ONE);
  const point = pointIn(parameters);
  const isWhole = parameters.fields === undefined && parameters.include === undefined;
  const id = incidentId(call);
  if (point === undefined && isWhole)
    return resolve(id, await services.store.getIncident(id), call, document => stored(document, services));
  const timeline = await (point === undefined ? present(id, services) : services.history.timelineAt(id, point));
  if (timeline === undefined || !('found' in timeline)) return resolve(id, timeline, call, () => json({}, services));
  const { incident } = timeline.found;
  const [item = {}] = await shown([incident], parameters, services, new Map([[incident.id, timeline.found]]));
  return json(item, services);
};

const present = async (id: string, { store }: Services) => {
  const found = await store.getTimeline(id);
  return found !== undefined && 'found' in found ? { found: JSON.parse(found.found.json) as Timeline } : found;
};

/** The bytes that were made when the timeline was derived, where the request takes them packed. */
const presentTimeline = async (id: string, call: Call, services: Services): Promise<Answer> => {
  const { packing, known = '' } = call;
  if (packing !== undefined && !services.demo) {
    const found = await services.store.getPackedTimeline(id, packing, known);
    const isThere = found !== undefined && 'found' in found;
    if (!isThere || found.found.known || found.found.bytes !== undefined)
      return resolve(id, found, call, document => packedAnswer(document, packing));
  }
  return resolve(id, await services.store.getTimeline(id), call, document => stored(document, services));
};

/** `GET /v1/incidents/{id}/timeline`: the merged timeline, as stored, or as it stood. */
export const getTimeline: Handler = async (call, services) => {
  const format = askedFormat(call);
  if (format !== undefined) return exportIncident(format, call, services);
  const point = pointIn(readParameters(call.query, [...POINT_PARAMETERS, 'bom']));
  const id = incidentId(call);
  if (point === undefined) return presentTimeline(id, call, services);
  return resolve(id, await services.history.timelineAt(id, point), call, timeline => json(timeline, services));
};
