import { Agent, type Dispatcher, ProxyAgent, request } from 'undici';
import type { FetchedPage } from '#domain/article.ts';
import { AppError } from '#errors';
import { isFeedItemUrl } from './canonical-url.ts';
import { createConnector, createTargetCheck, type ResolveAll } from './connect.ts';
import { ACCEPT, contentTypeError, type FetchKind } from './content-types.ts';
import { fetchFailure, redirectError, statusError } from './fetch-errors.ts';
import { noPage, redirectTarget, webUrl } from './fetch-url.ts';
import { createPatience } from './patience.ts';
import { createPoliteness, systemTiming, type Timing } from './politeness.ts';
import { ACCEPT_ENCODING, readBody } from './response-body.ts';
import { headerOf, pageOf, retryAfterOf } from './response-headers.ts';

export interface FetcherOptions {
  /** Who asks, with an address where the asked can read more. */
  readonly userAgent: string;
  /** Exact origins (`http://127.0.0.1:4123`) that may be reached although their address is not public. */
  readonly allowOrigins?: readonly string[];
  /**
   * A proxy (`http://proxy.example:3128`, with a user name and password where it wants them) through which all goes but
   * `allowOrigins`. Names that lead to blocked addresses as seen from here are refused before it is asked; what it
   * connects to in the end only it can check.
   */
  readonly proxy?: string;
  /** Time for one fetch with all its redirects, waiting for the host's turn not counted; default 20,000 ms. */
  readonly timeoutMs?: number;
  /** Most bytes of a decoded answer; default 15 MiB. */
  readonly maxBytes?: number;
  /** Most requests at a time to one host; default 2. */
  readonly perHost?: number;
  /** Least ms between the starts of two requests to one host; default 1,000. */
  readonly gapMs?: number;
  /** Takes a host's next turn among all processes that share the work; ms until it comes. Absent: this one works alone. */
  readonly takeTurn?: (host: string, gapMs: number) => Promise<number>;
  readonly timing?: Timing;
  readonly resolve?: ResolveAll;
}

export interface FetchRequest {
  readonly kind: FetchKind;
  /** Default: what suits the kind. */
  readonly accept?: string;
  /** Validators of the last stored answer, sent back as they came. */
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Something that is sent. */
export interface Posting {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How what was sent was taken. */
export interface Posted {
  readonly status: number;
  /** Seconds from `Retry-After`, where given. */
  readonly retryAfter?: number;
}

/** The one outbound door. */
export interface Fetcher {
  /**
   * Answers of status 2xx and 304 (with an empty body). A site that answered with 429 is left alone, as long as it asks
   * for or for a quarter of an hour, and a day at most: meanwhile its pages give that error without being asked. Throws AppError: `fetch-address-blocked`, `fetch-failed`,
   * `fetch-timeout`, `fetch-too-large`, `fetch-status` (with `data.status` and `data.retryAfter`, seconds),
   * `fetch-content-type`, `fetch-redirects`; `invalid-parameter` for what is no web address.
   */
  fetch(url: string, request: FetchRequest): Promise<FetchedPage>;
  /**
   * POSTs a body once, without following redirects, and reads nothing of the answer but its head. Throws AppError:
   * `fetch-address-blocked`, `fetch-failed`, `fetch-timeout`; `invalid-parameter` for what is no web address.
   */
  post(url: string, posting: Posting): Promise<Posted>;
  /** Ends all requests. */
  close(): Promise<void>;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const MAX_REDIRECTS = 5;
const CONNECT_TIMEOUT_MS = 10_000;

/** Makes the one outbound socket of the product; every limit of it stands here. */
export const createFetcher = (options: FetcherOptions): Fetcher => {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const maxBytes = options.maxBytes ?? 15 * 1024 * 1024;
  const timing = options.timing ?? systemTiming;
  const politeness = createPoliteness({
    perHost: options.perHost ?? 2,
    gapMs: options.gapMs ?? 1_000,
    timing,
    ...(options.takeTurn === undefined ? {} : { takeTurn: options.takeTurn }),
  });
  const patience = createPatience(timing.now);
  const reach = {
    allowOrigins: new Set((options.allowOrigins ?? []).map(origin => new URL(origin).origin)),
    timeoutMs: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  };
  const limits = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, maxHeaderSize: 32 * 1024 };
  const agent = new Agent({ ...limits, connect: createConnector(reach) });
  const proxy =
    options.proxy === undefined
      ? undefined
      : new ProxyAgent({ ...limits, uri: options.proxy, proxyTls: { timeout: reach.timeoutMs } });
  const checkTarget = createTargetCheck(reach);

