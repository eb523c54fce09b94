import { escapeMarkup } from '#export/plain.ts';

const SAFE = Symbol('html');

/** Text that is HTML already: made by `html` only, so that nothing unescaped gets in. */
export interface Html {
  readonly [SAFE]: string;
}

/** What can stand in a template: text gets escaped, HTML stays, lists are joined, nothing is nothing. */
export type Part = string | number | Html | undefined | false | readonly Part[];

const render = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return SAFE in part ? part[SAFE] : part.map(render).join('');
};

/** A template of HTML. Everything put into it is escaped; attribute values must stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  [SAFE]: strings.reduce((text, string, index) => text + render(parts[index - 1]) + string),
});

/** The text of a whole page. */
export const toText = (page: Html): string => page[SAFE];

/** Parts with a separator between them. */
export const joined = (parts: readonly Part[], separator: Part): readonly Part[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));

/** An SVG as the library that drew it wrote it: it escapes what texts are in it. */
export const drawing = (svg: string): Html => ({ [SAFE]: svg });

/**
 * A value as JSON-LD for machines that read pages. It is data, no script, so a strict policy lets it stand; `<` is
 * written otherwise, so that no text in it can end the element.
 */
export const linkedData = (value: object): Html => ({
  [SAFE]: `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
});
