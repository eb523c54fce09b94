import { type Handler, Parser } from 'htmlparser2';
import { AppError } from '#errors';

/**
 * Bounds of a page that is read at all. Readability takes quadratic time and worse in nesting and in line breaks: 1,000
 * nested `<div>` (5 KB) block it for 6 to 40 s; a DOM takes a hundred times the memory of its tags. Of 181 measured news
 * pages none nests deeper than 60 or has more than 1,600 elements, 230 line breaks, 92,000 characters of text, and
 * 1.5 million in all.
 */
const MAX_DEPTH = 250;
const MAX_ELEMENTS = 25_000;
const MAX_LINE_BREAKS = 3_000;
const MAX_TEXT = 600_000;
const MAX_LENGTH = 3_000_000;

/** Words of an element that may name the title or the date, with where it stood. */
export interface ScannedTime {
  readonly datetime: string;
  readonly itemprop: string;
  readonly className: string;
}

/** Told of the tags and the text of a page along with the scan, so that it is read once for both. */
export type PageReader = Required<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>;

/** What one pass over a page's tags brings, before any DOM is built. */
export interface PageScan {
  readonly language: string | undefined;
  readonly title: string;
  readonly headings: readonly string[];
  /** `name`, `property` or `itemprop`, lower case, to the first content. */
  readonly metas: ReadonlyMap<string, string>;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  readonly jsonLd: readonly string[];
  readonly times: readonly ScannedTime[];
  readonly base: string | undefined;
}

const INSTEAD = 'The words of its feed are used instead, where there are any.';

const MAX_KEPT = 50;
const MAX_JSON_LD = 500_000;

/**
 * Reads a page's tags once, in linear time. Throws AppError `extraction-failed` where it is nested too deeply or too
 * large to be given to a DOM. `also`: hears the same tags and text, with entities decoded.
 */
export const scanPage = (html: string, url: string, also?: PageReader): PageScan => {
  let depth = 0;
  let elements = 0;
  let lineBreaks = 0;
  let textLength = 0;
  let inCode = 0;
  let language: string | undefined;
  let base: string | undefined;
  let title: string | undefined;
  const headings: string[] = [];
  const metas = new Map<string, string>();
  const links: { rel: string; href: string }[] = [];
  const jsonLd: string[] = [];
  const times: ScannedTime[] = [];
  let capture: { readonly name: string; readonly depth: number; text: string } | undefined;
  let inSvg = 0;

  const bounded = (): void => {
    const fault =
      depth > MAX_DEPTH
        ? `it nests more than ${MAX_DEPTH} elements`
        : elements > MAX_ELEMENTS
          ? `it has more than ${MAX_ELEMENTS} elements`
          : lineBreaks > MAX_LINE_BREAKS
            ? `it has more than ${MAX_LINE_BREAKS} line breaks`
            : textLength > MAX_TEXT
              ? `it has more than ${MAX_TEXT} characters of text`
              : undefined;
    if (fault !== undefined) throw extractionFailed(url, fault, INSTEAD);
  };

  const readMeta = (attributes: Readonly<Record<string, string>>): void => {
    const content = attributes['content']?.trim() ?? '';
    if (content === '') return;
    for (const key of [attributes['property'], attributes['name'], attributes['itemprop']]) {
      const name = key?.trim().toLowerCase() ?? '';
      if (name !== '' && !metas.has(name) && metas.size < 500) metas.set(name, content.slice(0, 2_000));
    }
  };

  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      depth++;
      elements++;
      if (name === 'br') lineBreaks++;
      bounded();
      also?.onopentag(name, attributes, isImplied);
      if (name === 'svg') inSvg++;
      if (name === 'script' || name === 'style') inCode++;
      if (name === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'];
      else if (name === 'base') base ??= attributes['href'];
      else if (name === 'meta') readMeta(attributes);
      else if (name === 'link' && links.length < MAX_KEPT && attributes['rel'] === 'canonical') {
        links.push({ rel: 'canonical', href: attributes['href'] ?? '' });
      } else if (name === 'time' && times.length < MAX_KEPT) {
        const { datetime = '', itemprop = '' } = attributes;
        times.push({
          datetime,
          itemprop: itemprop.toLowerCase(),
          className: (attributes['class'] ?? '').toLowerCase(),
        });
      }
      const wanted =
        (name === 'title' && inSvg === 0 && title === undefined) ||
        (name === 'h1' && headings.length < MAX_KEPT) ||
        (name === 'script' && /^application\/ld\+json/i.test(attributes['type'] ?? '') && jsonLd.length < MAX_KEPT);
      if (capture === undefined && wanted) capture = { name, depth, text: '' };
    },
    ontext(data) {
      also?.ontext(data);
      if (capture !== undefined && capture.text.length < MAX_JSON_LD) capture.text += data;
      if (inCode > 0) return;
      textLength += data.length;
      if (textLength > MAX_TEXT) bounded();
    },
    onclosetag(name, isImplied) {
      also?.onclosetag(name, isImplied);
      if (capture !== undefined && capture.depth === depth) {
        if (capture.name === 'title') title = capture.text;
        else if (capture.name === 'h1') headings.push(capture.text);
        else jsonLd.push(capture.text);
        capture = undefined;
      }
      if (name === 'svg') inSvg--;
      if (name === 'script' || name === 'style') inCode--;
      depth--;
    },
  });
  if (html.length > MAX_LENGTH) throw extractionFailed(url, `it has more than ${MAX_LENGTH} characters`, INSTEAD);
  parser.write(html);
  parser.end();
  return { language, title: title ?? '', headings, metas, links, jsonLd, times, base };
};

/** AppError `extraction-failed`. `what`: why, as the end of a sentence. */
export const extractionFailed = (url: string, what: string, hint: string, cause?: unknown): AppError =>
  new AppError('extraction-failed', `No article could be read from ${url}: ${what}.`, {
    subject: url,
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
