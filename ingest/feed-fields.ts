import type { RawFeed, RawItem, RawText } from './feed-raw.ts';

/** One element of a feed or item, read whole. */
export interface Field {
  /** With the prefix that this room gives its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The `xml:base` in scope. */
  readonly base: string | undefined;
  readonly text: string;
  /** The content as markup, where it has elements of its own. */
  readonly html: string;
  readonly hasMarkup: boolean;
  /** Text of the elements within, by name. */
  readonly children: Readonly<Record<string, string>>;
}

const BODIES = [
  'content:encoded',
  'content',
  'xhtml:body',
  'body',
  'fullitem',
  'description',
  'summary',
  'dc:description',
  'media:description',
  'itunes:summary',
  'abstract',
] as const;
const PUBLISHED = [
  'published',
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'issued',
  'created',
  'date',
] as const;
const UPDATED = ['updated', 'dcterms:modified', 'modified', 'lastbuilddate'] as const;
const AUTHORS = ['author', 'dc:creator', 'itunes:author', 'dc:author', 'creator', 'dc:publisher'] as const;
const TITLES = ['title', 'dc:title', 'media:title', 'itunes:title'] as const;

const all = (fields: readonly Field[], name: string): readonly Field[] => fields.filter(field => field.name === name);
const textOf = (fields: readonly Field[], name: string): string | undefined => {
  const text = all(fields, name)
    .map(field => field.text.trim())
    .find(value => value !== '');
  return text === undefined || text === '' ? undefined : text;
};
const texts = (fields: readonly Field[], names: readonly string[]): string[] =>
  names.map(name => textOf(fields, name)).filter(text => text !== undefined);

/** Reads a field's words in the form that its `type` or `mode` says; RSS writes HTML, Atom plain text by default. */
const wordsOf = (field: Field, atom: boolean): RawText => {
  if (field.hasMarkup) return { value: field.html, form: 'html' };
  const type = (field.attributes['type'] ?? '').toLowerCase();
  const encoded =
    field.attributes['mode'] === 'base64' || (atom && /^(?!text|html|xhtml|application\/xhtml)[\w-]+\//.test(type));
  if (encoded) return { value: fromBase64(field.text), form: 'html' };
  const plain =
    atom && (type === '' || type === 'text' || type === 'text/plain') && field.attributes['mode'] !== 'escaped';
  return { value: field.text, form: plain && !looksLikeHtml(field.text) ? 'text' : 'html' };
};

/** Feeds that say nothing of a type often write HTML all the same: an end tag or an entity shows it. */
const looksLikeHtml = (text: string): boolean =>
  /<\/[a-z][a-z0-9]*>|<(?:br|p|img)\b|&(?:[a-z]{2,8}|#\d{2,6});/i.test(text);

const fromBase64 = (text: string): string => {
  const decoded = Buffer.from(text, 'base64');
  return /^[\sA-Za-z0-9+/=]+$/.test(text) ? new TextDecoder().decode(decoded) : text;
};

const wordsNamed = (fields: readonly Field[], names: readonly string[], atom: boolean): RawText[] =>
  names
    .flatMap(name => all(fields, name))
    .map(field => wordsOf(field, atom))
    .filter(words => words.value.trim() !== '');

/** Addresses of an item: `feedburner:origLink`, Atom's alternate link, RSS's link. */
const linksOf = (fields: readonly Field[]): Field[] => {
  const links = all(fields, 'link');
  const rank = (field: Field): number => {
    const rel = (field.attributes['rel'] ?? 'alternate').toLowerCase();
    if (rel !== 'alternate' && !rel.endsWith('#alternate')) return field.attributes['rel'] === undefined ? 0 : 9;
    return /^(?:text\/html|application\/xhtml\+xml)?$/.test(field.attributes['type'] ?? '') ? 0 : 1;
  };
  return [
    ...all(fields, 'feedburner:origlink'),
    ...links.filter(link => rank(link) < 9).toSorted((a, b) => rank(a) - rank(b)),
  ];
};

const addressOf = (field: Field): string => (field.attributes['href'] ?? field.text).trim();

/** An item from its elements. `about`: RDF's `rdf:about`. */
export const itemOf = (
  fields: readonly Field[],
  format: RawFeed['format'],
  base: string | undefined,
  about: string | undefined,
): RawItem => {
  const atom = format === 'atom';
  const links = linksOf(fields);
  const guid = textOf(fields, 'guid') ?? textOf(fields, 'id') ?? textOf(fields, 'dc:identifier');
  const permalink = all(fields, 'guid')[0]?.attributes;
  const isLink =
    permalink !== undefined &&
    (permalink['isPermaLink'] ?? permalink['ispermalink'] ?? 'true').toLowerCase() === 'true';
  const [title] = wordsNamed(fields, TITLES, atom);
  const author = authorOf(fields);
  const linkBase = links.find(link => link.base !== undefined)?.base ?? base;
  const content = all(fields, 'content').map(field => field.attributes['src'] ?? '');
  return {
    links: [...links.map(addressOf), about ?? '', ...content].filter(link => link !== ''),
    published: texts(fields, PUBLISHED),
    updated: texts(fields, UPDATED),
    bodies: wordsNamed(fields, BODIES, atom),
    ...(guid === undefined ? {} : { guid, guidIsLink: isLink }),
    ...(linkBase === undefined ? {} : { base: linkBase }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
  };
};

const authorOf = (fields: readonly Field[]): string | undefined => {
  for (const name of AUTHORS) {
    for (const field of all(fields, name)) {
      const value = (field.children['name'] ?? (field.hasMarkup ? field.children['email'] : field.text) ?? '').trim();
      if (value !== '') return value;
    }
  }
  return undefined;
};

/** What the feed says of itself. */
export const feedMeta = (
  fields: readonly Field[],
  atom: boolean,
): Pick<RawFeed, 'title' | 'ttl' | 'updatePeriod' | 'updateFrequency'> => {
  const [title] = wordsNamed(fields, TITLES, atom);
  const ttl = textOf(fields, 'ttl');
  const updatePeriod = textOf(fields, 'sy:updateperiod');
  const updateFrequency = textOf(fields, 'sy:updatefrequency');
  return {
    ...(title === undefined ? {} : { title }),
    ...(ttl === undefined ? {} : { ttl }),
    ...(updatePeriod === undefined ? {} : { updatePeriod }),
    ...(updateFrequency === undefined ? {} : { updateFrequency }),
  };
};
