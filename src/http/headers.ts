import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Deprecation } from './routes/route.ts';

/** Nothing is loaded but our own stylesheet and icon; no script runs, nobody frames us. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const REQUEST_ID = /^[\w.-]{1,64}$/;

interface CommonHeaders {
  readonly demo: boolean;
  /** For so many days browsers that came by https come by nothing else (RFC 6797); 0: they are not told. */
  readonly hstsDays: number;
}

const DAY_SECONDS = 86_400;

/** The headers that every answer carries. The request's own `X-Request-Id` is kept where it is harmless. */
export const commonHeaders =
  ({ demo, hstsDays }: CommonHeaders): RequestHandler =>
  (request, response, next) => {
    const given = request.get('x-request-id');
    response.setHeader('X-Request-Id', given !== undefined && REQUEST_ID.test(given) ? given : randomUUID());
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    if (demo) response.setHeader('Receipts-Demo', 'true');
    // Sent by http, anybody on the way could have put it in; browsers overlook it there.
    if (hstsDays > 0 && request.secure)
      response.setHeader('Strict-Transport-Security', `max-age=${hstsDays * DAY_SECONDS}`);
    next();
  };

/** Lets scripts of any site read: nothing here is personal, and no cookie is looked at. */
export const openToAll: RequestHandler = (_request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  // Incidents and their lists come in other formats too, which a cache must tell apart.
  response.vary('Accept');
  response.setHeader(
    'Access-Control-Expose-Headers',
    'Content-Disposition, Deprecation, ETag, Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, ' +
      'Receipts-Demo, Retry-After, Sunset, X-Request-Id',
  );
  next();
};

/**
 * Answers `OPTIONS`, also as a browser's question before a request from another site: every site may read, none writes
 * with its visitors' keys.
 */
export const preflight =
  (allow: string): RequestHandler =>
  (_request, response) => {
    response.setHeader('Allow', allow);
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, If-None-Match, Last-Event-ID, X-Request-Id');
    response.setHeader('Access-Control-Max-Age', '86400');
    response.status(204).end();
  };

/** Tells that a path will go away: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and where to read more. */
export const tellDeprecation = (response: Response, { since, sunset, link }: Deprecation): void => {
  response.setHeader('Deprecation', `@${Math.floor(Date.parse(since) / 1000)}`);
  if (sunset !== undefined) response.setHeader('Sunset', new Date(sunset).toUTCString());
  response.append('Link', `<${link}>; rel="deprecation"; type="text/html"`);
};

/** The id under which this request stands in the log. */
export const requestIdOf = (response: Response): string => String(response.getHeader('X-Request-Id'));
