import type { Scope } from '#domain/access.ts';
import type { Handler } from '../answer.ts';

/** Methods that a route can have beside HEAD and OPTIONS, which follow from them. */
export const METHODS = ['get', 'post', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** That a path will go away (RFC 9745, RFC 8594). */
export interface Deprecation {
  /** UTC ISO 8601: since when clients should use something else, and when it ends. */
  readonly since: string;
  readonly sunset?: string;
  /** Path of what tells more. */
  readonly link: string;
}

export interface Route {
  /** `:name` marks a placeholder. */
  readonly path: string;
  readonly get?: Handler;
  readonly post?: Handler;
  readonly patch?: Handler;
  readonly delete?: Handler;
  /**
   * What a key must allow. A write that asks for a key is audited, and a POST can be repeated under an
   * `Idempotency-Key`; a method without is open to all within the rate limit.
   */
  readonly needs?: { readonly [M in Method]?: Scope };
  /** `none`: what a form or a mail program sends along is not read. `form`: a form of a page, not JSON. */
  readonly body?: 'none' | 'form';
  readonly deprecated?: Deprecation;
  /** Answers to GET follow from what is derived alone: they may be kept while that stands. */
  readonly kept?: true;
}

/** The methods of a route as `Allow` lists them. */
export const allowOf = (route: Route): string =>
  METHODS.flatMap(method =>
    route[method] === undefined ? [] : method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  )
    .concat('OPTIONS')
    .join(', ');
