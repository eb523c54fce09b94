import { hash } from 'node:crypto';
import type { FeedItem } from '#domain/article.ts';
import { feedItemUrl, webAddress } from './canonical-url.ts';
import { FUTURE_TOLERANCE_MS, parseMoment } from './dates.ts';
import type { RawItem, RawText } from './feed-raw.ts';
import { htmlToLine, htmlToText, textToParagraphs } from './html-text.ts';

/** Longest title and text of an item, in UTF-16 units; what exceeds them is no summary of an article. */
const MAX_TITLE = 1_000;
const MAX_TEXT = 200_000;
/** Longest GUID that is used as it is. */
const MAX_KEY = 400;

const shortHash = (...parts: readonly string[]): string => hash('sha256', JSON.stringify(parts)).slice(0, 16);

interface Draft {
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly item: Omit<FeedItem, 'key' | 'url'>;
}

/**
 * Items fit to be kept: typed, absolute web addresses without tracking, plain text, UTC dates that are dates and not in
 * the future, one key each. What was left out or mended is told in `warnings`, one sentence per kind of fault.
 */
export const feedItems = (
  raw: readonly RawItem[],
  context: { readonly url: string; readonly now: string },
): { readonly items: readonly FeedItem[]; readonly warnings: readonly string[] } => {
  const faults = new Map<string, number>();
  const count = (fault: string) => faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const drafts = raw.map(item => draftOf(item, context, count));
  const items = keyed(drafts, context.url, count);
  const warnings = [...faults].map(([fault, times]) => `${times === 1 ? 'One item' : `${times} items`} ${fault}.`);
  return { items, warnings };
};

const draftOf = (
  raw: RawItem,
  context: { readonly url: string; readonly now: string },
  count: (fault: string) => void,
): Draft => {
  const link = linkOf(raw, context.url, count);
  const text = longestText(raw.bodies);
  const title = raw.title === undefined ? '' : lineOf(raw.title).slice(0, MAX_TITLE);
  if (title === '' && text === '' && link === undefined) count('had neither words nor an address');
  const publishedAt = dateOf(raw.published, context.now, count);
  const updatedAt = dateOf(raw.updated, context.now, count);
  const guid = raw.guid?.trim();
  const author = authorName(raw.author);
  return {
    guid: guid === undefined || guid === '' ? undefined : guid.length > MAX_KEY ? shortHash(guid) : guid,
    link,
    item: {
      title: title === '' ? (text.split('\n')[0] ?? '').slice(0, 120) : title,
      text,
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(updatedAt === undefined ? {} : { updatedAt }),
      ...(author === undefined ? {} : { author }),
    },
  };
};

/** Gives every item its key. A GUID that several items share is not usable alone, whatever their order. */
const keyed = (drafts: readonly Draft[], feedUrl: string, count: (fault: string) => void): FeedItem[] => {
  const shared = new Map<string, number>();
  for (const { guid } of drafts) if (guid !== undefined) shared.set(guid, (shared.get(guid) ?? 0) + 1);
  const seen = new Set<string>();
  return drafts.flatMap(({ guid, link, item }) => {
    const content = shortHash(link ?? '', item.title, link === undefined ? item.text : '');
    const own = guid ?? link ?? content;
    const key = guid !== undefined && (shared.get(guid) ?? 0) > 1 ? `${guid}#${content}` : own;
    if (seen.has(key)) {
      count('stood in the feed twice and was taken once');
      return [];
    }
    seen.add(key);
    return [{ key, url: link ?? feedItemUrl(feedUrl, shortHash(key)), ...item }];
  });
};

const linkOf = (raw: RawItem, feedUrl: string, count: (fault: string) => void): string | undefined => {
  const base = raw.base === undefined ? feedUrl : (URL.parse(raw.base, feedUrl)?.href ?? feedUrl);
  const guidLink =
    raw.guidIsLink === true && raw.guid !== undefined && /^\s*https?:\/\//i.test(raw.guid) ? [raw.guid] : [];
  for (const candidate of [...raw.links, ...guidLink]) {
    const url = webAddress(candidate, base);
    if (url !== undefined) return url;
    count('had a link that is no web address, which was not used');
  }
  return undefined;
};

const lineOf = (words: RawText): string => htmlToLine(words.form === 'html' ? words.value : escapeText(words.value));
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const longestText = (bodies: readonly RawText[]): string =>
  bodies
    .map(({ value, form }) => (form === 'html' ? htmlToText(value.slice(0, MAX_TEXT * 2)) : textToParagraphs(value)))
    .reduce((best, text) => (text.length > best.length ? text : best), '')
    .slice(0, MAX_TEXT);

/** UTC ISO 8601 of the first that is a date. A time without a zone and a bare day are read as UTC. */
const dateOf = (candidates: readonly string[], now: string, count: (fault: string) => void): string | undefined => {
  let fault: string | undefined;
  for (const candidate of candidates) {
    const moment = parseMoment(candidate);
    const iso = moment === undefined ? undefined : moment.kind === 'day' ? `${moment.day}T00:00:00.000Z` : moment.iso;
    if (iso !== undefined && Date.parse(iso) <= Date.parse(now) + FUTURE_TOLERANCE_MS) return iso;
    fault ??=
      iso === undefined
        ? 'had a date that cannot be read, which was left out'
        : 'had a date in the future, which was left out';
  }
  if (fault !== undefined) count(fault);
  return undefined;
};

/** RSS writes `mail@example.com (Name)`. */
const authorName = (author: string | undefined): string | undefined => {
  const line = htmlToLine(author ?? '').slice(0, 200);
  const named = /^[^\s@()]+@[^\s@()]+ \(([^()]+)\)$/.exec(line)?.[1] ?? line;
  return named === '' ? undefined : named.trim();
};
