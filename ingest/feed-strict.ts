import RssParser from 'rss-parser';
import { messageOf } from '#errors';
import { type Field, feedMeta, itemOf } from './feed-fields.ts';
import { knownName, scopeOf } from './feed-names.ts';
import type { RawFeed } from './feed-raw.ts';

/** A noncharacter that stands for `<` while rss-parser reads, see `hideMarkup`. */
const HIDDEN = '\ufdd0';

/**
 * rss-parser makes a snippet of every description with expressions that take quadratic time in the number of `<`
 * (400 KB of them block for 11 s). Nothing here needs the snippet, so the sign is hidden from them and put back after.
 */
const hideMarkup = (value: string): string => value.replaceAll('<', HIDDEN);
const showMarkup = (value: string): string => value.replaceAll(HIDDEN, '<');

const ITEM_ELEMENTS = [
  'guid',
  'id',
  'link',
  'feedburner:origLink',
  'title',
  'dc:title',
  'media:title',
  'description',
  'dc:description',
  'content',
  'content:encoded',
  'body',
  'xhtml:body',
  'fullitem',
  'summary',
  'itunes:summary',
  'media:description',
  'pubDate',
  'pubdate',
  'dc:date',
  'dcterms:created',
  'dcterms:issued',
  'dcterms:modified',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'atom:published',
  'atom:updated',
  'atom:content',
  'atom:summary',
  'atom:author',
  'author',
  'dc:creator',
  'dc:author',
  'dc:publisher',
  'itunes:author',
] as const;
const FEED_ELEMENTS = ['title', 'dc:title', 'ttl', 'sy:updatePeriod', 'sy:updateFrequency'] as const;

/** Keys of our own on rss-parser's objects, so that its own readings do not overwrite them. */
const keyOf = (element: string): string => `element ${element}`;
const customFields = {
  feed: FEED_ELEMENTS.map(name => [name, keyOf(name), { keepArray: true }]) as unknown as string[],
  item: ITEM_ELEMENTS.map(name => [name, keyOf(name), { keepArray: true }]) as unknown as string[][],
};

/** rss-parser builds the whole feed as objects first: what is larger than any feed that was seen is read otherwise. */
const MAX_LENGTH = 4_000_000;
const MAX_TAGS = 60_000;

/** Whether a feed has more tags than that. */
const hasManyTags = (xml: string): boolean => {
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) if (++count > MAX_TAGS) return true;
  return false;
};

type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads a well-formed RSS 0.9x, 1.0, 2.0 or Atom feed with rss-parser. Returns the reason as a string where it cannot:
 * not well-formed, a bad date in Atom, elements where text is expected, or features that rss-parser would lose
 * (`xml:base`, namespaces under other prefixes).
 */
export const readStrict = async (xml: string, maxItems: number): Promise<RawFeed | string> => {
  if (xml.length > MAX_LENGTH || hasManyTags(xml)) return 'it is very large';
  if (/\bxml:base\s*=/.test(xml)) return 'it uses xml:base';
  const head = xml.slice(0, 20_000);
  if (hasOddPrefix(head)) return 'it names its namespaces in an unusual way';
  try {
    const parser = new RssParser<Loose, Loose>({
      defaultRSS: 2,
      xml2js: { valueProcessors: [hideMarkup] },
      customFields,
    });
    const feed: Loose & { readonly items: readonly Loose[] } = await parser.parseString(xml);
    return rawFeedOf(feed, formatOf(head), maxItems);
  } catch (error) {
    return error instanceof TypeError ? 'it lacks elements that a feed has' : (messageOf(error).split('\n')[0] ?? '');
  }
};

const formatOf = (head: string): RawFeed['format'] =>
  /<(?:\w+:)?feed[\s>]/.test(head) && !/<rss[\s>]/.test(head) ? 'atom' : /<rdf:RDF[\s>]/.test(head) ? 'rdf' : 'rss';

const hasOddPrefix = (head: string): boolean =>
  [...head.matchAll(/\bxmlns:([\w.-]{1,60})\s*=\s*["']([^"']{1,200})["']/g)].some(([, prefix = '', uri = '']) => {
    const declared = prefix.toLowerCase();
    const known = scopeOf(new Map(), { [`xmlns:${declared}`]: uri }).get(declared);
    return known !== declared && declared !== 'atom' && declared !== 'atom10';
  });

const rawFeedOf = (
  feed: Loose & { readonly items: readonly Loose[] },
  format: RawFeed['format'],
  maxItems: number,
): RawFeed => {
  const items = feed.items.slice(0, maxItems).map(item => {
    const about = item['rdf:about'];
    return itemOf(fieldsOf(item, ITEM_ELEMENTS), format, undefined, typeof about === 'string' ? about : undefined);
  });
  const left = feed.items.length - items.length;
  return {
    format,
    items,
    warnings: left > 0 ? [`The feed has ${feed.items.length} items; the first ${maxItems} were read.`] : [],
    ...feedMeta(fieldsOf(feed, FEED_ELEMENTS), format === 'atom'),
  };
};

const fieldsOf = (owner: Loose, elements: readonly string[]): Field[] =>
  elements.flatMap(element => {
    const values = owner[keyOf(element)];
    return Array.isArray(values) ? values.map(value => fieldOf(element, value)) : [];
  });

/** One element as xml2js gives it: a string, or an object of attributes (`$`), text (`_`) and elements. */
const fieldOf = (element: string, value: unknown): Field => {
  const name = knownName(element, new Map());
  if (typeof value === 'string') return plainField(name, showMarkup(value), {}, {});
  if (typeof value !== 'object' || value === null) return plainField(name, '', {}, {});
  const { $: attributes, _: text, ...children } = value as Loose;
  if (Object.keys(children).length > 0 && name !== 'author') throw new Error(`it has elements in <${element}>`);
  return plainField(name, typeof text === 'string' ? showMarkup(text) : '', stringsOf(attributes), stringsOf(children));
};

const plainField = (
  name: string,
  text: string,
  attributes: Field['attributes'],
  children: Field['children'],
): Field => ({
  name,
  attributes,
  base: undefined,
  text,
  html: text,
  hasMarkup: Object.keys(children).length > 0,
  children,
});

/** The string values of an object, or the first of an array of strings. */
const stringsOf = (value: unknown): Record<string, string> => {
  const strings: Record<string, string> = Object.create(null);
  if (typeof value !== 'object' || value === null) return strings;
  for (const [key, entry] of Object.entries(value)) {
    const first: unknown = Array.isArray(entry) ? entry[0] : entry;
    if (typeof first === 'string') strings[key] = showMarkup(first);
  }
  return strings;
};
