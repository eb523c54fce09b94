import { AppError } from '#errors';
import { webUrl } from '#ingest';
import type { PageReader } from '../page.ts';
import type { Planning } from './sitemaps.ts';
import { isWanted, type Target } from './target.ts';

/** Numbered pages as WordPress and its like have them. */
const numbered = (feed: string, page: number): string => {
  const url = webUrl(feed);
  url.searchParams.set('paged', String(page));
  return url.href;
};

const readOne = async (reader: PageReader, url: string) => {
  if (!(await reader.robots.allowed(url)))
    throw new AppError('fetch-robots', `${url} asks robots to stay away (robots.txt).`, { subject: url });
  const { body, contentType, url: answered } = await reader.fetcher.fetch(url, { kind: 'feed' });
  const now = reader.now().toISOString();
  return reader.parsers.parseFeed(body, { url: answered, now, ...(contentType === undefined ? {} : { contentType }) });
};

/** A page beyond the last: the site says that there is none, or shows something else. */
const isPastEnd = (error: unknown): boolean => {
  if (!(error instanceof AppError)) return false;
  const status = Number(error.data?.['status']);
  return error.code === 'feed-malformed' || (error.code === 'fetch-status' && status < 500 && status !== 429);
};

/**
 * The articles of a feed and of its older pages: where the feed names them (RFC 5005, `next` and `prev-archive`; JSON
 * Feed, `next_url`), else by number (`?paged=2`). Ends after `pages` pages, at one that brings nothing new, or at one
 * all of which is older than `from`.
 *
 * @throws AppError where the first page cannot be had
 */
export async function* feedPages(
  reader: PageReader,
  feed: string,
  { wanted, signal, say = () => {}, pages }: Planning & { readonly pages: number },
): AsyncGenerator<Target> {
  const seen = new Set<string>();
  const asked = new Set<string>();
  let address = webUrl(feed).href;
  for (let page = 1; page <= pages && !signal?.aborted && !asked.has(address); page++) {
    asked.add(address);
    const read = await readOne(reader, address).catch((error: unknown) => {
      if (page === 1 || !isPastEnd(error)) throw error;
      return undefined;
    });
    if (read === undefined) return;
    for (const warning of read.warnings) say(`${address}: ${warning}`);
    const fresh = read.items.filter(({ url }) => /^https?:/.test(url) && !seen.has(url));
    if (fresh.length === 0) return;
    for (const { url, title, publishedAt } of fresh) {
      seen.add(url);
      const target = { url, title, ...(publishedAt === undefined ? {} : { published: publishedAt }) };
      if (isWanted(target, wanted)) yield target;
    }
    const { from } = wanted;
    if (from !== undefined && fresh.every(({ publishedAt }) => publishedAt !== undefined && publishedAt < from)) return;
    address = read.nextPage ?? numbered(feed, page + 1);
  }
}
