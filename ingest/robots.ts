import robotsParser from 'robots-parser';
import { AppError } from '#errors';
import type { Fetcher } from './fetch.ts';

export interface Robots {
  /** Whether the site's robots.txt lets this program read a page. */
  allowed(url: string): Promise<boolean>;
}

/** The package's types describe a default export inside the function that it really exports. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

type Rules = (url: string) => boolean;

const DAY_MS = 24 * 60 * 60 * 1000;
/** An unreachable robots.txt is asked for again sooner: the site may be back. */
const RETRY_MS = 60 * 60 * 1000;
/** Bytes of a robots.txt that are read; RFC 9309, 2.5 asks for 500 KiB at least. */
const MAX_BYTES = 512 * 1024;
const MAX_SITES = 5_000;

/**
 * robots.txt by RFC 9309: kept for 24 h per origin; an answer of 4xx allows all, one of 5xx or none at all forbids all.
 * `userAgent`: the product token that sites name.
 */
export const createRobots = (options: {
  readonly fetcher: Fetcher;
  readonly userAgent: string;
  readonly now?: () => number;
}): Robots => {
  const now = options.now ?? Date.now;
  const sites = new Map<string, { readonly until: number; readonly rules: Promise<Rules> }>();

  const load = async (origin: string): Promise<{ readonly rules: Rules; readonly keepMs: number }> => {
    try {
      const page = await options.fetcher.fetch(`${origin}/robots.txt`, { kind: 'robots' });
      const text = new TextDecoder().decode(page.body.subarray(0, MAX_BYTES));
      const robots = parseRobots(`${origin}/robots.txt`, text);
      return { rules: url => robots.isAllowed(url, options.userAgent) ?? true, keepMs: DAY_MS };
    } catch (error) {
      return isAbsent(error) ? { rules: () => true, keepMs: DAY_MS } : { rules: () => false, keepMs: RETRY_MS };
    }
  };

  return {
    async allowed(input) {
      const { origin, href } = new URL(input);
      const known = sites.get(origin);
      if (known !== undefined && known.until > now()) return (await known.rules)(href);
      const loading = load(origin);
      const rules = loading.then(loaded => loaded.rules);
      if (sites.size >= MAX_SITES) sites.clear();
      sites.set(origin, { until: now() + DAY_MS, rules });
      const { keepMs } = await loading;
      sites.set(origin, { until: now() + keepMs, rules });
      return (await rules)(href);
    },
  };
};

/** There is no robots.txt: 4xx, or something of another type at its address. 429 says that the site is overloaded. */
const isAbsent = (error: unknown): boolean => {
  if (!(error instanceof AppError)) return false;
  if (error.code === 'fetch-content-type') return true;
  const status = error.code === 'fetch-status' ? Number(error.data?.['status']) : 0;
  return status >= 400 && status < 500 && status !== 429;
};
