import type { DemoArticle } from './articles/article.ts';
import { articlePath, lastTouched, touched } from './edition.ts';
import { escapeXml, feedHtml } from './markup.ts';
import type { FeedFormat, Outlet } from './outlet.ts';

/** A feed about to be written. */
interface FeedInput {
  readonly origin: string;
  readonly outlet: Outlet;
  readonly articles: readonly DemoArticle[];
}

const link = ({ origin, outlet }: FeedInput, article: DemoArticle): string =>
  `${origin}${articlePath(outlet, article)}${article.tracking ? `?${article.tracking}` : ''}`;

const dated = (article: DemoArticle): boolean => article.undated === undefined;
const cdata = (html: string): string => `<![CDATA[${html}]]>`;
const declaration = (outlet: Outlet): string => `<?xml version="1.0" encoding="${outlet.charset}"?>`;
const content = (outlet: Outlet, article: DemoArticle): string | undefined =>
  outlet.feed.carries === 'full' || article.pageStatus !== undefined ? feedHtml(article.body) : undefined;

/** A title as the outlet's system writes it: some forget to escape. */
const feedTitle = (outlet: Outlet, title: string): string => (outlet.feed.strayAmpersands ? title : escapeXml(title));

const rssItem = (input: FeedInput, article: DemoArticle): string => {
  const full = content(input.outlet, article);
  return `<item>
<title>${feedTitle(input.outlet, article.title)}</title>
<link>${escapeXml(link(input, article))}</link>
<guid isPermaLink="false">${input.outlet.slug}:${article.slug}</guid>
${dated(article) ? `<pubDate>${new Date(article.published).toUTCString()}</pubDate>\n` : ''}<dc:creator>${cdata(article.byline)}</dc:creator>
<description>${cdata(`<p>${escapeXml(article.summary)}</p>`)}</description>
${full === undefined ? '' : `<content:encoded>${cdata(full)}</content:encoded>\n`}</item>`;
};

const rss = (input: FeedInput): string => `${declaration(input.outlet)}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${feedTitle(input.outlet, input.outlet.name)}</title>
<link>${input.origin}/${input.outlet.slug}/</link>
<description>${escapeXml(input.outlet.tagline)}</description>
<language>en-gb</language>
<lastBuildDate>${(lastTouched(input.articles) ?? new Date(0)).toUTCString()}</lastBuildDate>
${input.articles.map(article => rssItem(input, article)).join('\n')}
</channel>
</rss>
`;

const atomEntry = (input: FeedInput, article: DemoArticle): string => {
  const { outlet, origin } = input;
  const full = content(outlet, article);
  const href = outlet.feed.relativeLinks ? article.slug : link(input, article);
  return `<entry>
<title type="html">${escapeXml(escapeXml(article.title))}</title>
<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>
<id>${origin}${articlePath(outlet, article)}</id>
${dated(article) ? `<published>${article.published}</published>\n` : ''}<updated>${touched(article)}</updated>
<author><name>${escapeXml(article.byline)}</name></author>
<summary>${escapeXml(article.summary)}</summary>
${full === undefined ? '' : `<content type="html">${escapeXml(full)}</content>\n`}</entry>`;
};

const atom = (input: FeedInput): string => `${declaration(input.outlet)}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="${input.origin}/${input.outlet.slug}/">
<title>${escapeXml(input.outlet.name)}</title>
<subtitle>${escapeXml(input.outlet.tagline)}</subtitle>
<link rel="self" href="${input.origin}/${input.outlet.slug}/${input.outlet.feed.file}"/>
<link rel="alternate" type="text/html" href="${input.origin}/${input.outlet.slug}/"/>
<id>tag:receipts.invalid,2025:${input.outlet.slug}</id>
<updated>${(lastTouched(input.articles) ?? new Date(0)).toISOString()}</updated>
${input.articles.map(article => atomEntry(input, article)).join('\n')}
</feed>
`;

const rdfItem = (input: FeedInput, article: DemoArticle): string => {
  const url = escapeXml(link(input, article));
  const date = dated(article) ? `<dc:date>${article.published}</dc:date>\n` : '';
  return `<item rdf:about="${url}">
<title>${escapeXml(article.title)}</title>
<link>${url}</link>
<description>${escapeXml(article.summary)}</description>
<dc:creator>${escapeXml(article.byline)}</dc:creator>
${date}</item>`;
};

const rdf = (input: FeedInput): string => `${declaration(input.outlet)}
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${input.origin}/${input.outlet.slug}/">
<title>${escapeXml(input.outlet.name)}</title>
<link>${input.origin}/${input.outlet.slug}/</link>
<description>${escapeXml(input.outlet.tagline)}</description>
<items><rdf:Seq>
${input.articles.map(article => `<rdf:li rdf:resource="${escapeXml(link(input, article))}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${input.articles.map(article => rdfItem(input, article)).join('\n')}
</rdf:RDF>
`;

const jsonItem = (input: FeedInput, article: DemoArticle): Readonly<Record<string, unknown>> => ({
  id: `${input.outlet.slug}/${article.slug}`,
  url: link(input, article),
  title: article.title,
  summary: article.summary,
  content_html: content(input.outlet, article) ?? `<p>${escapeXml(article.summary)}</p>`,
  ...(dated(article) ? { date_published: article.published } : {}),
  ...(article.modified ? { date_modified: article.modified } : {}),
  authors: [{ name: article.byline }],
});

const json = (input: FeedInput): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: input.outlet.name,
    description: input.outlet.tagline,
    language: 'en-GB',
    home_page_url: `${input.origin}/${input.outlet.slug}/`,
    feed_url: `${input.origin}/${input.outlet.slug}/${input.outlet.feed.file}`,
    items: input.articles.map(article => jsonItem(input, article)),
  });

const WRITERS: Readonly<Record<FeedFormat, (input: FeedInput) => string>> = { rss, atom, rdf, json };

/** Content types as such servers really send them; the charset of an XML feed stands in its declaration. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
};

/** The text of an outlet's feed, in its format; `origin` is the newsroom's, without trailing slash. */
export const renderFeed = (origin: string, outlet: Outlet, articles: readonly DemoArticle[]): string =>
  WRITERS[outlet.feed.format]({ origin, outlet, articles });
