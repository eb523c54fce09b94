import { Parser } from 'htmlparser2';
import { declaredEntities } from './feed-entities.ts';
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

/** Deeper nesting is no feed's, and costs the parser a walk through the whole stack for each element. */
const MAX_DEPTH = 1_000;
/** Most elements of one item, or of the feed itself, that are looked at. */
const MAX_FIELDS = 500;
/** Longest text of one element that is kept, in UTF-16 units; twice what an item may say. */
const MAX_FIELD = 400_000;
/** Elements within a field whose text counts apart: those of an Atom author. */
const CHILDREN: ReadonlySet<string> = new Set(['name', 'email']);

/** Thrown to stop the parser, which has no other way to be stopped. */
const TOO_DEEP = new Error('The feed is nested too deeply.');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Reads RSS, Atom and RDF that need not be well-formed: stray `&`, unknown entities, unclosed and crossed elements,
 * junk before the feed, a cut end (where the field that was cut is left out). Keeps namespaces and `xml:base`. Stops
 * after `maxItems` items, and where it nests too deeply, as if it were cut there. Returns undefined where there is neither a feed's root nor an item.
 */
export const readTolerant = (xml: string, maxItems: number): RawFeed | undefined => {
  const expand = declaredEntities(xml);
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
  let isCut = false;
  let skipped = 0;

  const openInField = (open: OpenField, name: string, attributes: Readonly<Record<string, string>>): void => {
    open.hasMarkup = true;
    open.child = CHILDREN.has(name) ? name : undefined;
    if (open.html.length > MAX_FIELD) return;
    const href = attributes['href'];
    open.html += `<${name.replace(/^xhtml:/, '')}${href === undefined ? '' : ` href="${escapeHtml(href)}"`}>`;
  };

  const closeField = (open: OpenField): void => {
    field = undefined;
    if (cut) {
      isCut = true;
      warnings.push(`The feed ends in the middle of <${open.name.slice(0, 40)}>; that part was left out.`);
      return;
    }
    const fields = item?.fields ?? feedFields;
    open.text = expand(open.text);
    if (fields.length < MAX_FIELDS) fields.push(open);
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
        if (frames.length >= MAX_DEPTH) throw TOO_DEEP;
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
        if (field === undefined || field.text.length >= MAX_FIELD) return;
        const kept = data.slice(0, MAX_FIELD - field.text.length);
        field.text += kept;
        field.html += escapeHtml(kept);
        if (field.child !== undefined) field.children[field.child] = (field.children[field.child] ?? '') + kept;
      },
      onclosetag(_, isImplied) {
        const frame = frames.pop();
        if (cut && isImplied) isCut = true;
        const depth = frames.length + 1;
        if (field !== undefined && depth === field.depth) return closeField(field);
        if (field !== undefined && frame !== undefined) {
          if (field.html.length <= MAX_FIELD) field.html += `</${frame.name.replace(/^xhtml:/, '')}>`;
          field.child = undefined;
        } else if (item !== undefined && depth === item.depth) closeItem();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(xml);
    cut = true;
    parser.end();
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
    cut = true;
    warnings.push(`The feed nests more than ${MAX_DEPTH} elements; it was read up to there.`);
    if (field !== undefined) closeField(field);
    closeItem();
  }

  if (format === undefined) return undefined;
  if (skipped > 0) warnings.push(`The feed has ${items.length + skipped} items; the first ${maxItems} were read.`);
  return { format, items, warnings, isCut, ...feedMeta(feedFields, format === 'atom') };
};

const joinBase = (outer: string | undefined, own: string | undefined): string | undefined => {
  if (own === undefined || own.trim() === '') return outer;
  if (outer === undefined) return own.trim();
  return URL.parse(own.trim(), outer)?.href ?? own.trim();
};
