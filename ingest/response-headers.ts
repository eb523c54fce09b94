import type { FetchedPage } from '#domain/article.ts';
import { parseMoment } from './dates.ts';

/** Headers of an answer as undici gives them. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Longest validator that is kept; what is longer makes requests that servers refuse. */
const MAX_VALIDATOR = 1_000;

/** The first value of a header. */
export const headerOf = (headers: ResponseHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Ten years: what is written as more is meant as "never", and is no number to reckon with. */
const MAX_SECONDS = 10 * 366 * 24 * 3600;

/** Seconds from now of a `Retry-After` header (seconds or a date; RFC 9110, 10.2.3); undefined where it is neither. */
export const retryAfterOf = (headers: ResponseHeaders, now: number): number | undefined => {
  const value = headerOf(headers, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Math.min(Number(value), MAX_SECONDS);
  const moment = parseMoment(value);
  return moment?.kind === 'instant' ? Math.max(0, Math.ceil((Date.parse(moment.iso) - now) / 1000)) : undefined;
};

/**
 * Seconds for which an answer stays fresh: `Cache-Control: max-age` less `Age`, else `Expires` less `Date` (RFC 9111,
 * 4.2.1); undefined where it must not be kept or nothing is said.
 */
const maxAgeOf = (headers: ResponseHeaders, now: number): number | undefined => {
  const control = headerOf(headers, 'cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return undefined;
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(control);
  if (match === null) {
    const expires = instantOf(headers, 'expires');
    return expires === undefined
      ? undefined
      : Math.max(0, Math.ceil((expires - (instantOf(headers, 'date') ?? now)) / 1000));
  }
  const age = /^\d{1,9}$/.test(headerOf(headers, 'age') ?? '') ? Number(headerOf(headers, 'age')) : 0;
  return Math.max(0, Number(match[1]) - age);
};

/** Milliseconds of a header that is a date. */
const instantOf = (headers: ResponseHeaders, name: string): number | undefined => {
  const moment = parseMoment(headerOf(headers, name) ?? '');
  return moment?.kind === 'instant' ? Date.parse(moment.iso) : undefined;
};

/**
 * A validator that can be sent back as it came. Servers that say `Expires: 0` are known to give the same one with new
 * content; one that no header can carry would make every later request fail.
 */
const validatorOf = (headers: ResponseHeaders, name: 'etag' | 'last-modified'): string | undefined => {
  const value = headerOf(headers, name);
  if (value === undefined || value === '' || value.length > MAX_VALIDATOR) return undefined;
  if (headerOf(headers, 'expires')?.trim() === '0') return undefined;
  return /^[\t\x20-\x7e]+$/.test(value) ? value : undefined;
};

/** An answer as the rest of the room knows it. `now`: ms, to count `Retry-After` dates from. */
export const pageOf = (
  url: string,
  status: number,
  headers: ResponseHeaders,
  body: Uint8Array,
  now: number,
): FetchedPage => {
  const etag = validatorOf(headers, 'etag');
  const lastModified = validatorOf(headers, 'last-modified');
  const retryAfter = retryAfterOf(headers, now);
  const maxAge = maxAgeOf(headers, now);
  return {
    url,
    status,
    contentType: headerOf(headers, 'content-type'),
    body,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
};
