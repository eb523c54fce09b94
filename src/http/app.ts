import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Watch } from '#db';
import { renderProblem } from '#web';
import type { Answer, Call, Handler, Services } from './answer.ts';
import { NEVER_STORE } from './answer.ts';
import { createGate, demand, keyIn } from './auth.ts';
import { readBody } from './body.ts';
import { createEncodedBodies, type EncodedBodies, encodingFor } from './encode.ts';
import { readForm } from './form.ts';
import { commonHeaders, openToAll, preflight, requestIdOf, tellDeprecation } from './headers.ts';
import { callerOf } from './limits.ts';
import { type AnsweredRequest, cutSlowReaders, observing, routeOf, tellRoute } from './observing.ts';
import { PAGE_ROUTES } from './pages/index.ts';
import { readParameters } from './params.ts';
import { HttpError, toProblem } from './problem.ts';
import { DESK_PAGES, DESK_ROUTES } from './routes/desk.ts';
import { API_ROUTES } from './routes/index.ts';
import { allowOf, METHODS, type Method, type Route } from './routes/route.ts';
import { TAXII_ROUTES } from './routes/taxii.ts';
import { seal, sendAnswer, sendProblem, sendSealed } from './send.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { performWrite } from './write.ts';

/** What the HTTP server is made of. */
export interface AppDependencies extends Services {
  /** For readers without a key: it may be a little behind. Absent: they read what all read. */
  readonly reads?: Pick<Services, 'store' | 'history'>;
  /** Tells when what is derived has changed; absent: no answer is kept. */
  readonly watch?: Pick<Watch, 'current'>;
  /** Gets one line for each fault of ours, with the request's id. */
  readonly log?: (line: string) => void;
  /** Told of each answer when it is sent, or broken off. */
  readonly observe?: (answered: AnsweredRequest) => void;
  /** Milliseconds that a reader may take for one answer before the line is cut; streams have rules of their own. */
  readonly answerMs?: number;
  /** Days for which browsers that came by https are told to come by nothing else; default 0: not told. */
  readonly hstsDays?: number;
  /** Proxies in front of this server whose `X-Forwarded-For` and `-Proto` are believed; default 0. */
  readonly proxies?: number;
}

/** Long enough for the largest export over a telephone line of today. */
const ANSWER_MS = 60_000;
const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:]{2,39}\])(?::\d{1,5})?$/i;

/** The origin that the request names, where it is one. */
const originOf = (request: Request): string => {
  const host = request.get('host') ?? '';
  return `${request.protocol}://${HOST.test(host) ? host : 'localhost'}`;
};

const wishesOf = (request: Request): Pick<Call, 'packing' | 'known'> => {
  const encoding = encodingFor(request);
  const { 'if-none-match': known, 'cache-control': cache } = request.headers;
  return {
    ...(encoding === 'identity' ? {} : { packing: encoding }),
    ...(known === undefined || cache !== undefined ? {} : { known }),
  };
};

const callOf = (request: Request, response: Response, publicUrl?: string): Call => {
  const key = keyIn(response);
  return {
    path: request.path,
    params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
    query: new URLSearchParams(request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''),
    preferred: types => request.accepts([...types]) || undefined,
    origin: publicUrl ?? originOf(request),
    header: name => request.get(name),
    caller: callerOf(request.ip),
    ...(request.body === undefined ? {} : { body: request.body as unknown }),
    ...wishesOf(request),
    ...(key === undefined ? {} : { key }),
  };
};

const nothingHere = (request: Request): never => {
  throw new HttpError('not-found', `There is nothing at ${request.path.slice(0, 200)}.`);
};

interface Serving {
  readonly services: AppDependencies;
  readonly encoded: EncodedBodies;
  readonly shelf?: Shelf;
}

/** Who has no key reads what may be a little behind; who writes sees what he wrote. */
const servicesFor = (services: AppDependencies, method: Method, response: Response): AppDependencies =>
  services.reads === undefined || method !== 'get' || keyIn(response) !== undefined
    ? services
    : { ...services, ...services.reads };

/** Of a time in the past the ledger tells, which changes before what is derived of it. */
const ofThePast = /[?&](?:asOf|knownAt)=/;

/** Under which name the answer to a request is kept: what it is asked for, in which form and encoding, and by which address. */
const nameOf = (request: Request): string =>
  `${encodingFor(request)} ${request.headers.host} ${request.protocol} ${request.headers.accept} ${request.originalUrl}`;

/** Answers what is kept before anybody looks where the request leads. */
const fromShelf =
  (shelf: Shelf): RequestHandler =>
  (request, response, next) => {
    const { method } = request;
    if ((method !== 'GET' && method !== 'HEAD') || keyIn(response) !== undefined) return next();
    const state = shelf.current();
    // Where the database must be looked at first, the route does it.
    const found = typeof state === 'number' ? shelf.find(state, nameOf(request)) : undefined;
    if (found === undefined) return next();
    response.locals['route'] = found.route;
    sendSealed(response, found);
  };

/** Sends a kept answer, or makes it and keeps it. */
const answerKept = async (
  request: Request,
  response: Response,
  { encoded }: Serving,
  shelf: Shelf,
  answer: () => Promise<Answer>,
): Promise<void> => {
  const name = nameOf(request);
  const state = await shelf.current();
  const found = shelf.find(state, name);
  if (found !== undefined) return sendSealed(response, found);
  const made = await answer();
  if (made.kind !== 'content' || made.etag === undefined || made.status !== undefined)
    return sendAnswer(response, made, encoded);
  const sealed = await seal(response, { ...made, etag: made.etag }, encoded, routeOf(response));
  shelf.keep(state, name, sealed);
  sendSealed(response, sealed);
};

