import { AppError } from '#errors';
import type { Fetcher } from './fetch.ts';
import { webUrl } from './fetch-url.ts';
import { type RobotsRules, robotsRules } from './robots-rules.ts';

export interface Robots {
  /**
   * Whether the site's robots.txt lets this program read a page. Throws the AppError of the fetch where the file cannot
   * be had: then nothing may be read, but nobody has said so for good. `invalid-parameter` for what is no web address.
   */
  allowed(url: string): Promise<boolean>;
  /** Seconds that the site wants between two requests, where it says so. Throws like `allowed`. */
  crawlDelay(url: string): Promise<number | undefined>;
  /** The sitemaps that the site's robots.txt names. Throws like `allowed`. */
  sitemaps(url: string): Promise<readonly string[]>;
}

const NO_RULES: RobotsRules = { allows: () => true, sitemaps: [] };

const DAY_MS = 24 * 60 * 60 * 1000;
/** An unreachable robots.txt is asked for again sooner: the site may be back when its page is tried again. */
const RETRY_MS = 5 * 60 * 1000;
/** Bytes of a robots.txt that are read; RFC 9309, 2.5 asks for 500 KiB at least. */
const MAX_BYTES = 512 * 1024;
const MAX_SITES = 5_000;

/**
 * robots.txt by RFC 9309: kept for 24 h per origin; an answer of 4xx allows all; after one of 5xx or none at all
 * nothing is read until the file can be had.
 * `userAgent`: the product token that sites name.
 */
export const createRobots = (options: {
  readonly fetcher: Fetcher;
  readonly userAgent: string;
  readonly now?: () => number;
}): Robots => {
  const now = options.now ?? Date.now;
  const sites = new Map<string, { readonly until: number; readonly rules: Promise<RobotsRules> }>();

  const load = async (origin: string): Promise<RobotsRules> => {
    try {
      const page = await options.fetcher.fetch(`${origin}/robots.txt`, { kind: 'robots' });
      return robotsRules(textOf(page.body), options.userAgent);
    } catch (error) {
      if (isAbsent(error)) return NO_RULES;
      throw error;
    }
  };

  const keep = (origin: string, rules: Promise<RobotsRules>, ms: number): void => {
    if (sites.size >= MAX_SITES) sites.clear();
    sites.set(origin, { until: now() + ms, rules });
  };

  const rulesOf = (origin: string): Promise<RobotsRules> => {
    const known = sites.get(origin);
    if (known !== undefined && known.until > now()) return known.rules;
    const rules = load(origin);
    keep(origin, rules, DAY_MS);
    rules.catch(() => keep(origin, rules, RETRY_MS));
    return rules;
  };

  return {
    async allowed(input) {
      const { origin, pathname, search } = webUrl(input);
      return (await rulesOf(origin)).allows(pathname + search);
    },
    crawlDelay: async input => (await rulesOf(webUrl(input).origin)).crawlDelay,
    sitemaps: async input => (await rulesOf(webUrl(input).origin)).sitemaps,
  };
};

/** As much of the file as is read; a line that the limit cuts would say something else. */
const textOf = (body: Uint8Array): string => {
  const text = new TextDecoder().decode(body.subarray(0, MAX_BYTES));
  return body.length > MAX_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
};

/** There is no robots.txt: 4xx, or something of another type at its address. 429 says that the site is overloaded. */
const isAbsent = (error: unknown): boolean => {
  if (!(error instanceof AppError)) return false;
  if (error.code === 'fetch-content-type') return true;
  const status = error.code === 'fetch-status' ? Number(error.data?.['status']) : 0;
  return status >= 400 && status < 500 && status !== 429;
};
