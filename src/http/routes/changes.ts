import type { Handler } from '../answer.ts';
import { json, list, resolve } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, RANGE_PARAMETERS, rangeIn, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents/{id}/changes`: what became of the events of one incident between two days, and why. */
export const incidentChanges: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...RANGE_PARAMETERS, 'axis']);
  const id = incidentId(call);
  return resolve(id, await services.history.changes(id, rangeIn(parameters)), call, found => json(found, services));
};

/** `GET /v1/changes`: the same of all incidents of which something came in, was read anew or decided. */
export const listChanges: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...RANGE_PARAMETERS, ...PAGE_PARAMETERS]);
  const page = await services.history.allChanges(rangeIn(parameters), pageRequest(parameters));
  return list(page, call, services);
};
