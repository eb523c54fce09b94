// A part of the web for `npm run load` and `npm run soak`: feeds that gain items, each on an address of its own on the loopback.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const [feeds = 200, first = 5, everySeconds = 60] = process.argv.slice(2).map(Number);
const RETAILERS = [
  'Harrods',
  'Co-op',
  'Tesco',
  'Sainsbury’s',
  'Marks & Spencer',
  'Currys',
  'JD Sports',
  'Lidl',
  'Aldi',
  'IKEA',
  'Zara',
  'Target',
  'Walmart',
  'Kroger',
  'Macy’s',
  'Carrefour',
  'Auchan',
  'Woolworths',
  'Adidas',
  'Decathlon',
];
const began = Date.now();

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

interface Story {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly at: Date;
}

/** The story at a place of a feed: every third tells of an attack, the others of shops and weather. */
const storyOf = (feed: number, place: number): Story => {
  const shop = pick(RETAILERS, feed * 7 + place * 3);
  const at = new Date(began - (first - place) * 86_400_000 * 9 - feed * 60_000);
  const filler = Array.from(
    { length: 12 },
    (_, index) =>
      `Paragraph ${index + 1} of story ${place} in paper ${feed} speaks at some length of shelves, rain, parking and the price of pears, ` +
      'because people like to read of what they know, and because a page without a middle is hard to lay out.',
  );
  if ((feed + place) % 3 !== 0)
    return { title: `${shop} opens shop ${place} in district ${feed}`, paragraphs: filler, at };
  const count = (1 + ((feed * 31 + place * 17) % 900)) * 1000;
  return {
    title: `${shop} says ${count.toLocaleString('en')} customers affected by cyber attack`,
    paragraphs: [
      `${shop} has confirmed that hackers stole names and email addresses of ${count.toLocaleString('en')} customers in a cyber attack.`,
      'No passwords or payment card details were taken, the retailer said.',
      'Online orders are paused, and the police were informed.',
      ...filler,
    ],
    at,
  };
};

const itemsOf = (): number => first + Math.floor((Date.now() - began) / 1000 / everySeconds);

const feedOf = (origin: string, feed: number): string => {
  const items = Array.from({ length: itemsOf() }, (_, place) => place)
    .slice(-30)
    .map(place => {
      const { title, at } = storyOf(feed, place);
      return `<item><title>${escaped(title)}</title><link>${origin}/a/${place}</link><guid>${origin}/a/${place}</guid><pubDate>${at.toUTCString()}</pubDate><description>${escaped(title)}.</description></item>`;
    });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper ${feed}</title><link>${origin}</link><description>x</description>${items.join('')}</channel></rss>`;
};

const pageOf = (feed: number, place: number): string => {
  const { title, paragraphs, at } = storyOf(feed, place);
  return `<!doctype html><html lang="en"><head><title>${escaped(title)}</title><meta property="article:published_time" content="${at.toISOString()}"></head><body><nav><a href="/">Home</a></nav><article><h1>${escaped(title)}</h1>${paragraphs.map(text => `<p>${escaped(text)}</p>`).join('')}</article></body></html>`;
};

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const [, , third = '0', fourth = '0'] = host.split(':')[0]?.split('.') ?? [];
  const feed = (Number(third) - 1) * 250 + Number(fourth) - 1;
  const [, place] = /^\/a\/(\d+)$/.exec(request.url ?? '') ?? [];
  if (request.url === '/robots.txt') {
    response.writeHead(404).end();
    return;
  }
  if (place !== undefined) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageOf(feed, Number(place)));
    return;
  }
  const tag = `"${itemsOf()}"`;
  response.setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
  else response.setHeader('Content-Type', 'application/rss+xml').end(feedOf(`http://${host}`, feed));
});
server.listen(0, '0.0.0.0');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const origins = Array.from(
  { length: feeds },
  (_, feed) => `http://127.0.${1 + Math.floor(feed / 250)}.${1 + (feed % 250)}:${port}`,
);
process.send?.({ origins });
process.once('disconnect', () => process.exit(0));
