import type { Response } from 'express';
import type { Answer } from './answer.ts';
import { NEVER_STORE } from './answer.ts';
import { type EncodedBodies, type Encoding, encodedTag, encodingFor } from './encode.ts';
import type { Problem } from './problem.ts';
import { sendStream } from './stream.ts';

/** Where the description of the interface stands (RFC 8631). */
const SERVICE_DESCRIPTION = '</openapi.yaml>; rel="service-desc"; type="application/yaml"';

export type Content = Extract<Answer, { readonly kind: 'content' }>;

/** An answer that is ready for the wire. */
export interface Sealed {
  /** Strong; of just this encoding. */
  readonly etag: string;
  /** What a 304 says too. */
  readonly common: readonly (readonly [string, string])[];
  /** What only comes with the body. */
  readonly headers: readonly (readonly [string, string | readonly string[]])[];
  readonly body: Buffer;
  /** The path of the route that made it, with its placeholders. */
  readonly route: string;
}

const linksOf = ({ next, type }: Content): readonly string[] => [
  ...(next === undefined ? [] : [`<${next}>; rel="next"`]),
  ...(type === 'application/json' ? [SERVICE_DESCRIPTION] : []),
];

const tellContent = (response: Response, answer: Content): void => {
  for (const link of linksOf(answer)) response.append('Link', link);
  response.setHeader('Content-Type', answer.type);
  response.setHeader('Cache-Control', answer.cache);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.status(answer.status ?? 200);
};

const plainBytes = ({ body }: Content): Buffer => Buffer.from(typeof body === 'string' ? body : body());

const bodyIn = async (answer: Content, etag: string, encoding: Encoding, encoded: EncodedBodies): Promise<Buffer> => {
  if (answer.packed?.packing === encoding) return Buffer.from(answer.packed.bytes);
  if (encoding === 'identity') return plainBytes(answer);
  const bytes = await encoded.get(etag, encoding, () => plainBytes(answer));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/** Makes an answer ready for the wire, in the encoding that the request likes best. */
export const seal = async (
  response: Response,
  answer: Content & { readonly etag: string },
  encoded: EncodedBodies,
  route: string,
): Promise<Sealed> => {
  const encoding = encodingFor(response.req);
  const body = await bodyIn(answer, answer.etag, encoding, encoded);
  response.vary('Accept-Encoding');
  const links = linksOf(answer);
  return {
    etag: encodedTag(answer.etag, encoding),
    common: [
      ['Vary', String(response.getHeader('Vary'))],
      ['Cache-Control', answer.cache],
      ...Object.entries(answer.headers ?? {}),
    ],
    headers: [
      ['Content-Type', answer.type],
      ['Content-Length', String(body.byteLength)],
      ...(links.length === 0 ? [] : [['Link', links] as const]),
      ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding] as const]),
    ],
    body,
    route,
  };
};

/** Writes what was sealed: 304 where `If-None-Match` names its ETag, without a body for HEAD. */
export const sendSealed = (response: Response, { etag, common, headers, body }: Sealed): void => {
  const { req: request } = response;
  response.setHeader('ETag', etag);
  for (const [name, value] of common) response.setHeader(name, value);
  const known = request.headers['if-none-match'];
  if (known !== undefined && ((known === etag && request.headers['cache-control'] === undefined) || request.fresh)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  for (const [name, value] of headers) response.setHeader(name, value);
  response.end(request.method === 'HEAD' ? undefined : body);
};

const sendContent = async (response: Response, answer: Content, encoded: EncodedBodies | undefined): Promise<void> => {
  const { etag } = answer;
  tellContent(response, answer);
  const isEncoded = etag !== undefined && encoded !== undefined;
  const encoding = isEncoded ? encodingFor(response.req) : 'identity';
  if (isEncoded) response.vary('Accept-Encoding');
  if (etag === undefined) {
    // Not `send`, which answers `If-None-Match: *` with a 304 also where there is no ETag.
    const sent = plainBytes(answer);
    response.setHeader('Content-Length', sent.length);
    response.end(sent);
    return;
  }
  response.setHeader('ETag', encodedTag(etag, encoding));
  // Asked before the body is made, which can be dear; Express would ask after.
  if (response.req.fresh) {
    response.status(304).end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.send(encoded === undefined ? plainBytes(answer) : await bodyIn(answer, etag, encoding, encoded));
};

/**
 * Writes an answer: 304 where `If-None-Match` names the ETag, without a body for HEAD, in the encoding that the request
 * likes best. Headers are set past Express's `set`, which would add a charset to JSON, where none is defined.
 */
export const sendAnswer = async (response: Response, answer: Answer, encoded?: EncodedBodies): Promise<void> => {
  if (answer.kind === 'content') return sendContent(response, answer, encoded);
  if (answer.kind === 'stream') return sendStream(response, answer);
  if (answer.kind === 'redirect') {
    response.setHeader('Location', answer.location);
    response.setHeader('Cache-Control', 'public, no-cache');
    response.status(308).end();
    return;
  }
  response.setHeader('Cache-Control', NEVER_STORE);
  response.status(204).end();
};

/** Writes a problem document. */
export const sendProblem = (response: Response, problem: Problem, demo: boolean, retryAfter?: number): void => {
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Cache-Control', NEVER_STORE);
  response.removeHeader('ETag');
  const seconds = retryAfter ?? (problem.status === 503 ? 5 : undefined);
  if (seconds !== undefined) response.setHeader('Retry-After', String(seconds));
  const body = demo ? { demo, ...problem } : problem;
  response.status(problem.status).send(Buffer.from(JSON.stringify(body)));
};
