import { AppError } from '#errors';
import type { Handler } from '../answer.ts';
import { json, NEVER_STORE, text } from '../answer.ts';
import { HttpError } from '../problem.ts';

/** `GET /healthz`: the process answers. Asks nothing of the database. */
export const health: Handler = (_call, services) => ({
  ...json({ status: 'ok', version: services.version }, services),
  cache: NEVER_STORE,
});

/** `GET /readyz`: everything that answers need is there. Throws HttpError `not-ready`, AppError `database-unavailable`. */
export const readiness: Handler = async (_call, services) => {
  try {
    await services.store.ready();
    await services.ready?.();
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-unavailable') throw error;
    throw new HttpError('not-ready', 'Not ready.', error);
  }
  return { ...json({ status: 'ready' }, services), cache: NEVER_STORE };
};

/** `GET /openapi.yaml`: the contract (media type of RFC 9512). */
export const openapi: Handler = (_call, services) => text('application/yaml', services.contract);
