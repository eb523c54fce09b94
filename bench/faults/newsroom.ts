import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Source } from '#domain/article.ts';

/** An article that the newsroom serves. */
export interface ServedArticle {
  readonly url: string;
  readonly paragraphs: readonly string[];
}

/** A real web server with any number of small feeds; what it serves is what the archive must hold in the end. */
export interface Newsroom extends AsyncDisposable {
  readonly origin: string;
  /** The source of the feed with this number; its articles count as served from now on. */
  feed(number: number): Source;
  readonly served: ReadonlyMap<string, ServedArticle>;
  /** How often each feed was asked for, by its number. */
  readonly polls: ReadonlyMap<number, number>;
  /** Adds an article to a feed. */
  grow(number: number): void;
  /** From now on articles are asked for in vain: no answer comes. */
  hold(): void;
  /** Answers those that still wait, and all that come. */
  release(): void;
  /** How often an article was asked for. */
  readonly asked: () => number;
}

const SHOPS = ['Harrods', 'Co-op', 'Marks & Spencer', 'Currys', 'Boots', 'Next', 'Asda', 'Morrisons', 'Waitrose'];
const ARTICLES = 5;
/** Most articles that a feed shows, the newest ones. */
const SHOWN = 20;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const story = (feed: number, item: number) => {
  const shop = SHOPS[feed % SHOPS.length] ?? '';
  const day = new Date(Date.UTC(2025, feed % 12, 3 + (item % 300)));
  const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const people = `${feed + 2},${100 + (item % 900)}`;
  return {
    title: `${shop} says names of ${people} customers were taken in a cyber attack`,
    published: day.toISOString(),
    paragraphs: [
      `${shop} said on ${date} that it was the victim of a cyber attack. The retailer said that hackers took the names and e-mail addresses of ${people} customers.`,
      `A spokesperson for ${shop} said: "No passwords were taken in the attack, and our shops stay open." The company suspended online orders while it worked with specialists, and it told the Information Commissioner's Office about the incident.`,
      `It is report ${item} of series ${feed} from the harbour town, where the quay was as busy as on every other market day and people bought bread, lamps and nets until the evening.`,
    ],
  };
};

const itemXml = (url: string, { title, published }: ReturnType<typeof story>): string =>
  `<item><title>${escaped(title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description>${escaped(title)}</description></item>`;

const pageHtml = ({ title, published, paragraphs }: ReturnType<typeof story>): string =>
  `<!doctype html><html lang="en"><head><title>${escaped(title)}</title><meta property="article:published_time" content="${published}"></head><body><article><h1>${escaped(title)}</h1>${paragraphs.map(text => `<p>${escaped(text)}</p>`).join('')}</article></body></html>`;

/** Starts a newsroom on the loopback. `delayMs`: how long a feed takes to answer. */
export const startNewsroom = async ({ delayMs = 0 } = {}): Promise<Newsroom> => {
  const served = new Map<string, ServedArticle>();
  const polls = new Map<number, number>();
  const sizes = new Map<number, number>();
  let [origin, asked] = ['', 0];
  let held: (() => void)[] | undefined;
  const urlOf = (feed: number, item: number) => `${origin}/series-${feed}/report-${item}`;
  const sendFeed = (feed: number, response: ServerResponse) => {
    polls.set(feed, (polls.get(feed) ?? 0) + 1);
    const size = sizes.get(feed) ?? ARTICLES;
    const numbers = Array.from({ length: size }, (_, item) => item).slice(-SHOWN);
    const items = numbers.map(item => itemXml(urlOf(feed, item), story(feed, item)));
    const body = `<rss version="2.0"><channel><title>Series ${feed}</title>${items.join('')}</channel></rss>`;
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body), delayMs);
  };
  const sendPage = (feed: number, item: number, response: ServerResponse) => {
    asked++;
    const answer = () => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageHtml(story(feed, item)));
    };
    if (held === undefined) answer();
    else held.push(answer);
  };
  const server = createServer((request, response) => {
    const [, feed, item] = /^\/series-(\d+)\/(?:report-(\d+)|feed\.xml)$/.exec(request.url ?? '') ?? [];
    if (feed === undefined) response.writeHead(404).end();
    else if (item === undefined) sendFeed(Number(feed), response);
    else sendPage(Number(feed), Number(item), response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serve = (feed: number, item: number) => {
    const url = urlOf(feed, item);
    served.set(url, { url, paragraphs: story(feed, item).paragraphs });
  };
  const room: Newsroom = {
    origin,
    served,
    polls,
    hold: () => {
      held ??= [];
    },
    release: () => {
      const waiting = held ?? [];
      held = undefined;
      for (const answer of waiting) answer();
    },
    asked: () => asked,
    grow: number => {
      const size = sizes.get(number) ?? ARTICLES;
      sizes.set(number, size + 1);
      serve(number, size);
    },
    feed: number => {
      for (let item = 0; item < (sizes.get(number) ?? ARTICLES); item++) serve(number, item);
      return {
        id: `series-${number}`,
        publisher: `Harbour Series ${number}`,
        country: 'GB',
        kind: 'news',
        feedUrl: `${origin}/series-${number}/feed.xml`,
        language: 'en',
        why: 'A feed of the fault loop.',
        confirmed: true,
      };
    },
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return room;
};
