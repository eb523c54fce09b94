import type { Timeline } from '#domain/timeline.ts';
import { AppError } from '#errors';
import { findAsset, renderIncident, renderIncidentList } from '#web';
import type { Handler } from '../answer.ts';
import { REVALIDATE, resolve, text } from '../answer.ts';
import { FILTER_PARAMETERS, incidentFilter } from '../filters.ts';
import { POINT_PARAMETERS, pageRequest, pointIn, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

const HTML = 'text/html; charset=utf-8';
const PARAMETERS = ['cursor', ...FILTER_PARAMETERS] as const;
/** Retailers and actors offered as filters. */
const FACETS = { limit: 12 };

/**
 * `GET /`: the list of incidents. Unlike the API it overlooks parameters that it does not know (links get shared with
 * trackers on them) and empty ones (a form sends them).
 */
export const incidentListPage: Handler = async (call, { store, demo, version }) => {
  const given = new URLSearchParams([...call.query].filter(([name, value]) => value !== '' && isParameter(name)));
  const parameters = readParameters(given, PARAMETERS);
  const filter = incidentFilter(parameters);
  const [page, retailers, actors] = await Promise.all([
    store.listIncidents(filter, pageRequest(parameters)),
    store.listRetailers(FACETS),
    store.listActors(FACETS),
  ]);
  const first = parameters.cursor === undefined;
  return text(HTML, renderIncidentList({ page, filter, first, retailers, actors }, { demo, version }));
};

const isParameter = (name: string): boolean => PARAMETERS.some(parameter => parameter === name);

/** `GET /incidents/{id}`: the timeline, for people; with `asOf` or `knownAt` as it stood. */
export const incidentPage: Handler = async (call, { store, history, demo, version }) => {
  const given = new URLSearchParams([...call.query].filter(([name, value]) => value !== '' && isMoment(name)));
  const point = pointIn(readParameters(given, POINT_PARAMETERS));
  const id = incidentId(call);
  if (point === undefined)
    return resolve(id, await store.getTimeline(id), call, ({ json }) =>
      text(HTML, renderIncident(JSON.parse(json) as Timeline, { demo, version })),
    );
  return resolve(id, await history.timelineAt(id, point), call, timeline =>
    text(HTML, renderIncident(timeline, { demo, version }, point)),
  );
};

const isMoment = (name: string): boolean => POINT_PARAMETERS.some(parameter => parameter === name);

/** `GET /assets/{name}`: stylesheet and icon. The name carries a hash of the content, so that caches keep it for good. */
export const asset: Handler = ({ params }) => {
  const found = findAsset(params.name ?? '');
  if (found === undefined) throw new AppError('not-found', 'There is no such file.');
  return text(found.type, found.body, found.current ? 'public, max-age=31536000, immutable' : REVALIDATE);
};
