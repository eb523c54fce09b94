import type { FetchedPage } from '#domain/article.ts';
import { parseMoment } from './dates.ts';

/** Headers of an answer as undici gives them. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a header. */
export const headerOf = (headers: ResponseHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Seconds from now of a `Retry-After` header (seconds or a date; RFC 9110, 10.2.3); undefined where it is neither. */
export const retryAfterOf = (headers: ResponseHeaders, now: number): number | undefined => {
  const value = headerOf(headers, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const moment = parseMoment(value);
  return moment?.kind === 'instant' ? Math.max(0, Math.ceil((Date.parse(moment.iso) - now) / 1000)) : undefined;
};

/** Seconds for which an answer stays fresh: `Cache-Control: max-age` less `Age`; undefined where it must not be kept. */
const maxAgeOf = (headers: ResponseHeaders): number | undefined => {
  const control = headerOf(headers, 'cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return undefined;
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(control);
  if (match === null) return undefined;
  const age = /^\d{1,9}$/.test(headerOf(headers, 'age') ?? '') ? Number(headerOf(headers, 'age')) : 0;
  return Math.max(0, Number(match[1]) - age);
};

/** An answer as the rest of the room knows it. `now`: ms, to count `Retry-After` dates from. */
export const pageOf = (
  url: string,
  status: number,
  headers: ResponseHeaders,
  body: Uint8Array,
  now: number,
): FetchedPage => {
  const etag = headerOf(headers, 'etag');
  const lastModified = headerOf(headers, 'last-modified');
  const retryAfter = retryAfterOf(headers, now);
  const maxAge = maxAgeOf(headers);
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
