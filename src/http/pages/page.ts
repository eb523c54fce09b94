import type { Site } from '#web';
import type { Answer, Call, Services } from '../answer.ts';
import { REVALIDATE, strongTag } from '../answer.ts';
import { type ParameterName, readParameters, type Values } from '../params.ts';

const HTML = 'text/html; charset=utf-8';

/** Pages load nothing but from here. `framing`: which sites may show them in a frame. */
const policyOf = (framing: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framing}`,
  ].join('; ');

const OWN_POLICY = policyOf("'none'");
/** Of pages that are made to be embedded. */
export const EMBED_POLICY = policyOf('*');

/** What pages say of this installation. */
export const siteOf = (call: Call, { demo, version }: Services): Site => ({ demo, version, origin: call.origin });

interface PageOptions {
  readonly policy?: string;
  readonly cache?: string;
  readonly status?: number;
}

/** A page with an ETag of its content. */
export const page = (
  body: string,
  { policy = OWN_POLICY, cache = REVALIDATE, status = 200 }: PageOptions = {},
): Answer => ({
  kind: 'content',
  status,
  type: HTML,
  body,
  ...(cache === REVALIDATE ? { etag: strongTag(body) } : {}),
  cache,
  headers: { 'Content-Security-Policy': policy },
});

/** A process renders the same page from the same values; the next one may have other templates. */
const PROCESS = performance.timeOrigin;

/**
 * A page that is made of `values` alone, with an ETag of them: it is rendered only where it is sent and not held rendered
 * and compressed.
 */
export const derivedPage = (
  values: readonly unknown[],
  render: () => string,
  { policy = OWN_POLICY }: Pick<PageOptions, 'policy'> = {},
): Answer => ({
  kind: 'content',
  type: HTML,
  body: render,
  etag: strongTag(JSON.stringify([PROCESS, ...values])),
  cache: REVALIDATE,
  headers: { 'Content-Security-Policy': policy },
});

/**
 * Reads parameters of a page. Unlike the API it overlooks those that it does not know (links get shared with trackers on
 * them) and empty ones (forms send them). Throws AppError `invalid-parameter`.
 */
export const readLeniently = <N extends ParameterName>(query: URLSearchParams, names: readonly N[]): Pick<Values, N> =>
  readParameters(
    new URLSearchParams([...query].filter(([name, value]) => value !== '' && names.some(one => one === name))),
    names,
  );
