import type { DemoArticle } from './articles/article.ts';
import { articlePath, touched } from './edition.ts';
import { escapeXml } from './markup.ts';
import type { Outlet } from './outlet.ts';

/** An article page about to be written. */
export interface PageInput {
  readonly origin: string;
  readonly outlet: Outlet;
  readonly article: DemoArticle;
}

const jsonLd = ({ origin, outlet, article }: PageInput): string => {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.summary,
    datePublished: article.published,
    dateModified: touched(article),
    author: [{ '@type': 'Person', name: article.byline }],
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
    mainEntityOfPage: `${origin}${articlePath(outlet, article)}`,
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
};

const meta = (property: string, content: string): string =>
  `<meta property="${property}" content="${escapeXml(content)}">`;

const metaDates = ({ article }: PageInput): string =>
  [
    meta('article:published_time', article.published),
    ...(article.modified ? [meta('article:modified_time', article.modified)] : []),
    meta('article:author', article.byline),
  ].join('\n');

const dates = (input: PageInput): string => {
  if (input.article.undated === 'everywhere') return '';
  if (input.outlet.page.dates === 'json-ld') return jsonLd(input);
  return input.outlet.page.dates === 'meta' ? metaDates(input) : '';
};

/** The head of an article page: title, canonical address, social tags, and the dates where the outlet keeps them there. */
export const articleHead = (input: PageInput): string => {
  const { origin, outlet, article } = input;
  const url = `${origin}${articlePath(outlet, article)}`;
  return `<title>${escapeXml(article.title)} | ${escapeXml(outlet.name)}</title>
<link rel="canonical" href="${url}">
<meta name="description" content="${escapeXml(article.summary)}">
${meta('og:type', 'article')}
${meta('og:title', article.title)}
${meta('og:site_name', outlet.name)}
${meta('og:url', url)}
${dates(input)}`;
};

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' };
const MINUTE: Intl.DateTimeFormatOptions = { ...DAY, hour: '2-digit', minute: '2-digit' };

/** The line under the headline that says who wrote it and when; undated articles show the writer alone. */
export const bylineBar = ({ outlet, article }: PageInput): string => {
  const by = `<span class="byline" rel="author">By ${escapeXml(article.byline)}</span>`;
  if (article.undated === 'everywhere') return `<div class="meta">${by}</div>`;
  const wholeDay = outlet.page.dates === 'time-day';
  const stamp = (of: 'published' | 'updated', iso: string): string =>
    `<time class="${of}" datetime="${wholeDay ? iso.slice(0, 10) : iso}">${new Date(iso).toLocaleString('en-GB', wholeDay ? DAY : MINUTE)}</time>`;
  const updated = article.modified ? ` Updated ${stamp('updated', article.modified)}` : '';
  return `<div class="meta">${by} ${stamp('published', article.published)}${updated}</div>`;
};
