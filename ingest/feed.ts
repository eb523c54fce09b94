import type { ParsedFeed } from '#domain/article.ts';
import { AppError, messageOf } from '#errors';
import { decodeText } from './decode.ts';
import { feedItems } from './feed-items.ts';
import { readJson } from './feed-json.ts';
import { nextPageOf } from './feed-next.ts';
import type { RawFeed } from './feed-raw.ts';
import { restOf } from './feed-rest.ts';
import { readStrict } from './feed-strict.ts';
import { readTolerant } from './feed-tolerant.ts';
import { htmlToLine } from './html-text.ts';

/** Most items that are read of one feed. */
export const MAX_ITEMS = 2_000;

/** Where a feed came from, and when. */
export interface FeedContext {
  /** The URL that answered, against which relative links stand. */
  readonly url: string;
  readonly contentType?: string | undefined;
  /** UTC ISO 8601; dates more than a day later are no dates. */
  readonly now: string;
}

/**
 * Reads RSS, RDF, Atom or JSON Feed. Throws AppError `feed-malformed`, saying what the thing looks like, for what is no
 * feed; a damaged feed is read as far as it goes, with warnings.
 */
export const parseFeed = async (body: Uint8Array, context: FeedContext): Promise<ParsedFeed> => {
  const text = decodeText(body, { contentType: context.contentType, xml: true }).replace(/^[\ufeff\s\0]+/, '');
  if (text === '') throw malformed(context.url, 'it is empty', 'Try it again later.');
  const raw =
    text.startsWith('{') || text.startsWith('[') ? jsonFeed(text, context.url) : await xmlFeed(text, context.url);
  const { items, warnings } = feedItems(raw.items, context);
  const ttlMinutes = ttlOf(raw);
  const nextPage = nextPageOf(text, context.url);
  return {
    format: raw.format,
    title: raw.title === undefined ? '' : htmlToLine(raw.title.value).slice(0, 300),
    items,
    warnings: [...raw.warnings, ...warnings],
    ...(ttlMinutes === undefined ? {} : { ttlMinutes }),
    ...(nextPage === undefined ? {} : { nextPage }),
    ...restOf(text),
    ...(raw.isCut === true ? { isCut: true } : {}),
  };
};

const malformed = (url: string, what: string, hint: string, cause?: unknown): AppError =>
  new AppError('feed-malformed', `${url} is no feed: ${what}.`, {
    subject: url,
    hint,
    ...(cause === undefined ? {} : { cause }),
  });

const jsonFeed = (text: string, url: string): RawFeed => {
  let feed: RawFeed | undefined;
  try {
    feed = readJson(text, MAX_ITEMS);
  } catch (error) {
    throw malformed(
      url,
      `it looks like JSON that is damaged (${messageOf(error).slice(0, 120)})`,
      'Try it again later.',
      error,
    );
  }
  if (feed === undefined)
    throw malformed(url, 'it is JSON, but not JSON Feed', 'Check that the address is one of a feed.');
  return feed;
};

/** rss-parser first; the tolerant parser where that cannot, or finds nothing. */
const xmlFeed = async (text: string, url: string): Promise<RawFeed> => {
  const isPage = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text);
  if (isPage && !/<(?:rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 5_000))) throw htmlPage(text, url);
  const strict = await readStrict(text, MAX_ITEMS);
  if (typeof strict !== 'string' && strict.items.length > 0) return strict;
  const tolerant = readTolerant(text, MAX_ITEMS);
  if (tolerant === undefined) {
    if (/<(?:html|body|head|div|p)\b/i.test(text)) throw htmlPage(text, url);
    const looks = text.startsWith('<')
      ? `it is XML of another kind (<${/<([\w:-]+)/.exec(text)?.[1] ?? '?'}>)`
      : 'it is plain text';
    throw malformed(url, looks, 'Check that the address is one of a feed.');
  }
  if (typeof strict !== 'string') return tolerant.items.length > 0 ? tolerant : strict;
  const needed = strict.startsWith('it ') ? [] : [`The feed is not well-formed and was read leniently: ${strict}.`];
  return { ...tolerant, warnings: [...needed, ...tolerant.warnings] };
};

/** Web pages often name their feed; then the hint does. */
const htmlPage = (text: string, url: string): AppError => {
  const head = text.slice(0, 200_000);
  const link = [...head.matchAll(/<link\b[^>]{0,1000}>/gi)]
    .map(([tag]) => tag)
    .find(tag => /type\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(tag));
  const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link ?? '')?.[1];
  const address = href === undefined ? undefined : URL.parse(href.replaceAll('&amp;', '&'), url)?.href;
  const hint =
    address === undefined ? 'Look on the page for the address of its feed.' : `The page names this feed: ${address}`;
  return malformed(url, 'it is a web page', hint);
};

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
};

/** Minutes of RSS `ttl`, else of the syndication module (period divided by frequency). */
const ttlOf = (raw: RawFeed): number | undefined => {
  const ttl = Number(raw.ttl ?? Number.NaN);
  if (Number.isFinite(ttl) && ttl > 0) return Math.ceil(ttl);
  const period = PERIOD_MINUTES[(raw.updatePeriod ?? '').trim().toLowerCase()];
  if (period === undefined) return undefined;
  const frequency = Number(raw.updateFrequency ?? 1);
  return Math.ceil(period / (Number.isFinite(frequency) && frequency >= 1 ? frequency : 1));
};
