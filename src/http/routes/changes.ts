import { AppError } from '#errors';
import type { Answer, Handler, Services } from '../answer.ts';
import { json, list, resolve } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, RANGE_PARAMETERS, rangeIn, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents/{id}/changes`: what became of the events of one incident between two days, and why. */
export const incidentChanges: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...RANGE_PARAMETERS, 'axis']);
  const id = incidentId(call);
  return resolve(id, await services.history.changes(id, rangeIn(parameters)), call, found => json(found, services));
};

/** What became of incidents after a cursor, or since the beginning: which to read again, and which to forget. */
const updates = async (since: string | undefined, limit: number | undefined, services: Services): Promise<Answer> => {
  const request = pageRequest({
    ...(limit === undefined ? {} : { limit }),
    ...(since === undefined ? {} : { cursor: since }),
  });
  const { items, cursor, more } = await services.store.updatesSince(request).catch((error: unknown) => {
    if (error instanceof AppError && error.subject === 'cursor')
      throw new AppError('invalid-parameter', error.message, {
        subject: 'since',
        data: { allowed: ['the value of "cursor" in the answer before, unchanged'] },
      });
    throw error;
  });
  return json({ items, cursor, more }, services);
};

/**
 * `GET /v1/changes`: with `from` what became of the events of all incidents of which something came in, was read anew or
 * decided; else which incidents are new, changed or gone `since` a cursor, or since the beginning.
 */
export const listChanges: Handler = async (call, services) => {
  if (!call.query.has('from')) {
    const { since, limit } = readParameters(call.query, ['since', 'limit']);
    return updates(since, limit, services);
  }
  const parameters = readParameters(call.query, [...RANGE_PARAMETERS, ...PAGE_PARAMETERS]);
  const page = await services.history.allChanges(rangeIn(parameters), pageRequest(parameters));
  return list(page, call, services);
};
