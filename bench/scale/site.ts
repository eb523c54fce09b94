import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Source } from '#domain/article.ts';

const SHOPS = [
  'Marks & Spencer',
  'Co-op',
  'Harrods',
  'Tesco',
  'Sainsbury’s',
  'Morrisons',
  'Asda',
  'Currys',
  'JD Sports',
  'Adidas',
  'Dior',
  'Cartier',
  'Victoria’s Secret',
  'Auchan',
  'Carrefour',
  'Leroy Merlin',
  'Decathlon',
  'Boots',
  'Next',
  'Primark',
];
const HARMS = [
  'names and email addresses of customers were taken',
  'online orders were suspended',
  'the website was unavailable',
  'phone numbers of customers were stolen',
  'no passwords were taken',
];

const shopOf = (host: number, number: number): string => SHOPS[(host * 7 + number) % SHOPS.length] ?? '';

const pageOf = (host: number, number: number): string => {
  const shop = shopOf(host, number);
  const harm = HARMS[(host + number) % HARMS.length];
  return `<!doctype html><html lang="en"><head><title>${shop} hit by cyber attack, report ${host}-${number}</title>
<meta property="article:published_time" content="2026-03-0${1 + (number % 9)}T09:00:00Z"></head><body><article>
<h1>${shop} hit by cyber attack, report ${host}-${number}</h1>
<p>${shop} has confirmed that it was hit by a cyber attack in March 2026. The retailer said that ${harm}.</p>
<p>Shoppers in town number ${host} said that they had waited at the tills for a while, and staff took cash on the day of report ${number}. A spokesperson thanked everybody for their patience and promised to say more in the coming days.</p>
</article></body></html>`;
};

/** News sites on addresses of this machine alone, each with a feed. */
export interface Sites {
  readonly origins: readonly string[];
  readonly sources: readonly Source[];
  /** Articles that all feeds offer together. */
  readonly articles: number;
  /** Times, in ms, at which each host was asked. */
  readonly asked: ReadonlyMap<string, readonly number[]>;
  close(): void;
}

/** Starts so many sites (127.0.1.1 …) with so many articles each. */
export const openSites = async (hosts: number, each: number): Promise<Sites> => {
  const asked = new Map<string, number[]>();
  const server = createServer((request, response) => {
    const host = request.headers.host?.split(':')[0] ?? '';
    const number = Number(host.split('.')[3]);
    const times = asked.get(host) ?? [];
    asked.set(host, times);
    times.push(performance.now());
    const article = /^\/story\/(\d+)$/.exec(request.url ?? '')?.[1];
    if (article !== undefined)
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(pageOf(number, Number(article)));
    if (request.url !== '/feed.xml') return response.writeHead(404).end();
    const items = Array.from(
      { length: each },
      (_, index) =>
        `<item><title>${shopOf(number, index).replace('&', '&amp;')} hit by cyber attack, report ${number}-${index}</title><link>http://${request.headers.host}/story/${index}</link><guid>${number}-${index}</guid></item>`,
    );
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Site ${number}</title>${items.join('')}</channel></rss>`,
      );
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origins = Array.from({ length: hosts }, (_, index) => `http://127.0.1.${index + 1}:${port}`);
  const sources = origins.map(
    (origin, index): Source => ({
      id: `site-${index + 1}`,
      publisher: `Site ${index + 1}`,
      country: 'GB',
      kind: 'news',
      feedUrl: `${origin}/feed.xml`,
      language: 'en',
      why: 'A benchmark.',
      confirmed: true,
    }),
  );
  return {
    origins,
    sources,
    articles: hosts * each,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
