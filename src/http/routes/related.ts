import type { Handler } from '../answer.ts';
import { list, resolve } from '../answer.ts';
import { readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents/{id}/related`: incidents of the same campaign, at a supplier or customer, or told of as one. */
export const relatedIncidents: Handler = async (call, services) => {
  readParameters(call.query, []);
  const id = incidentId(call);
  return resolve(id, await services.history.related(id), call, items => list({ items }, call, services));
};
