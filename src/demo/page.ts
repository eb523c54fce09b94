import type { DemoArticle } from './articles/article.ts';
import { commentSection, cookieBanner, mostRead, newsletterBox, shareBar, siteFooter, siteHeader } from './clutter.ts';
import { articlePath } from './edition.ts';
import { type Block, blocks, escapeXml, inline } from './markup.ts';
import type { Outlet } from './outlet.ts';
import { articleHead, bylineBar, type PageInput } from './page-head.ts';

const STYLE = `body{margin:0 auto;max-width:60rem;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#222}
nav li{display:inline;margin-right:1rem}aside,.box{background:#f3f1ec;padding:.5rem 1rem;margin:1rem 0}
.demo{background:#b00020;color:#fff;padding:.2rem .6rem;font:bold .8rem sans-serif}figcaption,.meta{color:#666;font-size:.85rem}`;

/** A whole HTML page of an outlet: `head` goes into the head, `main` between the site's header and footer. */
export const document = (outlet: Outlet, head: string, main: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="${outlet.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="receipts-demo" content="DEMO">
${head}
<link rel="alternate" type="application/${outlet.feed.format === 'json' ? 'feed+json' : `${outlet.feed.format}+xml`}" title="${escapeXml(outlet.name)}" href="/${outlet.slug}/${outlet.feed.file}">
<style>${STYLE}</style>
</head>
<body class="site site-${outlet.slug}">
${cookieBanner(outlet)}
${siteHeader(outlet)}
${main}
${siteFooter(outlet)}
</body>
</html>
`;

const bodyBlock = (outlet: Outlet, article: DemoArticle, part: Block): string => {
  switch (part.kind) {
    case 'list':
      return `<ul>${part.items.map(item => `<li>${inline(item)}</li>`).join('\n')}</ul>`;
    case 'heading':
      return `<h2>${inline(part.text)}</h2>`;
    case 'note':
      return `<p class="update-note"><em>${inline(part.text)}</em></p>`;
    case 'pull-quote':
      return outlet.page.pullQuote === 'aside'
        ? `<aside class="pull-quote"><p>${inline(part.text)}</p></aside>`
        : `<blockquote class="pull-quote">${inline(part.text)}</blockquote>`;
    case 'photo':
      return `<figure><img src="/${outlet.slug}/pictures/${article.slug}.svg" alt="" width="640" height="360">
<figcaption>${inline(part.text)}</figcaption></figure>`;
    case 'paragraph':
      return `<p>${inline(part.text)}</p>`;
  }
};

/** The body with the newsletter box that interrupts it half-way, as boxes do. */
const bodyHtml = ({ outlet, article }: PageInput): string => {
  const parts = blocks(article.body).map(part => bodyBlock(outlet, article, part));
  const middle = Math.ceil(parts.length / 2);
  return [...parts.slice(0, middle), newsletterBox(outlet), ...parts.slice(middle)].join('\n');
};

const related = (outlet: Outlet, article: DemoArticle): string => {
  const others = outlet.articles.filter(other => other.edition !== 'later' && other.slug !== article.slug).slice(0, 3);
  const links = others.map(other => `<li><a href="${articlePath(outlet, other)}">${escapeXml(other.title)}</a></li>`);
  return `<div class="related-links box"><h3>Related</h3><ul>${links.join('')}</ul></div>`;
};

/** The page of an article, with everything that news sites put around one. */
export const renderArticle = (origin: string, outlet: Outlet, article: DemoArticle): string => {
  const input = { origin, outlet, article };
  const main = `<main>
<div class="breadcrumbs"><a href="/${outlet.slug}/">Home</a> › <a href="/${outlet.slug}/">News</a></div>
<article>
<header>
<h1>${escapeXml(article.title)}</h1>
<p class="standfirst">${escapeXml(article.summary)}</p>
${bylineBar(input)}
${shareBar()}
</header>
<div class="article-body">
${bodyHtml(input)}
</div>
${shareBar()}
</article>
${related(outlet, article)}
${mostRead(outlet)}
${commentSection()}
</main>`;
  return document(outlet, articleHead(input), main);
};

/** The front page of an outlet. */
export const renderFront = (outlet: Outlet, articles: readonly DemoArticle[]): string => {
  const teasers = articles.map(
    article =>
      `<li><h2><a href="${articlePath(outlet, article)}">${escapeXml(article.title)}</a></h2><p>${escapeXml(article.summary)}</p></li>`,
  );
  return document(outlet, `<title>${escapeXml(outlet.name)}</title>`, `<main><ul>${teasers.join('\n')}</ul></main>`);
};

/** What a reader without a subscription gets instead of an article. */
export const renderRefusal = (outlet: Outlet): string =>
  document(
    outlet,
    '<title>Subscribers only</title>',
    '<main><h1>Subscribers only</h1><p>Please sign in to read on.</p></main>',
  );
