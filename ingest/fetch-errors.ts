import { AppError, messageOf } from '#errors';
import { headerOf, type ResponseHeaders } from './response-headers.ts';

const TIMEOUTS: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** What the system's codes mean to a reader. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name does not resolve',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it broke the connection off',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'there is no network to it',
  UND_ERR_SOCKET: 'it broke the connection off',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its answer was cut off',
  Z_BUF_ERROR: 'its compressed answer was cut off',
  Z_DATA_ERROR: 'its compressed answer is damaged',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is one of another site',
};

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError && error.errors.length > 0 ? codeOf(error.errors[0]) : '';
};

/**
 * Anything that a request threw, as an AppError: its own, or one that was wrapped on the way, `fetch-timeout`
 * (`deadlineMs`: the total time, where that was what ended it), else `fetch-failed`.
 */
export const fetchFailure = (error: unknown, url: string, deadlineMs: number | undefined): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.cause instanceof AppError) return error.cause;
  const code = codeOf(error);
  if (deadlineMs !== undefined || TIMEOUTS.has(code)) {
    const limit = deadlineMs === undefined ? 'in time' : `within ${deadlineMs / 1000} s`;
    return new AppError('fetch-timeout', `${url} did not answer ${limit}.`, {
      subject: url,
      hint: 'It is tried again later.',
      cause: error,
    });
  }
  const reason = (Object.hasOwn(REASONS, code) ? REASONS[code] : undefined) ?? messageOf(error);
  return new AppError('fetch-failed', `${url} could not be fetched: ${reason}.`, {
    subject: url,
    hint: 'Check the address and the network; it is tried again later.',
    cause: error,
  });
};

/** AppError `fetch-status`, with `data.status` and, where given, `data.retryAfter` in seconds. */
export const statusError = (
  url: string,
  status: number,
  headers: ResponseHeaders,
  retryAfter: number | undefined,
): AppError =>
  new AppError('fetch-status', `${url} answered with status ${status}.`, {
    subject: url,
    hint: statusHint(status, headers),
    data: { status, ...(retryAfter === undefined ? {} : { retryAfter }) },
  });

const statusHint = (status: number, headers: ResponseHeaders): string => {
  if (headerOf(headers, 'cf-mitigated') === 'challenge')
    return 'The site asks for proof of a browser, which is not given.';
  if (status === 401 || status === 402) return 'The page is for those who signed in or paid.';
  if (status === 403) return 'The site does not let this program read it.';
  if (status === 404) return 'Nothing is at this address; check it, or whether it moved.';
  if (status === 410) return 'It is gone for good; remove the source.';
  if (status === 429) return 'The site asks for fewer requests; it is left alone for a while.';
  return status >= 500 ? 'The site has trouble; it is tried again later.' : 'Check the address.';
};

/** AppError `fetch-redirects`. */
export const redirectError = (url: string, reason: string, cause?: unknown): AppError =>
  new AppError('fetch-redirects', `${url} could not be fetched: ${reason}.`, {
    subject: url,
    hint: 'Open the address in a browser, and use the one where it ends.',
    ...(cause === undefined ? {} : { cause }),
  });
