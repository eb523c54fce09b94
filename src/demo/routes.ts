import iconv from 'iconv-lite';
import type { DemoArticle } from './articles/article.ts';
import { articlesIn, type Edition, lastTouched, touched } from './edition.ts';
import { FEED_TYPES, renderFeed } from './feeds.ts';
import { escapeXml } from './markup.ts';
import type { Outlet } from './outlet.ts';
import { OUTLETS } from './outlets.ts';
import { renderArticle, renderFront, renderRefusal } from './page.ts';

/** What the newsroom answers to a GET. */
export interface Answer {
  readonly status: 200 | 403 | 404;
  readonly contentType: string;
  readonly body: Buffer;
  readonly lastModified?: Date | undefined;
}

const ROBOTS = 'User-agent: *\nDisallow: /*/account/\nAllow: /\n';

const encoded = (outlet: Outlet, text: string): Buffer => iconv.encode(text, outlet.charset);

/** The charset stands in the document, not in the header: that is how the old ones are served. */
const html = (outlet: Outlet, status: Answer['status'], text: string, lastModified?: Date): Answer => ({
  status,
  contentType: outlet.charset === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html',
  body: encoded(outlet, text),
  lastModified,
});

const plainAnswer = (status: Answer['status'], contentType: string, text: string): Answer => ({
  status,
  contentType,
  body: Buffer.from(text),
});

const missing = plainAnswer(404, 'text/html; charset=utf-8', '<!doctype html><title>Not found</title><h1>404</h1>\n');

const picture = plainAnswer(
  200,
  'image/svg+xml',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#cfd8dc"/><text x="320" y="190" text-anchor="middle" font-size="40" fill="#607d8b">DEMO</text></svg>\n',
);

const kiosk = (): Answer => {
  const rows = OUTLETS.map(
    ({ slug, name, tagline }) => `<li><a href="/${slug}/">${escapeXml(name)}</a>: ${escapeXml(tagline)}</li>`,
  );
  const text = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="receipts-demo" content="DEMO">
<title>Receipts demo newsroom</title><h1>Receipts demo newsroom</h1><p>DEMO: none of these outlets exists.</p><ul>${rows.join('\n')}</ul></html>\n`;
  return plainAnswer(200, 'text/html; charset=utf-8', text);
};

const articleAnswer = (origin: string, outlet: Outlet, article: DemoArticle): Answer => {
  if (article.pageStatus) return html(outlet, article.pageStatus, renderRefusal(outlet));
  const changed = article.undated === 'everywhere' ? undefined : new Date(touched(article));
  return html(outlet, 200, renderArticle(origin, outlet, article), changed);
};

/**
 * What stands at a path in an edition.
 * @param origin the newsroom's own origin, for the absolute links in feeds and pages
 * @param path the path of the URL, without query
 */
export const answer = (origin: string, path: string, edition: Edition): Answer => {
  if (path === '/') return kiosk();
  if (path === '/robots.txt') return plainAnswer(200, 'text/plain; charset=utf-8', ROBOTS);
  const [, slug, file = '', ...rest] = path.split('/');
  const outlet = OUTLETS.find(candidate => candidate.slug === slug);
  if (!outlet) return missing;
  if (file === 'pictures') return picture;
  if (rest.length > 0) return missing;
  const articles = articlesIn(outlet, edition);
  if (file === '') return html(outlet, 200, renderFront(outlet, articles), lastTouched(articles));
  if (file === outlet.feed.file) {
    const body = encoded(outlet, renderFeed(origin, outlet, articles));
    return { status: 200, contentType: FEED_TYPES[outlet.feed.format], body, lastModified: lastTouched(articles) };
  }
  const article = articles.find(candidate => candidate.slug === file);
  return article ? articleAnswer(origin, outlet, article) : missing;
};
