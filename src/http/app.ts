import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import express from 'express';
import { renderProblem } from '#web';
import type { Call, Handler, Services } from './answer.ts';
import { NEVER_STORE } from './answer.ts';
import { ALLOW, commonHeaders, openToAll, preflight, requestIdOf } from './headers.ts';
import { HttpError, toProblem } from './problem.ts';
import { API_ROUTES, PAGE_ROUTES } from './routes/index.ts';
import { TAXII_ROUTES } from './routes/taxii.ts';
import { sendAnswer, sendProblem } from './send.ts';

/** What the HTTP server is made of. */
export interface AppDependencies extends Services {
  /** Gets one line for each fault of ours, with the request's id. */
  readonly log?: (line: string) => void;
}

const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:]{2,39}\])(?::\d{1,5})?$/i;

/** The origin that the request names, where it is one. */
const originOf = (request: Request): string => {
  const host = request.get('host') ?? '';
  return `${request.protocol}://${HOST.test(host) ? host : 'localhost'}`;
};

const callOf = (request: Request, publicUrl?: string): Call => ({
  path: request.path,
  params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
  query: new URLSearchParams(request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''),
  preferred: types => request.accepts([...types]) || undefined,
  origin: publicUrl ?? originOf(request),
});

const answering =
  (handler: Handler, services: Services): RequestHandler =>
  async (request, response) => {
    sendAnswer(response, await handler(callOf(request, services.publicUrl), services));
  };

const onlyReading: RequestHandler = (request, response) => {
  response.setHeader('Allow', ALLOW);
  throw new HttpError('method-not-allowed', `${request.method} is not possible here; GET is.`);
};

const nothingHere: RequestHandler = request => {
  throw new HttpError('not-found', `There is nothing at ${request.path.slice(0, 200)}.`);
};

const PAGE_PATHS = /^\/($|incidents(\/|$))/;
const wantsPage = (request: Request): boolean =>
  PAGE_PATHS.test(request.path) ||
  (!request.path.startsWith('/v1') && (request.get('accept') ?? '').includes('text/html'));

const answerFault =
  ({ demo, version, log }: AppDependencies): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const id = requestIdOf(response);
    const problem = toProblem(error, request.path, id);
    if (problem.status >= 500) log?.(`${problem.status} ${request.method} ${request.path} [${id}]: ${inLog(error)}`);
    if (response.headersSent) return next(error);
    if (!wantsPage(request)) return sendProblem(response, problem, demo);
    sendAnswer(response, {
      kind: 'content',
      status: problem.status,
      type: 'text/html; charset=utf-8',
      body: renderProblem(problem, { demo, version }),
      cache: NEVER_STORE,
    });
  };

const inLog = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` (cause: ${inLog(error.cause)})`;
  return `${error.stack ?? error.message}${cause}`;
};

/** The HTTP interface and the pages, without a socket: the caller listens. Throws nothing; every fault is an answer. */
export const createApp = (dependencies: AppDependencies): express.Express => {
  const app = express();
  app.disable('x-powered-by');
  // ETags come from the stored documents or from `answer.ts`.
  app.disable('etag');
  app.enable('case sensitive routing');
  // Handlers read the query with URLSearchParams.
  app.set('query parser', false);
  app.use(commonHeaders(dependencies.demo));
  app.use(['/v1', '/openapi.yaml', '/taxii2'], openToAll);
  for (const { path, get } of [...API_ROUTES, ...TAXII_ROUTES])
    app.route(path).get(answering(get, dependencies)).options(preflight).all(onlyReading);
  for (const { path, get } of PAGE_ROUTES) app.route(path).get(answering(get, dependencies)).all(onlyReading);
  app.use(nothingHere);
  app.use(answerFault(dependencies));
  return app;
};
