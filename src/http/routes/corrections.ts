import type { LoggedDecision } from '#db';
import type { Handler } from '../answer.ts';
import { list, resolve } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** A decision as the log shows it: what was decided and what came of it, in one object. */
const publicDecision = ({ decision, ...rest }: LoggedDecision): object => ({ ...decision, ...rest });

/** `GET /v1/corrections`: what people decided, the newest first. */
export const listCorrections: Handler = async (call, services) => {
  const parameters = readParameters(call.query, PAGE_PARAMETERS);
  const page = await services.store.listDecisions({}, pageRequest(parameters));
  return list({ ...page, items: page.items.map(publicDecision) }, call, services);
};

/** `GET /v1/incidents/{id}/corrections`: what people decided about one incident and its articles. */
export const incidentCorrections: Handler = async (call, services) => {
  const parameters = readParameters(call.query, PAGE_PARAMETERS);
  const id = incidentId(call);
  const [incident, page] = await Promise.all([
    services.store.getIncident(id),
    services.store.listDecisions({ incident: id }, pageRequest(parameters)),
  ]);
  const items = page.items.map(publicDecision);
  return resolve(id, incident, call, () => list({ ...page, items }, call, services));
};
