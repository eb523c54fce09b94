import type { ErrorCode } from '#errors';
import { AppError } from '#errors';

/** Every kind of problem that the interface answers with; `openapi.yaml` lists the same codes. */
export const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter is unknown or has a value that is not allowed' },
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  unauthorized: { status: 401, title: 'This needs an API key' },
  forbidden: { status: 403, title: 'The API key does not allow this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This path does not have that method' },
  'not-acceptable': { status: 406, title: 'There is no such format of this' },
  conflict: { status: 409, title: 'It is there already' },
  'request-in-progress': { status: 409, title: 'The same request is being answered' },
  gone: { status: 410, title: 'What was here has been taken down' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has a type that is not read' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key was used for another request' },
  'not-fetchable': { status: 422, title: 'What the address leads to cannot be had' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'not-configured': { status: 501, title: 'This server is not set up for it' },
  'database-unavailable': { status: 503, title: 'The database cannot be used at the moment' },
  'not-ready': { status: 503, title: 'Not ready yet' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * Where the kinds of problems are explained. `type` is a reference with a full path (RFC 9457, 3.1.1): the same on every
 * server, and resolved against the request's address it leads to a page of the server that answered.
 */
export const PROBLEM_PAGES = '/docs/problems';

/** A problem document (RFC 9457) with its extensions. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Path of the request. */
  readonly instance: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly hint?: string;
  readonly parameter?: string;
  readonly allowed?: readonly string[];
  readonly checks?: readonly Check[];
}

/** Something that answers need, and whether it is there. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** Why not, in words that anybody may read. */
  readonly reason?: string;
}

/** The codes of AppErrors that a reader's request can meet. All others are faults of ours. */
const PUBLIC_CODES: Partial<Record<ErrorCode, ProblemCode>> = {
  'invalid-parameter': 'invalid-parameter',
  'not-found': 'not-found',
  gone: 'gone',
  conflict: 'conflict',
  'fetch-address-blocked': 'not-fetchable',
  'fetch-failed': 'not-fetchable',
  'fetch-timeout': 'not-fetchable',
  'fetch-too-large': 'not-fetchable',
  'fetch-status': 'not-fetchable',
  'fetch-content-type': 'not-fetchable',
  'fetch-redirects': 'not-fetchable',
  'fetch-robots': 'not-fetchable',
  'extraction-failed': 'not-fetchable',
  'database-unavailable': 'database-unavailable',
  'database-schema-newer': 'database-unavailable',
};

/** The details of our own faults stay in the log: a message may name hosts or queries. */
const OWN_FAULTS: Partial<Record<ProblemCode, string>> = {
  internal: 'The request was fine; answering it failed. The fault is in the log under this request id.',
  'database-unavailable': 'The request was fine; the database did not answer it. Try again in a few seconds.',
};

/** An error for which there is no AppError code, because only HTTP knows it. */
export class HttpError extends Error {
  readonly code: ProblemCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  constructor(code: ProblemCode, message: string, cause?: unknown, retryAfter?: number) {
    super(message, { cause });
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** That something which answers need is not there. */
export class NotReadyError extends HttpError {
  readonly checks: readonly Check[];
  constructor(checks: readonly Check[]) {
    const missing = checks.filter(({ ok }) => !ok).map(({ name, reason = '' }) => `${name}: ${reason}`);
    super('not-ready', `Not ready. ${missing.join(' ')}`);
    this.checks = checks;
  }
}

const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof HttpError) return error.code;
  if (error instanceof AppError) return PUBLIC_CODES[error.code] ?? 'internal';
  // The router marks a path that it cannot decode this way, the reader of bodies what it refuses.
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media-type';
  return status === 400 ? 'malformed-request' : 'internal';
};

/** The problem document for anything thrown. `instance`: the request's path. */
export const toProblem = (error: unknown, instance: string, requestId: string): Problem => {
  const code = codeOf(error);
  const { status, title } = PROBLEMS[code];
  const details = error instanceof AppError && OWN_FAULTS[code] === undefined ? error : undefined;
  const { allowed } = details?.data ?? {};
  return {
    type: `${PROBLEM_PAGES}/${code}`,
    title,
    status,
    detail: OWN_FAULTS[code] ?? (error instanceof Error ? error.message : title),
    instance,
    code,
    requestId,
    ...(details?.hint === undefined ? {} : { hint: details.hint }),
    ...(code === 'invalid-parameter' && details?.subject !== undefined ? { parameter: details.subject } : {}),
    ...(Array.isArray(allowed) ? { allowed: allowed.map(String) } : {}),
    ...(error instanceof NotReadyError ? { checks: error.checks } : {}),
  };
};
