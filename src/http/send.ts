import type { Response } from 'express';
import type { Answer } from './answer.ts';
import { NEVER_STORE } from './answer.ts';
import type { Problem } from './problem.ts';

/** Where the description of the interface stands (RFC 8631). */
const SERVICE_DESCRIPTION = '</openapi.yaml>; rel="service-desc"; type="application/yaml"';

/**
 * Writes an answer. Express answers 304 by itself where `If-None-Match` names the ETag, and leaves the body away for
 * HEAD. Headers are set past Express's `set`, which would add a charset to JSON, where none is defined.
 */
export const sendAnswer = (response: Response, answer: Answer): void => {
  if (answer.kind === 'redirect') {
    response.setHeader('Location', answer.location);
    response.setHeader('Cache-Control', 'public, no-cache');
    response.status(308).end();
    return;
  }
  const links = answer.next === undefined ? [] : [`<${answer.next}>; rel="next"`];
  if (answer.type === 'application/json') links.push(SERVICE_DESCRIPTION);
  if (links.length > 0) response.setHeader('Link', links.join(', '));
  response.setHeader('Content-Type', answer.type);
  response.setHeader('Cache-Control', answer.cache);
  if (answer.etag !== undefined) response.setHeader('ETag', answer.etag);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.status(answer.status ?? 200);
  // Asked before the body is made, which can be dear; Express would ask after.
  if (response.req.fresh) response.status(304).end();
  else response.send(Buffer.from(typeof answer.body === 'string' ? answer.body : answer.body()));
};

/** Writes a problem document. */
export const sendProblem = (response: Response, problem: Problem, demo: boolean): void => {
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Cache-Control', NEVER_STORE);
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  const body = demo ? { demo, ...problem } : problem;
  response.status(problem.status).send(Buffer.from(JSON.stringify(body)));
};