  /** Through which door an address is reached. */
  const doorTo = async (url: URL): Promise<Dispatcher> => {
    if (proxy === undefined || reach.allowOrigins.has(url.origin)) return agent;
    await checkTarget(url);
    return proxy;
  };

  const ask = async (
    url: URL,
    asked: FetchRequest,
    signal: AbortSignal,
  ): Promise<FetchedPage | { location: string; status: number }> => {
    patience.check(url);
    const dispatcher = await doorTo(url);
    const response = await request(url, { dispatcher, signal, headers: headersFor(asked, options.userAgent) });
    const { statusCode: status, headers, body } = response;
    if (REDIRECTS.has(status)) {
      await discard(response, signal);
      return { location: headerOf(headers, 'location') ?? '', status };
    }
    if (status !== 304 && (status < 200 || status > 299)) {
      await discard(response, signal);
      const retryAfter = retryAfterOf(headers, timing.now());
      if (status === 429) patience.note(url, retryAfter);
      throw statusError(url.href, status, headers, retryAfter);
    }
    const contentType = headerOf(headers, 'content-type');
    const refused = status === 304 ? undefined : contentTypeError(url.href, contentType, asked.kind);
    if (refused !== undefined) {
      body.on('error', () => {}).destroy();
      throw refused;
    }
    const bytes = await readBody(body, {
      url: url.href,
      contentEncoding: status === 304 ? undefined : headerOf(headers, 'content-encoding'),
      contentLength: status === 304 ? undefined : headerOf(headers, 'content-length'),
      maxBytes,
      signal,
    });
    return pageOf(url.href, status, headers, bytes, timing.now());
  };

  return {
    async fetch(input, asked) {
      if (asked.kind === 'page' && isFeedItemUrl(input)) throw noPage(input);
      let url = webUrl(input);
      let left = timeoutMs;
      let permanent = true;
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const current = url;
        const started = await politeness.run(current.host, async () => {
          const begin = performance.now();
          const answer = await withDeadline(left, signal => ask(current, asked, signal), current.href, timeoutMs);
          left -= performance.now() - begin;
          return answer;
        });
        if (!('location' in started)) {
          return hop > 0 && permanent ? { ...started, permanentRedirect: current.href } : started;
        }
        permanent &&= PERMANENT.has(started.status);
        url = redirectTarget(current, started.location);
      }
      throw redirectError(input, `it redirects more than ${MAX_REDIRECTS} times`);
    },
    async post(input, { body, headers }) {
      const url = webUrl(input);
      const send = async (signal: AbortSignal): Promise<Posted> => {
        const response = await request(url, {
          dispatcher: await doorTo(url),
          signal,
          method: 'POST',
          body,
          headers: { 'user-agent': options.userAgent, ...headers },
        });
        await discard(response, signal);
        const retryAfter = retryAfterOf(response.headers, timing.now());
        return { status: response.statusCode, ...(retryAfter === undefined ? {} : { retryAfter }) };
      };
      return politeness.run(url.host, () => withDeadline(timeoutMs, send, url.href, timeoutMs));
    },
    async close() {
      politeness.close(new AppError('fetch-failed', 'The fetcher was closed before the request had its turn.'));
      await Promise.all([agent.destroy(), proxy?.destroy()]);
    },
  };
};

const headersFor = (asked: FetchRequest, userAgent: string): Record<string, string> => ({
  'user-agent': userAgent,
  accept: asked.accept ?? ACCEPT[asked.kind],
  'accept-encoding': ACCEPT_ENCODING,
  ...(asked.etag === undefined ? {} : { 'if-none-match': asked.etag }),
  ...(asked.lastModified === undefined ? {} : { 'if-modified-since': asked.lastModified }),
});

/** Runs a step that must end within `ms`; what it throws comes out as an AppError. */
const withDeadline = async <T>(
  ms: number,
  step: (signal: AbortSignal) => Promise<T>,
  url: string,
  totalMs: number,
): Promise<T> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.max(0, ms));
  try {
    return await step(controller.signal);
  } catch (error) {
    throw fetchFailure(error, url, controller.signal.aborted ? totalMs : undefined);
  } finally {
    clearTimeout(timer);
  }
};

/** Reads what is left of an answer that nobody needs, a little of it at most. */
const discard = async (response: Dispatcher.ResponseData, signal: AbortSignal): Promise<void> => {
  await response.body.dump({ limit: 64 * 1024, signal }).catch(() => {});
};
