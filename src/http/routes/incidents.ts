import type { Handler } from '../answer.ts';
import { json, list, resolve, stored } from '../answer.ts';
import { askedFormat } from '../negotiate.ts';
import {
  FILTER_PARAMETERS,
  incidentFilter,
  PAGE_PARAMETERS,
  POINT_PARAMETERS,
  pageRequest,
  pointIn,
  readParameters,
} from '../params.ts';
import { exportIncident, exportList } from './exports.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents`: summaries, the one with the newest report first. */
export const listIncidents: Handler = async (call, services) => {
  const format = askedFormat(call);
  if (format !== undefined) return exportList(format, call, services);
  const parameters = readParameters(call.query, [...PAGE_PARAMETERS, ...FILTER_PARAMETERS, 'bom']);
  const page = await services.store.listIncidents(incidentFilter(parameters), pageRequest(parameters));
  return list(page, call, services);
};

/** `GET /v1/incidents/{id}`: one summary, as stored, or as it stood. */
export const getIncident: Handler = async (call, services) => {
  const format = askedFormat(call);
  if (format !== undefined) return exportIncident(format, call, services);
  const point = pointIn(readParameters(call.query, [...POINT_PARAMETERS, 'bom']));
  const id = incidentId(call);
  if (point === undefined)
    return resolve(id, await services.store.getIncident(id), call, document => stored(document, services));
  const timeline = await services.history.timelineAt(id, point);
  return resolve(id, timeline, call, ({ incident }) => json(incident, services));
};

/** `GET /v1/incidents/{id}/timeline`: the merged timeline, as stored, or as it stood. */
export const getTimeline: Handler = async (call, services) => {
  const format = askedFormat(call);
  if (format !== undefined) return exportIncident(format, call, services);
  const point = pointIn(readParameters(call.query, [...POINT_PARAMETERS, 'bom']));
  const id = incidentId(call);
  if (point === undefined)
    return resolve(id, await services.store.getTimeline(id), call, document => stored(document, services));
  return resolve(id, await services.history.timelineAt(id, point), call, timeline => json(timeline, services));
};
