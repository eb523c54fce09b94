import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

type Schemas = components['schemas'];

/** Any claim; its `kind` says which. */
export type Claim = Schemas['Claim'];
/** Any event of a timeline; its `kind` says which. */
export type TimelineEvent = Schemas['TimelineEvent'];
export type IncidentSummary = Schemas['IncidentSummary'];
export type Timeline = Schemas['Timeline'];
/** What went wrong (RFC 9457); go by its `code`. */
export type Problem = Schemas['Problem'];

/** What is read without `parseAs`: other formats come as text, with `parseAs: 'text'`. */
type JsonTypes = 'application/json' | 'application/problem+json';
export type Receipts = Client<paths, JsonTypes>;

interface ReceiptsOptions {
  /** An API key, for writes and for more requests a minute. */
  readonly key?: string;
  /** Instead of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of a server that runs Receipts. Its methods take the paths of the contract, and know their parameters and
 * answers: `const { data, error } = await receipts.GET('/v1/incidents', { params: { query: { limit: 5 } } })`.
 *
 * @param site of the server, e.g. `https://receipts.example`
 */
export const createReceipts = (site: string, { key, fetch }: ReceiptsOptions = {}): Receipts =>
  createClient<paths, JsonTypes>({
    baseUrl: site,
    ...(key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });

/** Items of a list and where it goes on. */
interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/**
 * All items of a list, page by page.
 *
 * @param ask gets a page: `cursor => receipts.GET('/v1/incidents', { params: { query: { cursor } } })`
 * @throws Error with the problem as `cause` where a page cannot be had
 */
export async function* everyItem<T>(
  ask: (cursor: string | undefined) => Promise<{ readonly data?: Page<T>; readonly error?: unknown }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { data, error } = await ask(cursor);
    if (data === undefined) throw new Error('A page of the list cannot be had.', { cause: error });
    yield* data.items;
    cursor = data.next;
  } while (cursor !== undefined);
}
