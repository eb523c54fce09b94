import { Parser } from 'htmlparser2';
import type { Source } from '#domain/article.ts';
import { slug } from '#domain/ids.ts';
import { PUBLISHER_KINDS } from '#domain/vocabulary.ts';
import { AppError } from '#errors';

/** Sources of an OPML file, and sentences about the outlines that are none. */
export interface OpmlSources {
  readonly sources: readonly Source[];
  readonly warnings: readonly string[];
}

interface Outline {
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Namespace of the one attribute that OPML 2.0 has no word for. */
const NAMESPACE = 'urn:receipts:opml';

/**
 * Reads the feeds of an OPML file (1.0 to 2.0), in folders or not. Kind and country come from `category`
 * (`/security-press,/GB`), where it names them. Throws AppError `opml-malformed`, with what and in which line, for a file
 * that is no OPML or is cut off.
 */
export const parseOpml = (xml: string): OpmlSources => {
  const sources: Source[] = [];
  const warnings: string[] = [];
  const seenUrls = new Set<string>();
  const ids = new Map<string, number>();
  for (const { attributes, line } of outlinesOf(xml)) {
    const feedUrl = attributes['xmlurl']?.trim();
    if (feedUrl === undefined) continue;
    const url = URL.parse(feedUrl);
    if (url === null || !/^https?:$/.test(url.protocol)) {
      warnings.push(`Line ${line}: "${feedUrl.slice(0, 200)}" is no web address; left out.`);
    } else if (seenUrls.has(url.href)) {
      warnings.push(`Line ${line}: ${url.href} stands in the file twice; taken once.`);
    } else {
      seenUrls.add(url.href);
      sources.push(sourceOf(attributes, url, ids));
    }
  }
  if (sources.length === 0 && warnings.length === 0) warnings.push('The file names no feeds.');
  return { sources, warnings };
};

const sourceOf = (attributes: Readonly<Record<string, string>>, url: URL, ids: Map<string, number>): Source => {
  const host = url.hostname.replace(/^(?:www|feeds?|rss)\./, '');
  const publisher = (attributes['title'] ?? attributes['text'] ?? '').trim() || host;
  const categories = (attributes['category'] ?? '').split(',').map(category => category.trim().replace(/^\//, ''));
  const wanted = attributes['receipts:id'] ?? (slug(publisher) || slug(host));
  const times = (ids.get(wanted) ?? 0) + 1;
  ids.set(wanted, times);
  return {
    id: times === 1 ? wanted : `${wanted}-${times}`,
    publisher,
    country: categories.find(category => /^[A-Z]{2}$/.test(category)) ?? 'XX',
    kind: PUBLISHER_KINDS.find(kind => categories.includes(kind)) ?? 'news',
    feedUrl: url.href,
    language: /^[a-z]{2}/.exec(attributes['language']?.toLowerCase() ?? '')?.[0] ?? 'en',
    why: attributes['description']?.trim() || 'Imported from OPML.',
    confirmed: false,
  };
};

const outlinesOf = (xml: string): readonly Outline[] => {
  const outlines: Outline[] = [];
  const open: { readonly name: string; readonly line: number }[] = [];
  let root: string | undefined;
  let line = 1;
  let counted = 0;
  let ended = false;
  const lineAt = (index: number): number => {
    for (; counted < index; counted++) if (xml.charCodeAt(counted) === 10) line++;
    return line;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const at = lineAt(parser.startIndex);
        root ??= name;
        if (root !== 'opml') throw malformed(`the file starts with <${root.slice(0, 40)}>, not with <opml>`, at);
        open.push({ name, line: at });
        if (name === 'outline') outlines.push({ attributes, line: at });
      },
      onclosetag(name, isImplied) {
        const element = open.pop();
        const closesItself = !ended && xml.endsWith('/>', parser.endIndex + 1);
        if (isImplied && !closesItself && element !== undefined)
          throw malformed(`<${name}> is not closed`, element.line);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(xml);
  ended = true;
  parser.end();
  if (root === undefined) throw malformed(xml.trim() === '' ? 'the file is empty' : 'there is no <opml> in it', 1);
  return outlines;
};

const malformed = (what: string, line: number): AppError =>
  new AppError('opml-malformed', `The OPML cannot be read: ${what} (line ${line}).`, {
    subject: `line ${line}`,
    hint: 'Export the list from the other program again, or mend that line.',
    data: { line },
  });

const escapeXml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Sources as OPML 2.0, which `parseOpml` and any feed reader reads. */
export const toOpml = (sources: readonly Source[]): string => {
  const outlines = sources.map(source => {
    const attributes = {
      type: 'rss',
      text: source.publisher,
      title: source.publisher,
      xmlUrl: source.feedUrl,
      language: source.language,
      description: source.why,
      category: `/${source.kind},/${source.country}`,
      'receipts:id': source.id,
    };
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`);
    return `    <outline ${written.join(' ')}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:receipts="${NAMESPACE}">`,
    '  <head><title>Sources of Receipts</title></head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
};
