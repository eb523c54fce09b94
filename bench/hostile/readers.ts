import { createFetcher, createParsers, createRobots } from '../../ingest/index.ts';
import type { Case } from './feed-cases.ts';
import type { Outcome } from './judge.ts';

export interface Readers {
  /** Has all workers load their libraries. */
  warm(): Promise<void>;
  /** Fetches an address and reads what it gives as this kind of thing. */
  read(url: string, kind: Case['kind']): Promise<Outcome>;
  close(): Promise<void>;
}

/** Time for a fetch from a server that answers slowly or never, so that a run can wait for it; else the product's own. */
const SLOW_MS = 1_500;

/** The product's own fetcher, parsers and robots.txt, with its own limits. `now`: UTC ISO 8601. */
export const createReaders = (origins: readonly string[], now: string): Readers => {
  const userAgent = 'Receipts/test (hostile input)';
  const options = { userAgent, allowOrigins: origins, gapMs: 0 };
  const fetcher = createFetcher(options);
  const slowFetcher = createFetcher({ ...options, timeoutMs: SLOW_MS });
  const parsers = createParsers();

  const outcomeOf = async (url: string, kind: Case['kind']): Promise<Outcome> => {
    if (kind === 'robots') {
      const site = { ...fetcher, fetch: () => fetcher.fetch(url, { kind: 'robots' }) };
      const allowed = await createRobots({ fetcher: site, userAgent: 'Receipts' }).allowed(
        `${origins[0]}/${'a'.repeat(1_900)}`,
      );
      return { said: String(allowed) };
    }
    const page = await (url.endsWith('?slow') ? slowFetcher : fetcher).fetch(url, { kind });
    if (page.url.endsWith('/headers')) return { said: new TextDecoder().decode(page.body) };
    const context = { url: 'https://news.example/feed', contentType: page.contentType, now };
    if (kind === 'feed') return { feed: await parsers.parseFeed(page.body, context) };
    if (kind === 'page') return { article: await parsers.extractArticle(page.body, context) };
    return { said: `${(await parsers.parseSitemap(page.body, context)).entries.length} entries` };
  };

  const feed = new TextEncoder().encode('<rss version="2.0"><channel><item><title>x</title></item></channel></rss>');
  return {
    warm: async () =>
      void (await Promise.all([1, 2].map(() => parsers.parseFeed(feed, { url: origins[0] ?? '', now })))),
    read: (url, kind) => outcomeOf(url, kind).catch((error: unknown) => ({ error })),
    async close() {
      await parsers.close();
      await Promise.all([fetcher.close(), slowFetcher.close()]);
    },
  };
};
