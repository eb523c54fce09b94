import { Parser } from 'htmlparser2';

/** Elements whose content is not text for readers. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'head',
  'select',
  'button',
  'textarea',
  'audio',
  'video',
  'canvas',
  'map',
]);

/** Elements that start and end a block of text. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['h1', '# '],
  ['h2', '## '],
  ['h3', '## '],
  ['h4', '## '],
  ['h5', '## '],
  ['h6', '## '],
  ['li', '* '],
]);

/** Inline elements that keep words apart. */
const SPACING = new Set(['td', 'th', 'img', 'input']);

/** White space of HTML, with the spaces that have a width of their own and those that have none. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]|(?![\t\n\v\f\r])\p{Cc}/gu;

/** No text nests deeper; the parser walks through the stack of open elements for each that is added. */
const MAX_DEPTH = 1_000;
/** Thrown to stop the parser, which has no other way to be stopped. */
const TOO_DEEP = new Error('The HTML is nested too deeply.');

/** A paragraph, heading, list item or line of a page. */
export interface TextBlock {
  /** `# `, `## `, `* ` or nothing. */
  readonly prefix: string;
  readonly quoted: boolean;
  /** Stands in the caption of a picture. */
  readonly caption: boolean;
  readonly text: string;
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linked: number;
}

/** The blocks of HTML in order, up to where it nests too deeply; scripts, styles and controls are left out. */
export const htmlBlocks = (html: string): TextBlock[] => {
  const blocks: TextBlock[] = [];
  const depths = { silent: 0, blockquote: 0, figcaption: 0, a: 0 };
  let depth = 0;
  let text = '';
  let linkedUnits = 0;
  let prefix = '';

  const flush = (): void => {
    const share = Math.min(1, linkedUnits / Math.max(1, text.replace(SPACES, '').length));
    for (const part of text.split('\n')) {
      const line = tidy(part);
      if (line === '') continue;
      blocks.push({ prefix, quoted: depths.blockquote > 0, caption: depths.figcaption > 0, text: line, linked: share });
      prefix = '';
    }
    text = '';
    linkedUnits = 0;
  };

  const nest = (name: string, step: 1 | -1): void => {
    if (name === 'blockquote' || name === 'figcaption' || name === 'a') depths[name] += step;
  };

  const parser = new Parser(
    {
      onopentag(name) {
        if (++depth > MAX_DEPTH) throw TOO_DEEP;
        if (SILENT.has(name)) depths.silent++;
        if (depths.silent > 0) return;
        if (name === 'br') text += '\n';
        else if (SPACING.has(name)) text += ' ';
        if (BLOCKS.has(name)) flush();
        nest(name, 1);
        prefix = PREFIXES.get(name) ?? prefix;
      },
      ontext(data) {
        if (depths.silent > 0) return;
        text += data.replaceAll('\n', ' ');
        if (depths.a > 0) linkedUnits += data.replace(SPACES, '').length;
      },
      onclosetag(name) {
        depth--;
        if (SILENT.has(name)) depths.silent--;
        else if (depths.silent === 0) {
          if (BLOCKS.has(name)) flush();
          nest(name, -1);
          if (PREFIXES.has(name)) prefix = '';
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
  }
  flush();
  return blocks;
};

/** Blocks as plain text, with a blank line between them. */
export const blocksToText = (blocks: readonly TextBlock[]): string =>
  blocks.map(({ prefix, quoted, text }) => (quoted ? '> ' : '') + prefix + text).join('\n\n');

/**
 * Plain text of HTML: a blank line between paragraphs, `# ` or `## ` before headings, `* ` before list items, `> `
 * before quoted blocks. Linear in the input's length and not recursive, so that no nesting harms it.
 */
export const htmlToText = (html: string): string => blocksToText(htmlBlocks(html));

/** Programs of old wrote the numbers of windows-1252 as if they were those of Unicode. */
const MISNUMBERED = /[\u0080-\u009f]/g;
const windows1252 = new TextDecoder('windows-1252');

const tidy = (text: string): string =>
  text
    .replace(MISNUMBERED, unit => windows1252.decode(Uint8Array.of(unit.charCodeAt(0))))
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim();

/** The text of HTML (or of plain text with entities) on one line. */
export const htmlToLine = (html: string): string =>
  tidy(
    html.includes('<') || html.includes('&')
      ? htmlBlocks(html)
          .map(block => block.text)
          .join(' ')
      : html,
  );

/** Plain text in the same form: paragraphs stay, white space is tidied. */
export const textToParagraphs = (text: string): string =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(tidy)
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
