import type { Source } from '#domain/article.ts';
import { serve, type TestServer } from './http-server.ts';

interface Story {
  readonly slug: string;
  readonly title: string;
  readonly published?: string;
  readonly summary?: string;
  readonly body: string;
}

/** A news site that a test writes: a feed and its pages, which can change. */
export interface TestOutlet extends AsyncDisposable {
  readonly server: TestServer;
  readonly source: Source;
  readonly stories: Map<string, Story>;
  /** Paths answered otherwise than with their story. */
  readonly answers: Map<string, { readonly status: number; readonly type?: string; readonly body?: string }>;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const item = (origin: string, story: Story): string => `<item>
  <title>${escaped(story.title)}</title><link>${origin}/${story.slug}</link><guid>${story.slug}</guid>
  ${story.published === undefined ? '' : `<pubDate>${new Date(story.published).toUTCString()}</pubDate>`}
  <description>${escaped(story.summary ?? story.title)}</description></item>`;

const page = (
  story: Story,
): string => `<!doctype html><html lang="en"><head><title>${escaped(story.title)} | Test Outlet</title>
${story.published === undefined ? '' : `<meta property="article:published_time" content="${story.published}">`}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${escaped(story.title)}</h1>
${story.body
  .split('\n\n')
  .map(paragraph => `<p>${escaped(paragraph)}</p>`)
  .join('\n')}
</article><footer>All rights kept</footer></body></html>`;

/** Starts a news site on the loopback. Use it with `await using`. */
export const startOutlet = async (id: string, stories: readonly Story[]): Promise<TestOutlet> => {
  const held = new Map(stories.map(story => [story.slug, story]));
  const answers: TestOutlet['answers'] = new Map();
  const server: TestServer = await serve((request, response) => {
    const path = (request.url ?? '/').slice(1);
    const fixed = answers.get(path);
    if (fixed) {
      response.writeHead(fixed.status, { 'content-type': fixed.type ?? 'text/html' }).end(fixed.body ?? '');
      return;
    }
    if (path === 'feed.xml') {
      const body = `<rss version="2.0"><channel><title>${id}</title>${[...held.values()].map(s => item(server.origin, s)).join('')}</channel></rss>`;
      const etag = `"${Buffer.from(body).length}-${[...held.values()].map(s => s.title.length + (s.published ?? '').length).join('.')}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
      return;
    }
    const story = held.get(path);
    if (story) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(story));
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Nothing here</h1>');
  });
  return {
    server,
    stories: held,
    answers,
    source: {
      id,
      publisher: `${id} news`,
      country: 'GB',
      kind: 'news',
      feedUrl: `${server.origin}/feed.xml`,
      language: 'en',
      why: 'A test.',
      confirmed: true,
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
};
