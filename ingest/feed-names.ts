/** The prefix under which this room knows each namespace, whatever prefix a feed gives it. `''`: the feed's own. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** The namespaces that are in scope: declared prefix (`''` for the default) to ours. */
export type Scope = ReadonlyMap<string, string>;

/** The scope within an element with these attributes. */
export const scopeOf = (outer: Scope, attributes: Readonly<Record<string, string>>): Scope => {
  let scope: Map<string, string> | undefined;
  for (const [name, uri] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const declared = name === 'xmlns' ? '' : name.slice(6).toLowerCase();
    const known = PREFIXES[uri.trim().toLowerCase()] ?? PREFIXES[uri.trim().toLowerCase().replace(/\/$/, '')];
    scope ??= new Map(outer);
    scope.set(declared, known ?? (declared === '' ? '' : declared));
  }
  return scope ?? outer;
};

/** The name of an element as this room knows it, lower case: `a:entry` → `entry` where `a` is Atom. */
export const knownName = (name: string, scope: Scope): string => {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const declared = colon < 0 ? '' : lower.slice(0, colon);
  const local = colon < 0 ? lower : lower.slice(colon + 1);
  const prefix = scope.get(declared) ?? (declared === 'atom' || declared === 'rss' ? '' : declared);
  return prefix === '' ? local : `${prefix}:${local}`;
};
