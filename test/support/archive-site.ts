import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { serve, type TestServer } from './http-server.ts';

/** A news site with an archive: a sitemap index with packed parts, and its pages. */
export interface ArchiveSite extends AsyncDisposable {
  readonly origin: string;
  /** Emits `request` for each page that is asked for. */
  readonly incoming: EventEmitter;
  /** How often each page was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  /** How often each page was answered to its last byte, with somebody there to take it. */
  readonly received: ReadonlyMap<string, number>;
  /** Status codes with which pages are answered instead. */
  readonly answers: Map<string, number>;
}

const PART = 200;
const pathOf = (number: number): string => `/2025/harbour-stores-${number}`;
const dayOf = (number: number): string => new Date(Date.UTC(2025, 0, 1 + (number % 300))).toISOString().slice(0, 10);

const pageOf = (number: number): string => `<!doctype html><html lang="en"><head><title>Shop report ${number}</title>
<meta property="article:published_time" content="${dayOf(number)}T09:00:00Z"></head><body><article><h1>Shop report ${number}</h1>
<p>The quay opened its ${number}th season with a market of small stalls, and the town council said that the weather had been kind to everybody who came.</p>
<p>Stallholders sold bread, nets and lamps until the evening, and the ferry ran an hour longer than in the year before.</p>
</article></body></html>`;

const urlset = (origin: string, numbers: readonly number[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${numbers
    .map(number => `<url><loc>${origin}${pathOf(number)}</loc><lastmod>${dayOf(number)}</lastmod></url>`)
    .join('')}</urlset>`;

/**
 * Starts a site of so many pages on the loopback, each of which takes `answerMs` to answer. Use it with `await using`.
 */
export const startArchive = async (pages: number, { answerMs = 0 } = {}): Promise<ArchiveSite> => {
  const asked = new Map<string, number>();
  const received = new Map<string, number>();
  const answers = new Map<string, number>();
  const incoming = new EventEmitter();
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const byPath = new Map(numbers.map(number => [pathOf(number), number]));
  const parts = Array.from({ length: Math.ceil(pages / PART) }, (_, part) =>
    numbers.slice(part * PART, (part + 1) * PART),
  );
  const server: TestServer = await serve(async (request, response) => {
    const path = request.url ?? '/';
    const { origin } = server;
    if (path === '/robots.txt') return response.end(`User-agent: *\nSitemap: ${origin}/sitemap.xml\n`);
    if (path === '/sitemap.xml') {
      const items = parts.map((_, part) => `<sitemap><loc>${origin}/part-${part}.xml.gz</loc></sitemap>`).join('');
      return response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${items}</sitemapindex>`);
    }
    const part = /^\/part-(\d+)\.xml\.gz$/.exec(path)?.[1];
    if (part !== undefined)
      return response
        .writeHead(200, { 'content-type': 'application/gzip' })
        .end(gzipSync(urlset(origin, parts[Number(part)] ?? [])));
    const number = byPath.get(path);
    asked.set(path, (asked.get(path) ?? 0) + 1);
    incoming.emit('request');
    response.once('close', () => {
      if (response.writableFinished) received.set(path, (received.get(path) ?? 0) + 1);
    });
    if (answerMs > 0) await delay(answerMs);
    if (request.socket.readableEnded || request.socket.destroyed) return response.destroy();
    const status = answers.get(path) ?? (number === undefined ? 404 : 200);
    return response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      .end(status === 200 && number !== undefined ? pageOf(number) : 'not to be had');
  });
  return { origin: server.origin, incoming, asked, received, answers, [Symbol.asyncDispose]: () => server.close() };
};
