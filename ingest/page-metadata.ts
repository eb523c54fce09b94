import { getDomain } from 'tldts';
import type { ExtractedArticle } from '#domain/article.ts';
import { webAddress } from './canonical-url.ts';
import { FUTURE_TOLERANCE_MS, parseMoment } from './dates.ts';
import { htmlToLine } from './html-text.ts';
import { type LinkedArticle, linkedArticle } from './json-ld.ts';
import type { PageScan } from './page-scan.ts';

/** Everything of an article but its text. `language`: as declared, if it is. */
export type PageMetadata = Omit<ExtractedArticle, 'text' | 'method'>;

const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date_published',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.issued',
  'dc.date',
  'dc.date.created',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'published_time',
  'publish-date',
  'publishdate',
  'publication_date',
  'pubdate',
  'citation_publication_date',
  'iso-8601-publish-date',
  'date',
] as const;
const MODIFIED_METAS = [
  'article:modified_time',
  'article:modified',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
  'last-modified',
  'lastmod',
] as const;
const AUTHOR_METAS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'byl',
  'citation_author',
] as const;

/**
 * Title, byline, dates, language, canonical address and site name of a page, from what it declares: JSON-LD first, then
 * metas, then elements. `now` (UTC ISO 8601): later dates are left out.
 */
export const pageMetadata = (scan: PageScan, url: string, now: string | undefined): PageMetadata => {
  const linked = linkedArticle(scan.jsonLd);
  const siteName = line(scan.metas.get('og:site_name') ?? linked.publisher ?? scan.metas.get('application-name'));
  const publishedAt = firstDate(
    [linked.datePublished, ...metaValues(scan, PUBLISHED_METAS), ...timeValues(scan, 'published'), dayInPath(url)],
    now,
  );
  const modified = firstDate(
    [linked.dateModified, ...metaValues(scan, MODIFIED_METAS), ...timeValues(scan, 'modified')],
    now,
  );
  const modifiedAt =
    modified !== undefined && publishedAt !== undefined && modified <= publishedAt ? undefined : modified;
  const byline = bylineOf(linked, scan);
  const language = languageOf(scan, linked);
  const canonicalUrl = canonicalOf(scan, url);
  return {
    title: titleOf(scan, linked, siteName),
    ...(byline === undefined ? {} : { byline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(language === undefined ? {} : { language }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(siteName === undefined ? {} : { siteName }),
  };
};

const line = (html: string | undefined): string | undefined => {
  const text = htmlToLine(html ?? '').slice(0, 1_000);
  return text === '' ? undefined : text;
};

const metaValues = (scan: PageScan, names: readonly string[]): (string | undefined)[] =>
  names.map(name => scan.metas.get(name));

/** `<time>` elements: those marked as the date in question, and for the publication the first of the page. */
const timeValues = (scan: PageScan, which: 'published' | 'modified'): string[] => {
  const marked = scan.times.filter(({ itemprop, className }) =>
    which === 'published'
      ? itemprop.includes('datepublished') || /\b(?:published|pubdate|entry-date|post-date)\b/.test(className)
      : itemprop.includes('datemodified') || /\b(?:updated|modified)\b/.test(className),
  );
  const rest = which === 'published' && marked.length === 0 ? scan.times.slice(0, 1) : [];
  return [...marked, ...rest].map(time => time.datetime);
};

/**
 * UTC ISO 8601, or the bare day where the page gives no time, or a time without its zone: the day is then all that is
 * sure.
 */
const firstDate = (candidates: readonly (string | undefined)[], now: string | undefined): string | undefined => {
  for (const candidate of candidates) {
    const moment = candidate === undefined ? undefined : parseMoment(candidate);
    if (moment === undefined) continue;
    const date = moment.kind === 'instant' ? moment.iso : moment.day;
    if (now === undefined || Date.parse(date) <= Date.parse(now) + FUTURE_TOLERANCE_MS) return date;
  }
  return undefined;
};

/** The day that many addresses carry: `/2025/04/22/`, `/2025/apr/22/`. The last resort. */
const dayInPath = (url: string): string | undefined => {
  const match = /\/((?:19|20)\d{2})\/(\d{1,2}|[a-z]{3})\/(\d{1,2})(?=\/|$)/i.exec(new URL(url).pathname);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return /\d/.test(month) ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${day} ${month} ${year}`;
};

const SEPARATOR = /\s+[|\-–—·»:]\s+/;

/** The headline without the site's name. */
const titleOf = (scan: PageScan, linked: LinkedArticle, siteName: string | undefined): string => {
  const headings = scan.headings.map(line).filter(heading => heading !== undefined);
  const tag = line(scan.title);
  const declared = line(linked.headline) ?? line(scan.metas.get('og:title')) ?? line(scan.metas.get('twitter:title'));
  // The heading of the page, where what is declared confirms that it is the article's.
  const confirmed = headings.find(heading => heading.length > 8 && (isPart(heading, tag) || isPart(heading, declared)));
  const title = confirmed ?? declared ?? tag ?? headings[0] ?? '';
  return withoutSite(title, siteName);
};

const isPart = (part: string, whole: string | undefined): boolean =>
  whole?.toLowerCase().includes(part.toLowerCase()) ?? false;

const withoutSite = (title: string, siteName: string | undefined): string => {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || siteName === undefined) return title;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/^the/, '');
  if (plain(last) === '' || plain(last) !== plain(siteName)) return title;
  return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|\-–—·»:]\s+$/, '');
};

const bylineOf = (linked: LinkedArticle, scan: PageScan): string | undefined => {
  const declared = [linked.author, ...metaValues(scan, AUTHOR_METAS)].map(line);
  return declared
    .find(author => author !== undefined && author.length < 200 && !/^(?:https?:|www\.)/i.test(author))
    ?.replace(/^by\s+/i, '');
};

/** ISO 639-1 of html lang, of JSON-LD or of og:locale. */
const languageOf = (scan: PageScan, linked: LinkedArticle): string | undefined =>
  [scan.language, linked.language, scan.metas.get('og:locale'), scan.metas.get('content-language')]
    .map(tag => /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase())
    .find(code => code !== undefined);

/**
 * The address that the page declares for itself, only where it is one of the same site (registrable domain, or host),
 * and not the site's front page.
 */
const canonicalOf = (scan: PageScan, url: string): string | undefined => {
  const base = scan.base === undefined ? url : (URL.parse(scan.base, url)?.href ?? url);
  for (const candidate of [...scan.links.map(link => link.href), scan.metas.get('og:url') ?? '']) {
    const address = candidate.trim() === '' ? undefined : webAddress(candidate, base);
    if (address !== undefined && isSameSite(address, url) && !isFrontPage(address, url)) return address;
  }
  return undefined;
};

const isSameSite = (address: string, url: string): boolean => {
  const domain = getDomain(url);
  return domain === null ? new URL(address).host === new URL(url).host : getDomain(address) === domain;
};

const isFrontPage = (address: string, url: string): boolean => {
  const target = new URL(address);
  return target.pathname === '/' && target.search === '' && new URL(url).pathname !== '/';
};
