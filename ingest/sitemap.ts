import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { AppError } from '#errors';
import { decodeText } from './decode.ts';
import { isoOf } from './sitemap-dates.ts';

/** A page that a sitemap names. Dates are UTC ISO 8601, or bare days where it gives no time. */
export interface SitemapEntry {
  readonly url: string;
  /** `news:publication_date`. */
  readonly published?: string;
  /** `lastmod`. */
  readonly modified?: string;
  /** `news:title`. */
  readonly title?: string;
}

/** A sitemap, parsed. Of an index the entries are sitemaps. */
export interface Sitemap {
  readonly kind: 'pages' | 'index';
  readonly entries: readonly SitemapEntry[];
  /** What was wrong and how it was read all the same, as sentences. */
  readonly warnings: readonly string[];
}

/** Where a sitemap came from. */
export interface SitemapContext {
  /** The URL that answered. */
  readonly url: string;
  readonly contentType?: string | undefined;
}

/** The protocol (sitemaps.org) allows 50,000 entries and 50 MB in a file. */
const MAX_ENTRIES = 50_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** Deeper nesting is no sitemap's, and costs the parser a walk through the whole stack for each element. */
const MAX_DEPTH = 100;
/** Thrown to stop the parser, which has no other way to be stopped. */
const TOO_DEEP = new Error('The sitemap is nested too deeply.');
/** Longest text of a field that is kept. */
const MAX_FIELD = 4_000;

const malformed = (url: string, what: string): AppError =>
  new AppError('feed-malformed', `${url} is no sitemap: ${what}.`, {
    subject: url,
    hint: "Look into the site's robots.txt: the addresses of its sitemaps stand there.",
  });

const unpacked = (body: Uint8Array, url: string): Uint8Array => {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MAX_BYTES });
  } catch (cause) {
    throw malformed(url, `it cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)})`);
  }
};

const FIELDS: ReadonlySet<string> = new Set(['loc', 'lastmod', 'publication_date', 'title']);
const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

type Fields = Record<string, string>;

const entryOf = (fields: Fields, base: string): SitemapEntry | undefined => {
  const address = (fields['loc'] ?? '').trim();
  const url = URL.parse(address, base);
  if (address === '' || url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const [published, modified] = [isoOf(fields['publication_date']), isoOf(fields['lastmod'])];
  const title = fields['title']?.trim();
  return {
    url: url.href,
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(title ? { title } : {}),
  };
};

/** A text sitemap: an address a line. */
const linesOf = (text: string, url: string): Sitemap => {
  const entries = text
    .split('\n', MAX_ENTRIES)
    .map(line => entryOf({ loc: line }, url))
    .filter(entry => entry !== undefined);
  return { kind: 'pages', entries, warnings: [] };
};

/**
 * Reads a sitemap or an index of sitemaps (sitemaps.org 0.9, with the dates and titles of Google's news extension), XML
 * or text, packed with gzip or not. One that is cut off is read as far as it goes.
 *
 * @throws AppError `feed-malformed` for what is no sitemap
 */
export const parseSitemap = (body: Uint8Array, context: SitemapContext): Sitemap => {
  const text = decodeText(unpacked(body, context.url), { contentType: context.contentType, xml: true }).trimStart();
  if (/^https?:\/\//.test(text)) return linesOf(text, context.url);
  const entries: SitemapEntry[] = [];
  const warnings: string[] = [];
  let root: string | undefined;
  let fields: Fields | undefined;
  let field: string | undefined;
  let strange = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(rawName) {
        if (++depth > MAX_DEPTH) throw TOO_DEEP;
        const name = local(rawName);
        root ??= name;
        if (name === 'url' || name === 'sitemap') fields = {};
        // An image or video of a page has a `loc` and a `title` of its own, in its own namespace.
        field = FIELDS.has(name) && !/^(?:image|video|xhtml):/i.test(rawName) ? name : undefined;
      },
      ontext(data) {
        if (fields === undefined || field === undefined) return;
        fields[field] = `${fields[field] ?? ''}${data}`.slice(0, MAX_FIELD);
      },
      onclosetag(rawName, isImplied) {
        depth--;
        field = undefined;
        const name = local(rawName);
        if (isImplied || fields === undefined || (name !== 'url' && name !== 'sitemap')) return;
        const entry = entryOf(fields, context.url);
        fields = undefined;
        if (entry === undefined) strange++;
        else if (entries.length < MAX_ENTRIES) entries.push(entry);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(text);
    parser.end();
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
  }
  if (root !== 'urlset' && root !== 'sitemapindex')
    throw malformed(
      context.url,
      root === undefined ? 'there is no XML in it' : `it starts with <${root.slice(0, 40)}>`,
    );
  if (!/<\/(?:\w+:)?(?:urlset|sitemapindex)\s*>\s*$/.test(text.slice(-200)))
    warnings.push(`${context.url} is cut off; it was read as far as it goes.`);
  if (strange > 0) warnings.push(`${context.url}: ${strange} entries name no web address and were left out.`);
  return { kind: root === 'urlset' ? 'pages' : 'index', entries, warnings };
};
