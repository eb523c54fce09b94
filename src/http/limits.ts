import { isIPv6 } from 'node:net';
import type { Response } from 'express';

/** Seconds for which a quota is granted. */
export const WINDOW_SECONDS = 60;
/** Callers that are counted at a time; beyond, the one whose window began first is forgotten. */
const MOST_CALLERS = 50_000;

/** What is left of a caller's quota after a request. */
export interface Allowance {
  readonly allowed: boolean;
  readonly quota: number;
  readonly remaining: number;
  /** Whole seconds until the quota is granted anew, at least 1. */
  readonly resetSeconds: number;
}

export interface Limiter {
  /** Counts a request. `quota`: requests in a window. */
  take(caller: string, quota: number): Allowance;
  /** What `take` would say, without counting. */
  look(caller: string, quota: number): Allowance;
}

/** Counts requests per caller in windows of a minute, in this process. `now` gives milliseconds that never go back. */
export const createLimiter = (now: () => number = () => performance.now()): Limiter => {
  // In the order in which windows began, so that the first ones are those that are over.
  const windows = new Map<string, { used: number; readonly until: number }>();

  const current = (caller: string): { used: number; readonly until: number } | undefined => {
    const found = windows.get(caller);
    if (found === undefined || found.until > now()) return found;
    windows.delete(caller);
    return undefined;
  };

  const forget = (): void => {
    for (const [caller, { until }] of windows) {
      if (until > now() && windows.size < MOST_CALLERS) return;
      windows.delete(caller);
    }
  };

  const allowance = (used: number, until: number, quota: number): Allowance => ({
    allowed: used <= quota,
    quota,
    remaining: Math.max(0, quota - used),
    resetSeconds: Math.max(1, Math.ceil((until - now()) / 1000)),
  });

  return {
    take(caller, quota) {
      let window = current(caller);
      if (window === undefined) {
        forget();
        window = { used: 0, until: now() + WINDOW_SECONDS * 1000 };
        windows.set(caller, window);
      }
      window.used += 1;
      return allowance(window.used, window.until, quota);
    },
    look(caller, quota) {
      const { used, until } = current(caller) ?? { used: 0, until: now() + WINDOW_SECONDS * 1000 };
      return allowance(used + 1, until, quota);
    },
  };
};

/** Who asks, by address. Of IPv6 the network of 64 bits, which one subscriber has to himself. */
export const callerOf = (address: string | undefined): string => {
  if (address === undefined) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':').toLowerCase();
};

/** Writes `RateLimit` and `RateLimit-Policy` as draft-ietf-httpapi-ratelimit-headers-10 has them. */
export const tellAllowance = (
  response: Response,
  policy: string,
  { quota, remaining, resetSeconds }: Allowance,
): void => {
  response.setHeader('RateLimit-Policy', `"${policy}";q=${quota};w=${WINDOW_SECONDS}`);
  response.setHeader('RateLimit', `"${policy}";r=${remaining};t=${resetSeconds}`);
};
