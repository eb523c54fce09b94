import { AppError } from '#errors';
import type { Answer, Handler, Services } from '../answer.ts';
import { NEVER_STORE, text } from '../answer.ts';
import { HttpError } from '../problem.ts';

/** What holds at this moment only: without an ETag, so that it is never answered with a 304. */
const momentary = (value: object, { demo }: Services): Answer => ({
  kind: 'content',
  type: 'application/json',
  body: JSON.stringify(demo ? { demo, ...value } : value),
  cache: NEVER_STORE,
});

/** `GET /healthz`: the process answers. Asks nothing of the database. */
export const health: Handler = (_call, services) => momentary({ status: 'ok', version: services.version }, services);

/** `GET /readyz`: everything that answers need is there. Throws HttpError `not-ready`, AppError `database-unavailable`. */
export const readiness: Handler = async (_call, services) => {
  try {
    await services.store.ready();
    await services.ready?.();
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-unavailable') throw error;
    throw new HttpError('not-ready', 'Not ready.', error);
  }
  return momentary({ status: 'ready' }, services);
};

/** `GET /openapi.yaml`: the contract (media type of RFC 9512). */
export const openapi: Handler = (_call, services) => text('application/yaml', services.contract);