/** Answers one method of a route: with a key where it needs one, and once where it writes. */
const answering = (route: Route, method: Method, handler: Handler, serving: Serving): RequestHandler => {
  const { encoded, shelf } = serving;
  const scope = route.needs?.[method];
  const answer = async (request: Request, response: Response, whole = false): Promise<Answer> => {
    const services = servicesFor(serving.services, method, response);
    const key = scope === undefined ? undefined : demand(response, scope);
    const call = callOf(request, response, services.publicUrl);
    // No id has a NUL, and Postgres takes none.
    if (Object.values(call.params).some(text => text.includes('\0'))) return nothingHere(request);
    const perform = async (): Promise<Answer> => handler(whole ? { ...call, known: '' } : call, services);
    if (method === 'get' || key === undefined || services.desk === undefined) return perform();
    readParameters(call.query, []);
    const requestId = requestIdOf(response);
    const problemOf = (error: unknown) => toProblem(error, request.path, requestId);
    return performWrite(services.desk.access, { method: request.method, key, call, requestId, perform, problemOf });
  };
  if (shelf !== undefined && method === 'get' && route.kept)
    return async (request, response) => {
      if (keyIn(response) !== undefined || ofThePast.test(request.url))
        return sendAnswer(response, await answer(request, response), encoded);
      return answerKept(request, response, serving, shelf, () => answer(request, response, true));
    };
  return async (request, response) => {
    if (route.deprecated) tellDeprecation(response, route.deprecated);
    await sendAnswer(response, await answer(request, response), encoded);
  };
};

const notThisMethod =
  (allow: string): RequestHandler =>
  (request, response) => {
    response.setHeader('Allow', allow);
    const possible = allow.replace(/, (?:HEAD|OPTIONS)/g, '');
    throw new HttpError('method-not-allowed', `${request.method} is not possible here; ${possible} is.`);
  };

const mount = (app: express.Express, route: Route, serving: Serving): void => {
  const mounted = app.route(route.path).all(tellRoute(route.path));
  for (const method of METHODS) {
    const handler = route[method];
    if (handler === undefined) continue;
    const reads = (method === 'post' || method === 'patch') && route.body !== 'none';
    const before = reads ? [route.body === 'form' ? readForm : readBody] : [];
    mounted[method](...before, answering(route, method, handler, serving));
  }
  const allow = allowOf(route);
  mounted.options(preflight(allow)).all(notThisMethod(allow));
};

const PAGE_PATHS = /^\/($|(?:incidents|compare|retailers|actors|articles|sources|about|embed|desk|mail)(\/|$))/;
/** Whatever goes wrong there is a problem document, also for browsers. */
const FOR_PROGRAMS = /^\/(?:v1|taxii2|openapi\.yaml|healthz|readyz|metrics)(?:[/.]|$)/;
const wantsPage = (request: Request): boolean =>
  PAGE_PATHS.test(request.path) ||
  (!FOR_PROGRAMS.test(request.path) && (request.get('accept') ?? '').includes('text/html'));

const answerFault =
  ({ demo, version, log }: AppDependencies): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const id = requestIdOf(response);
    const problem = toProblem(error, request.path, id);
    if (problem.status >= 500 && problem.status !== 501)
      log?.(`${problem.status} ${request.method} ${routeOf(response)} [${id}]: ${inLog(error)}`);
    if (response.headersSent) return next(error);
    if (!wantsPage(request)) {
      sendProblem(response, problem, demo, error instanceof HttpError ? error.retryAfter : undefined);
      return;
    }
    void sendAnswer(response, {
      kind: 'content',
      status: problem.status,
      type: 'text/html; charset=utf-8',
      body: renderProblem(problem, { demo, version }),
      cache: NEVER_STORE,
      ...(error instanceof HttpError && error.retryAfter !== undefined
        ? { headers: { 'Retry-After': String(error.retryAfter) } }
        : {}),
    });
  };

const inLog = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` (cause: ${inLog(error.cause)})`;
  return `${error.stack ?? error.message}${cause}`;
};

/** Routes of one path as one: reads and writes of a resource stand in different tables. */
const joined = (routes: readonly Route[]): readonly Route[] => {
  const byPath = new Map<string, Route>();
  for (const route of routes) {
    const other = byPath.get(route.path);
    byPath.set(route.path, { ...other, ...route, needs: { ...other?.needs, ...route.needs } });
  }
  return [...byPath.values()];
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
  const { desk, proxies = 0, demo, hstsDays = 0, observe, answerMs = ANSWER_MS } = dependencies;
  app.set('trust proxy', proxies);
  app.use(commonHeaders({ demo, hstsDays }));
  if (observe !== undefined) app.use(observing(observe));
  app.use(cutSlowReaders(answerMs));
  app.use(['/v1', '/openapi.yaml', '/taxii2'], openToAll);
  app.use(createGate(desk === undefined ? {} : { access: desk.access, quotas: desk.quotas }));
  const { watch } = dependencies;
  const shelf = watch === undefined ? {} : { shelf: createShelf(watch) };
  const serving: Serving = { services: dependencies, encoded: createEncodedBodies(), ...shelf };
  if (serving.shelf !== undefined) app.use('/v1', fromShelf(serving.shelf));
  const routes = [...(desk === undefined ? [] : [...DESK_ROUTES, ...DESK_PAGES]), ...API_ROUTES, ...TAXII_ROUTES];
  for (const route of joined([...routes, ...PAGE_ROUTES])) mount(app, route, serving);
  app.use(nothingHere);
  app.use(answerFault(dependencies));
  return app;
};
