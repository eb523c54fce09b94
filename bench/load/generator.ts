import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';

/** One kind of request. */
export interface Route {
  readonly name: string;
  /** Of so many in all. */
  readonly weight: number;
  /** Paths that are asked in turn. */
  readonly paths: readonly string[];
}

/** What one request came to. */
interface Sample {
  readonly route: string;
  /** From the moment in which it was due, not from that in which it could be sent. */
  readonly ms: number;
  /** Status and path, or what broke. */
  readonly error?: string;
}

export interface LoadReport {
  readonly requests: number;
  readonly seconds: number;
  readonly errors: ReadonlyMap<string, number>;
  readonly byRoute: ReadonlyMap<string, readonly number[]>;
  readonly all: readonly number[];
}

/** The value below which a share of the sorted values lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

/** Deals routes by weight, always in the same order. */
const dealer = (routes: readonly Route[]): (() => { readonly route: string; readonly path: string }) => {
  const deck = routes.flatMap(route => Array.from({ length: route.weight }, () => route));
  const turns = new Map<string, number>();
  let dealt = 0;
  return () => {
    // 7919 is prime: neighbours in the deck are not neighbours in time.
    const route = deck[(dealt++ * 7919) % deck.length];
    if (route === undefined) throw new Error('no routes');
    const turn = turns.get(route.name) ?? 0;
    turns.set(route.name, turn + 1);
    return { route: route.name, path: route.paths[turn % route.paths.length] ?? '/' };
  };
};

/**
 * Sends requests at a fixed rate, whether the ones before were answered or not, and counts from when each was due: a
 * server that stalls is charged for everyone who would have come meanwhile.
 */
export const runLoad = async (
  origin: string,
  routes: readonly Route[],
  { rate, seconds, signal }: { readonly rate: number; readonly seconds: number; readonly signal?: AbortSignal },
): Promise<LoadReport> => {
  const pool = new Pool(origin, { connections: 256, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const deal = dealer(routes);
  const samples: Sample[] = [];
  const open = new Set<Promise<void>>();
  const send = async (due: number): Promise<void> => {
    const { route, path } = deal();
    let error: string | undefined;
    try {
      const headers = { 'accept-encoding': 'br, gzip' };
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
      await body.arrayBuffer();
      // 308: the id leads on to an earlier month, of which an article has come in meanwhile.
      if (statusCode !== 200 && statusCode !== 308) error = `${statusCode} ${path.split('?')[0]}`;
    } catch (cause) {
      error = cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause);
    }
    samples.push({ route, ms: performance.now() - due, ...(error === undefined ? {} : { error }) });
  };
  const begun = performance.now();
  const total = Math.round(rate * seconds);
  for (let sent = 0; sent < total && signal?.aborted !== true; ) {
    const now = performance.now();
    while (sent < total && begun + (sent * 1000) / rate <= now) {
      const one = send(begun + (sent++ * 1000) / rate);
      open.add(one);
      void one.finally(() => open.delete(one));
    }
    await delay(1);
  }
  await Promise.all(open);
  await pool.close();
  const good = samples.filter(({ error }) => error === undefined);
  const errors = new Map<string, number>();
  for (const { error } of samples) if (error !== undefined) errors.set(error, (errors.get(error) ?? 0) + 1);
  const sorted = (list: readonly Sample[]) => list.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    requests: samples.length,
    seconds: (performance.now() - begun) / 1000,
    errors,
    byRoute: new Map(routes.map(({ name }) => [name, sorted(good.filter(({ route }) => route === name))])),
    all: sorted(good),
  };
};

const get = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;
interface Items {
  readonly items: readonly { readonly id: string; readonly articleId: string }[];
}

/** What readers ask for, with what the server holds at the moment. */
export const mixedRoutes = async (origin: string): Promise<readonly Route[]> => {
  const incidents = (await get<Items>(`${origin}/v1/incidents?limit=100`)).items.map(({ id }) => id);
  const articles = (await get<Items>(`${origin}/v1/articles?limit=100`)).items.map(({ articleId }) => articleId);
  const lists = [
    '',
    'dataType=names',
    'polarity=not-taken&dataType=passwords',
    'sort=-articles',
    'service=online-orders',
    'reportedFrom=2026-01-01',
    'q=tesco',
  ];
  return [
    { name: 'list with filters', weight: 25, paths: lists.map(query => `/v1/incidents?limit=20&${query}`) },
    { name: 'timeline', weight: 20, paths: incidents.map(id => `/v1/incidents/${id}/timeline`) },
    { name: 'incident', weight: 10, paths: incidents.map(id => `/v1/incidents/${id}`) },
    { name: 'article', weight: 10, paths: articles.map(id => `/v1/articles/${id}`) },
    {
      name: 'search',
      weight: 10,
      paths: ['passwords', 'online orders', 'police', 'names'].map(q => `/v1/search?q=${encodeURIComponent(q)}`),
    },
    { name: 'page', weight: 15, paths: ['/', ...incidents.map(id => `/incidents/${id}`)] },
    {
      name: 'export',
      weight: 10,
      paths: ['csv', 'atom', 'md', 'ndjson', 'stix.json'].flatMap(suffix =>
        incidents.slice(0, 5).map(id => `/v1/incidents/${id}.${suffix}`),
      ),
    },
  ];
};
