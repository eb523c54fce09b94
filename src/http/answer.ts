import { hash } from 'node:crypto';
import type { PackedDocument, Packing, Page, PageRequest, Resolved, Store, StoredDocument } from '#db';
import type { ApiKey } from '#domain/access.ts';
import type { ChangeRange, IncidentChanges } from '#domain/changes.ts';
import type { Analysis } from '#domain/claim.ts';
import type { Point } from '#domain/ledger.ts';
import type { Relation } from '#domain/related.ts';
import type { Timeline } from '#domain/timeline.ts';
import { AppError } from '#errors';
import type { Desk } from './desk.ts';
import type { StreamEvent } from './stream.ts';

/** What can be told of the past. */
export interface History {
  /** The timeline as it stood. Throws AppError `not-found` where nothing of the incident was to be read then. */
  timelineAt(id: string, point: Point): Promise<Resolved<Timeline>>;
  /** Throws AppError `invalid-parameter` where the range is empty. */
  changes(id: string, range: ChangeRange): Promise<Resolved<IncidentChanges>>;
  allChanges(range: Omit<ChangeRange, 'axis'>, page: PageRequest): Promise<Page<IncidentChanges>>;
  /** Incidents that have to do with one and are not the same. */
  related(id: string): Promise<Resolved<readonly Relation[]>>;
}

/** What is known of names, and what the rules read in a text. */
export interface Reading {
  /** Nothing of it is stored. */
  analyse(article: {
    readonly title: string;
    readonly text: string;
    readonly publishedAt?: string;
    readonly source?: string;
  }): Analysis | Promise<Analysis>;
  /** Whom exactly this name or alias means. */
  entitiesNamed(name: string): readonly {
    readonly kind: 'retailer' | 'actor';
    readonly slug: string;
    readonly name: string;
    readonly written: string;
  }[];
  /** All names by which a retailer or attacker goes. */
  namesOf(slug: string): readonly string[];
  /** The kinds of shop, as the filter `shop` has them. */
  readonly shops: readonly string[];
}

/** What the handlers work with. */
export interface Services {
  readonly store: Store;
  readonly history: History;
  /** Absent: no name but those in reports is known, and nothing can be analysed. */
  readonly reading?: Reading;
  /** The text of `openapi.yaml`. */
  readonly contract: string;
  /** True: the news is made up for a demonstration, and every answer says so. */
  readonly demo: boolean;
  /** The origin that exports name; absent: the one that the request names. */
  readonly publicUrl?: string;
  /** Version of Receipts, shown by `/healthz` and on the pages. */
  readonly version: string;
  /** Keys, writes and push; absent: this server only reads. */
  readonly desk?: Desk;
  /** What must hold besides the store for `/readyz` to say yes. */
  readonly conditions?: readonly Condition[];
  /** What Prometheus is told, in its text format; absent: nothing is counted. */
  readonly metrics?: () => Promise<string>;
}

/** Something without which requests cannot be answered well. */
export interface Condition {
  /** A word, e.g. `disk`. */
  readonly name: string;
  /** Why it does not hold, as a sentence for operators; undefined where it holds. */
  readonly failing: () => string | undefined | Promise<string | undefined>;
}

/** A request, as far as handlers look at it. */
export interface Call {
  readonly path: string;
  /** Placeholders of the route's path, decoded. */
  readonly params: Readonly<{ id?: string; name?: string; format?: string; event?: string }>;
  readonly query: URLSearchParams;
  /** Which of these media types the request would have best, by its `Accept`; undefined: none of them. */
  readonly preferred: (types: readonly string[]) => string | undefined;
  /** Origin under which readers reach this server, e.g. `https://receipts.example`. */
  readonly origin: string;
  /** The JSON object of a POST or PATCH; undefined where none was sent. */
  readonly body?: unknown;
  /** Who asks, by address, as quotas count him; absent in tests of single handlers. */
  readonly caller?: string;
  /** The API key that came with the request. */
  readonly key?: ApiKey;
  /** A header of the request. */
  readonly header: (name: string) => string | undefined;
  /** The packing that the request likes best, if it likes any. */
  readonly packing?: Packing;
  /** The ETags that the reader has (`If-None-Match`); where one is told in the answer, no body is needed. */
  readonly known?: string;
}

