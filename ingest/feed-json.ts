import type { RawFeed, RawItem, RawText } from './feed-raw.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of a string or number; ids are often written as numbers. */
const stringOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
};

/** Most members and elements of a feed that is read at all: each costs memory before any can be judged. */
const MAX_PARTS = 1_000_000;

/** Whether a JSON text has more of them, counted by the signs that begin or part them. */
const hasManyParts = (json: string): boolean => {
  let count = 0;
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index);
    // , : [ {
    if ((unit === 0x2c || unit === 0x3a || unit === 0x5b || unit === 0x7b) && ++count > MAX_PARTS) return true;
  }
  return false;
};

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). Returns undefined where the JSON is something else. Throws SyntaxError
 * for what is no JSON.
 */
export const readJson = (json: string, maxItems: number): RawFeed | undefined => {
  if (hasManyParts(json)) throw new SyntaxError('it has too many parts');
  const feed: unknown = JSON.parse(json);
  if (!isObject(feed) || !Array.isArray(feed['items'])) return undefined;
  const version = stringOf(feed['version']) ?? '';
  if (!version.includes('jsonfeed.org/version/') && stringOf(feed['title']) === undefined) return undefined;
  const entries: readonly unknown[] = feed['items'];
  const readable = entries.filter(isObject);
  const title = stringOf(feed['title']);
  const warnings: string[] = [];
  if (readable.length < entries.length)
    warnings.push(`${entries.length - readable.length} items are no objects and were left out.`);
  if (readable.length > maxItems)
    warnings.push(`The feed has ${readable.length} items; the first ${maxItems} were read.`);
  return {
    format: 'json',
    items: readable.slice(0, maxItems).map(itemOfJson),
    warnings,
    ...(title === undefined ? {} : { title: { value: title, form: 'text' } }),
  };
};

const itemOfJson = (item: Loose): RawItem => {
  const guid = stringOf(item['id']);
  const title = stringOf(item['title']);
  const author = authorOfJson(item);
  return {
    links: [item['url'], item['external_url']].map(stringOf).filter(link => link !== undefined),
    published: [item['date_published']].map(stringOf).filter(date => date !== undefined),
    updated: [item['date_modified']].map(stringOf).filter(date => date !== undefined),
    bodies: bodiesOfJson(item),
    ...(guid === undefined ? {} : { guid, guidIsLink: /^https?:\/\//i.test(guid) }),
    ...(title === undefined ? {} : { title: { value: title, form: 'text' } }),
    ...(author === undefined ? {} : { author }),
  };
};

const bodiesOfJson = (item: Loose): RawText[] => {
  const html = stringOf(item['content_html']);
  const texts = [item['content_text'], item['summary']].map(stringOf).filter(text => text !== undefined);
  return [
    ...(html === undefined ? [] : [{ value: html, form: 'html' } as const]),
    ...texts.map(value => ({ value, form: 'text' }) as const),
  ];
};

/** 1.1 has `authors`, 1.0 `author`. */
const authorOfJson = (item: Loose): string | undefined => {
  const authors: readonly unknown[] = Array.isArray(item['authors']) ? item['authors'] : [item['author']];
  return authors
    .map(author => (isObject(author) ? stringOf(author['name']) : undefined))
    .find(name => name !== undefined);
};
