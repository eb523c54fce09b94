import type { Response } from 'express';
import type { Answer } from './answer.ts';
import { NEVER_STORE } from './answer.ts';
import { type EncodedBodies, encodedTag, encodingFor } from './encode.ts';
import type { Problem } from './problem.ts';
import { sendStream } from './stream.ts';

/** Where the description of the interface stands (RFC 8631). */
const SERVICE_DESCRIPTION = '</openapi.yaml>; rel="service-desc"; type="application/yaml"';

type Content = Extract<Answer, { readonly kind: 'content' }>;

const tellContent = (response: Response, answer: Content): void => {
  const links = answer.next === undefined ? [] : [`<${answer.next}>; rel="next"`];
  if (answer.type === 'application/json') links.push(SERVICE_DESCRIPTION);
  for (const link of links) response.append('Link', link);
  response.setHeader('Content-Type', answer.type);
  response.setHeader('Cache-Control', answer.cache);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.status(answer.status ?? 200);
};

const sendContent = async (response: Response, answer: Content, encoded: EncodedBodies | undefined): Promise<void> => {
  const { body, etag } = answer;
  const bytes = (): Buffer => Buffer.from(typeof body === 'string' ? body : body());
  tellContent(response, answer);
  const isEncoded = etag !== undefined && encoded !== undefined;
  const encoding = isEncoded ? encodingFor(response.req) : 'identity';
  if (isEncoded) response.vary('Accept-Encoding');
  if (etag !== undefined) response.setHeader('ETag', encodedTag(etag, encoding));
  if (etag === undefined) {
    // Not `send`, which answers `If-None-Match: *` with a 304 also where there is no ETag.
    const sent = bytes();
    response.setHeader('Content-Length', sent.length);
    response.end(sent);
    return;
  }
  // Asked before the body is made, which can be dear; Express would ask after.
  if (response.req.fresh) {
    response.status(304).end();
    return;
  }
  if (!isEncoded || encoding === 'identity') {
    response.send(bytes());
    return;
  }
  const sent = await encoded.get(etag, encoding, bytes);
  response.setHeader('Content-Encoding', encoding);
  response.send(Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength));
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