/** What a handler answers; `send.ts` writes it to the wire. */
export type Answer =
  | {
      readonly kind: 'content';
      readonly status?: number;
      readonly type: string;
      /** A function is called only where the body is sent. */
      readonly body: string | (() => string);
      /** Strong, quoted. Absent: the answer has none. */
      readonly etag?: string;
      /** The body as it goes over the wire, in the encoding that `Call.packing` asked for. */
      readonly packed?: { readonly packing: Packing; readonly bytes: Uint8Array };
      readonly cache: string;
      /** Path and query of the following page. */
      readonly next?: string;
      /** Further headers. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'redirect'; readonly location: string }
  /** 204: done, and there is nothing to say. */
  | { readonly kind: 'nothing' }
  /** Server-sent events, until the signal says that the reader left. */
  | { readonly kind: 'stream'; readonly events: (left: AbortSignal) => AsyncIterable<StreamEvent> };

export type Handler = (call: Call, services: Services) => Answer | Promise<Answer>;

/** Kept by caches, and asked for again each time: a stored answer costs one conditional request. */
export const REVALIDATE = 'public, no-cache';
export const NEVER_STORE = 'no-store';

/** A strong ETag of a text. */
export const strongTag = (text: string): string => `"${hash('sha256', text, 'base64url').slice(0, 27)}"`;

/** JSON whose first member tells that it is a demonstration, where it is one. `text` is that of a non-empty object. */
const jsonAnswer = (text: string, etag: string, demo: boolean): Answer => ({
  kind: 'content',
  type: 'application/json',
  body: demo ? `{"demo":true,${text.slice(1)}` : text,
  etag: demo ? etag.replace(/"$/, '-demo"') : etag,
  cache: REVALIDATE,
});

/** A value as a JSON answer with an ETag of its content. */
export const json = (value: object, { demo }: Services): Answer => {
  const text = JSON.stringify(value);
  return jsonAnswer(text, strongTag(text), demo);
};

/** A page of a list as `{items, next?}`, with the link to the following page. */
export const list = <T>(page: Page<T>, call: Call, services: Services): Answer => {
  const answer = json(page.next === undefined ? { items: page.items } : page, services);
  if (page.next === undefined || answer.kind !== 'content') return answer;
  const query = new URLSearchParams(call.query);
  query.set('cursor', page.next);
  return { ...answer, next: `${call.path}?${query}` };
};

/** A stored document as it is, with the ETag that it was stored with. */
export const stored = (document: StoredDocument, { demo }: Services): Answer =>
  jsonAnswer(document.json, document.etag, demo);

/** A packed document as it is. Without bytes only where the reader has them. */
export const packedAnswer = ({ etag, bytes }: PackedDocument, packing: Packing): Answer => ({
  kind: 'content',
  type: 'application/json',
  body: '',
  etag,
  cache: REVALIDATE,
  ...(bytes === undefined ? {} : { packed: { packing, bytes } }),
});

/** A text, e.g. a page or the contract, with an ETag of its content. */
export const text = (type: string, body: string, cache: string = REVALIDATE): Answer => ({
  kind: 'content',
  type,
  body,
  etag: strongTag(body),
  cache,
});

/**
 * Turns what the store knows of an incident's id into an answer: the found one by `answer`, a former id into a redirect
 * to the same place under the new id. Throws AppError `not-found`.
 */
export const resolve = <T>(id: string, resolved: Resolved<T>, call: Call, answer: (found: T) => Answer): Answer => {
  if (resolved === undefined)
    throw new AppError('not-found', `There is no incident with the id "${id}".`, {
      subject: id,
      hint: 'The list of incidents is at /v1/incidents.',
    });
  if ('found' in resolved) return answer(resolved.found);
  if ('gone' in resolved) throw new AppError('gone', resolved.gone, { subject: id });
  const path = call.path.replace(/(\/incidents\/)[^/.]+/, (_, start) => start + encodeURIComponent(resolved.redirect));
  const query = call.query.toString();
  return { kind: 'redirect', location: query === '' ? path : `${path}?${query}` };
};
