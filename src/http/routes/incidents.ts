import type { Handler } from '../answer.ts';
import { list, resolve, stored } from '../answer.ts';
import { FILTER_PARAMETERS, incidentFilter, PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents`: summaries, the one with the newest report first. */
export const listIncidents: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...PAGE_PARAMETERS, ...FILTER_PARAMETERS]);
  const page = await services.store.listIncidents(incidentFilter(parameters), pageRequest(parameters));
  return list(page, call, services);
};

/** `GET /v1/incidents/{id}`: one summary, as stored. */
export const getIncident: Handler = async (call, services) => {
  readParameters(call.query, []);
  const id = incidentId(call);
  return resolve(id, await services.store.getIncident(id), call, document => stored(document, services));
};

/** `GET /v1/incidents/{id}/timeline`: the merged timeline, as stored. */
export const getTimeline: Handler = async (call, services) => {
  readParameters(call.query, []);
  const id = incidentId(call);
  return resolve(id, await services.store.getTimeline(id), call, document => stored(document, services));
};
