import { isIP } from 'node:net';
import { getDomain } from 'tldts';
import { AppError } from '#errors';

/** Sites that asked for fewer requests (429), and until when they are left alone. */
export interface Patience {
  /** Throws AppError `fetch-status` (429, with `data.retryAfter`) while the site of an address is left alone. */
  check(url: URL): void;
  /** Notes a 429. `retryAfter`: seconds, where given. */
  note(url: URL, retryAfter: number | undefined): void;
}

/** For a site that does not say for how long, ms. */
const DEFAULT_MS = 15 * 60_000;
/** The longest that a site is left alone, ms: beyond it lies a mistake, or malice of one page against all others. */
const MAX_MS = 24 * 3_600_000;
const MAX_SITES = 5_000;

/**
 * Limits count for a registrable domain (`example.co.uk`, by the public suffix list) and not for a host name: sites
 * behind one door count together. Machines without such a domain count by host and port.
 */
const siteOf = (url: URL): string => (isIP(url.hostname) === 0 ? getDomain(url.hostname) : null) ?? url.host;

/** Keeps in mind which sites are left alone. */
export const createPatience = (now: () => number): Patience => {
  const until = new Map<string, number>();
  return {
    check(url) {
      const site = siteOf(url);
      const left = (until.get(site) ?? 0) - now();
      if (left <= 0) return void until.delete(site);
      throw new AppError('fetch-status', `${url.href} was not asked for: ${site} wants fewer requests.`, {
        subject: url.href,
        hint: `It is left alone for another ${Math.ceil(left / 60_000)} minutes.`,
        data: { status: 429, retryAfter: Math.ceil(left / 1000) },
      });
    },
    note(url, retryAfter) {
      const ms = retryAfter === undefined ? DEFAULT_MS : Math.min(retryAfter * 1000, MAX_MS);
      if (until.size >= MAX_SITES) until.clear();
      const site = siteOf(url);
      until.set(site, Math.max(until.get(site) ?? 0, now() + ms));
    },
  };
};
