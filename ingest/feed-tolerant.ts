import { Parser } from 'htmlparser2';
import { type Field, feedMeta, itemOf } from './feed-fields.ts';
import { knownName, type Scope, scopeOf } from './feed-names.ts';
import type { RawFeed, RawItem } from './feed-raw.ts';

/** An element that is being read as one field of the feed or of an item. */
interface OpenField {
  readonly name: string;
  readonly depth: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string | undefined;
  text: string;
  html: string;
  hasMarkup: boolean;
  readonly children: Record<string, string>;
  child: string | undefined;
}

interface Frame {
  readonly name: string;
  readonly scope: Scope;
  readonly base: string | undefined;
}

const ROOTS: Readonly<Record<string, RawFeed['format']>> = {
  rss: 'rss',
  feed: 'atom',
  'rdf:rdf': 'rdf',
  channel: 'rss',
};
const ITEMS: ReadonlySet<string> = new Set(['item', 'entry']);
const CONTAINERS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf', 'channel', 'items']);

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Reads RSS, Atom and RDF that need not be well-formed: stray `&`, unknown entities, unclosed and crossed elements,
 * junk before the feed, a cut end (where the field that was cut is left out). Keeps namespaces and `xml:base`. Stops
 * after `maxItems` items. Returns undefined where there is neither a feed's root nor an item.
 */
export const readTolerant = (xml: string, maxItems: number): RawFeed | undefined => {
  const frames: Frame[] = [];
  const items: RawItem[] = [];
  const feedFields: Field[] = [];
  const warnings: string[] = [];
  let format: RawFeed['format'] | undefined;
  let item:
    | {
        readonly depth: number;
        readonly fields: Field[];
        readonly about: string | undefined;
        readonly base: string | undefined;
      }
    | undefined;
  let field: OpenField | undefined;
  let cut = false;
  let skipped = 0;

  const openInField = (open: OpenField, name: string, attributes: Readonly<Record<string, string>>): void => {
    open.hasMarkup = true;
    open.child = name;
    const href = attributes['href'];
    open.html += `<${name.replace(/^xhtml:/, '')}${href === undefined ? '' : ` href="${escapeHtml(href)}"`}>`;
  };

  const closeField = (open: OpenField): void => {
    field = undefined;
    if (cut) {
      warnings.push(`The feed ends in the middle of <${open.name}>; that part was left out.`);
      return;
    }
    (item?.fields ?? feedFields).push(open);
  };

  const closeItem = (): void => {
    if (item === undefined) return;
    if (items.length < maxItems) items.push(itemOf(item.fields, format ?? 'rss', item.base, item.about));
    else skipped++;
    item = undefined;
  };

  const parser = new Parser(
    {
      onopentag(rawName, attributes) {
        const outer = frames.at(-1);
        const scope = scopeOf(outer?.scope ?? new Map(), attributes);
        const name = knownName(rawName, scope);
        const base = joinBase(outer?.base, attributes['xml:base']);
        frames.push({ name, scope, base });
        format ??= Object.hasOwn(ROOTS, name) ? ROOTS[name] : undefined;
        if (field !== undefined) return openInField(field, name, attributes);
        if (item === undefined && ITEMS.has(name)) {
          format ??= name === 'entry' ? 'atom' : 'rss';
          item = { depth: frames.length, fields: [], about: attributes['rdf:about'], base };
          return;
        }
        if (format === undefined || (item === undefined && CONTAINERS.has(name))) return;
        if (item !== undefined ? frames.length === item.depth + 1 : CONTAINERS.has(outer?.name ?? '')) {
          field = {
            name,
            depth: frames.length,
            attributes,
            base,
            text: '',
            html: '',
            hasMarkup: false,
            children: {},
            child: undefined,
          };
        }
      },
      ontext(data) {
        if (field === undefined) return;
        field.text += data;
        field.html += escapeHtml(data);
        if (field.child !== undefined) field.children[field.child] = (field.children[field.child] ?? '') + data;
      },
      onclosetag() {
        const frame = frames.pop();
        const depth = frames.length + 1;
        if (field !== undefined && depth === field.depth) return closeField(field);
        if (field !== undefined && frame !== undefined) {
          field.html += `</${frame.name.replace(/^xhtml:/, '')}>`;
          field.child = undefined;
        } else if (item !== undefined && depth === item.depth) closeItem();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  cut = true;
  parser.end();

  if (format === undefined) return undefined;
  if (skipped > 0) warnings.push(`The feed has ${items.length + skipped} items; the first ${maxItems} were read.`);
  return { format, items, warnings, ...feedMeta(feedFields) };
};

const joinBase = (outer: string | undefined, own: string | undefined): string | undefined => {
  if (own === undefined || own.trim() === '') return outer;
  if (outer === undefined) return own.trim();
  return URL.parse(own.trim(), outer)?.href ?? own.trim();
};
