import type { RequestHandler, Response } from 'express';
import { keyIn } from './auth.ts';
import { requestIdOf } from './headers.ts';

/** What is noted of an answer: nothing that a caller wrote, and nothing that tells who he is but the id of his key. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  /** The route's path with its placeholders. */
  readonly route: string;
  readonly status: number;
  /** From the request's head to the answer's last byte, or to the moment in which the line broke. */
  readonly seconds: number;
  /** True where the reader left, or was cut off, before the answer was sent whole. */
  readonly broken: boolean;
  /** True for server-sent events, whose length says nothing. */
  readonly stream: boolean;
  /** Id of the API key. */
  readonly keyId?: string;
}

/** Of requests that lead nowhere, or were refused before anybody looked where they lead. */
const NO_ROUTE = '(none)';

/** Notes under which route a request is answered. */
export const tellRoute =
  (path: string): RequestHandler =>
  (_request, response, next) => {
    response.locals['route'] = path;
    next();
  };

/** The path of the route that answers, with its placeholders. */
export const routeOf = (response: Response): string => {
  const route: unknown = response.locals['route'];
  return typeof route === 'string' ? route : NO_ROUTE;
};

const isStream = (response: Response): boolean => response.getHeader('Content-Type') === 'text/event-stream';

/** Tells of each answer when the line is done with it. */
export const observing =
  (observe: (answered: AnsweredRequest) => void): RequestHandler =>
  (request, response, next) => {
    const begun = performance.now();
    response.once('close', () => {
      const keyId = keyIn(response)?.id;
      observe({
        id: requestIdOf(response),
        method: request.method,
        route: routeOf(response),
        status: response.statusCode,
        seconds: (performance.now() - begun) / 1000,
        broken: !response.writableFinished,
        stream: isStream(response),
        ...(keyId === undefined ? {} : { keyId }),
      });
    });
    next();
  };

/** Cuts the line to readers that have not taken their answer after so long: it would stay in memory for them. */
export const cutSlowReaders =
  (answerMs: number): RequestHandler =>
  (_request, response, next) => {
    const timer = setTimeout(() => {
      if (!isStream(response)) response.socket?.destroy();
    }, answerMs);
    timer.unref();
    response.once('close', () => clearTimeout(timer));
    next();
  };
