import { AppError } from '#errors';
import type { Answer, Condition, Handler, Services } from '../answer.ts';
import { NEVER_STORE, text } from '../answer.ts';
import { readParameters } from '../params.ts';
import { type Check, HttpError, NotReadyError } from '../problem.ts';

/** What holds at this moment only: without an ETag, so that it is never answered with a 304. */
const momentary = (value: object, { demo }: Services): Answer => ({
  kind: 'content',
  type: 'application/json',
  body: JSON.stringify(demo ? { demo, ...value } : value),
  cache: NEVER_STORE,
});

/** `GET /healthz`: the process answers. Asks nothing of the database. */
export const health: Handler = (_call, services) => momentary({ status: 'ok', version: services.version }, services);

/** Says of the database what may be said to anybody: the error itself may name hosts. */
const databaseReason = (error: unknown): string =>
  error instanceof AppError && error.code === 'database-schema-newer'
    ? 'Its schema is newer than this version of Receipts.'
    : error instanceof AppError && error.data?.['schema'] !== undefined
      ? 'Its schema is older than this version of Receipts: run `receipts migrate`.'
      : 'It does not answer.';

const check = async ({ name, failing }: Condition): Promise<Check> => {
  const reason = await Promise.resolve()
    .then(failing)
    .catch(() => 'It cannot be looked at.');
  return { name, ok: reason === undefined, ...(reason === undefined ? {} : { reason }) };
};

/** `GET /readyz`: everything that answers need is there. Throws NotReadyError that says what is not. */
export const readiness: Handler = async (_call, services) => {
  const database: Condition = {
    name: 'database',
    failing: () => services.store.ready().then(() => undefined, databaseReason),
  };
  const checks = await Promise.all([database, ...(services.conditions ?? [])].map(check));
  if (checks.some(({ ok }) => !ok)) throw new NotReadyError(checks);
  return momentary({ status: 'ready', checks }, services);
};

/** `GET /metrics`: counts and durations for Prometheus. Throws HttpError `not-configured`. */
export const metrics: Handler = async (call, { metrics: tell }) => {
  readParameters(call.query, []);
  if (tell === undefined) throw new HttpError('not-configured', 'This server counts nothing.');
  return { kind: 'content', type: 'text/plain; version=0.0.4; charset=utf-8', body: await tell(), cache: NEVER_STORE };
};

/** `GET /openapi.yaml`: the contract (media type of RFC 9512). */
export const openapi: Handler = (_call, services) => text('application/yaml', services.contract);
