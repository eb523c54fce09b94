import type { ProblemCode } from './problem.ts';

/** What a kind of problem means, and what can be done about it; a sentence or two each. */
export interface ProblemExplanation {
  readonly meaning: string;
  readonly remedy: string;
}

/** Of every kind of problem what `/docs/problems/{code}` tells. `docs/errors.md` has the same words. */
export const PROBLEM_CATALOGUE: Readonly<Record<ProblemCode, ProblemExplanation>> = {
  'invalid-parameter': {
    meaning:
      'A query parameter or a member of the body is unknown, missing, given twice, or has a value that is not allowed.',
    remedy: 'Look at `parameter`, which names it, and at `allowed`, which says what is. The same request fails again.',
  },
  'malformed-request': {
    meaning:
      'The path, a header or the body cannot be read at all: it is not encoded as it should be, or is no JSON object.',
    remedy: 'Look at `detail`. Encode the parts of a path with percent signs, and a body as a JSON object in UTF-8.',
  },
  unauthorized: {
    meaning: 'This needs an API key and none came, or the key that came is unknown or was revoked.',
    remedy: 'Send `Authorization: Bearer rcp_…`. Whoever runs the server gives keys out with `receipts keys`.',
  },
  forbidden: {
    meaning: 'The API key is good, but its scope does not reach as far as this.',
    remedy: 'Ask whoever runs the server for a key of the scope that `detail` names.',
  },
  'not-found': {
    meaning: 'There is nothing at this path, or nothing with this id, and there never was.',
    remedy:
      'Check the path and the id. An id that was ever given is never not found: it leads on (308) or is gone (410).',
  },
  'method-not-allowed': {
    meaning: 'There is something at this path, but it does not have that method.',
    remedy: 'The header `Allow` names the methods that it has.',
  },
  'not-acceptable': {
    meaning: 'The header `Accept` asks only for formats that this is not had in.',
    remedy: 'Take one of the formats that `detail` names, or leave `Accept` out.',
  },
  conflict: {
    meaning: 'What the request wants to add is there already, or no longer is as the request takes it to be.',
    remedy: 'Read what is there, and decide again.',
  },
  'request-in-progress': {
    meaning: 'An earlier request with the same `Idempotency-Key` is still being answered.',
    remedy: 'Send the same request again after `Retry-After` seconds; it gets the answer of the first.',
  },
  gone: {
    meaning:
      'What was here is shown no more: it was taken down, or the reports of it are no longer read as telling of an incident.',
    remedy: 'Forget it. `detail` says why it went, as far as that can be said.',
  },
  'too-large': {
    meaning: 'The body is larger than what is read.',
    remedy: 'Send less: `detail` or the description of the operation says how much is read.',
  },
  'unsupported-media-type': {
    meaning: 'The body has a media type that is not read here.',
    remedy: 'Send JSON with `Content-Type: application/json`.',
  },
  'idempotency-key-reused': {
    meaning: 'The `Idempotency-Key` came before with another request.',
    remedy: 'Take a new key for each request; the same key only to repeat one.',
  },
  'not-fetchable': {
    meaning:
      'The address in the request leads to nothing that can be had: it does not answer, refuses, or may not be asked.',
    remedy: 'Look at `detail`. Addresses inside private networks are never asked.',
  },
  'too-many-requests': {
    meaning: 'More requests came in a minute than the quota allows.',
    remedy:
      'Wait for `Retry-After` seconds. `RateLimit` on every answer says how much is left; an API key allows more.',
  },
  internal: {
    meaning: 'The request was fine and answering it failed: a fault of ours.',
    remedy: 'Tell whoever runs the server the `requestId`, under which the fault stands in the log.',
  },
  'not-configured': {
    meaning: 'This server is not set up for what the request asks, for example for sending e-mail.',
    remedy: 'Whoever runs the server can set it up; `docs/configuration.md` says how.',
  },
  'database-unavailable': {
    meaning: 'The request was fine, but the database does not answer.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  'not-ready': {
    meaning: 'The service is up, but something that its answers need is not there.',
    remedy: 'Look at `checks`, which says what and why, or try again after `Retry-After` seconds.',
  },
};
