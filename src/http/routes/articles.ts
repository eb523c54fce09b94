import type { Handler } from '../answer.ts';
import { list, resolve } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents/{id}/articles`: the articles that tell of an incident, and why they count as such. */
export const incidentArticles: Handler = async (call, services) => {
  const parameters = readParameters(call.query, PAGE_PARAMETERS);
  const id = incidentId(call);
  const resolved = await services.store.incidentArticles(id, pageRequest(parameters));
  return resolve(id, resolved, call, page => list(page, call, services));
};
