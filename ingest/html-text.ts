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
  'object',
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

const PREFIXES: Readonly<Record<string, string>> = {
  h1: '# ',
  h2: '## ',
  h3: '## ',
  h4: '## ',
  h5: '## ',
  h6: '## ',
  li: '* ',
};

/** White space of HTML, with the spaces that have a width of their own and those that have none. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]|(?![\t\n\v\f\r])\p{Cc}/gu;

/**
 * Plain text of HTML: a blank line between paragraphs, `# ` or `## ` before headings, `* ` before list items, `> `
 * before quoted blocks; scripts, styles and controls left out. Linear in the input's length and not recursive, so that
 * no nesting harms it.
 */
export const htmlToText = (html: string): string => {
  const blocks: string[] = [];
  let text = '';
  let prefix = '';
  let silent = 0;
  let quotes = 0;

  const flush = () => {
    for (const part of text.split('\n')) {
      const line = part.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
      if (line === '') continue;
      blocks.push((quotes > 0 ? '> ' : '') + prefix + line);
      prefix = '';
    }
    text = '';
  };

  const parser = new Parser(
    {
      onopentag(name) {
        if (SILENT.has(name)) silent++;
        if (silent > 0) return;
        if (name === 'br') text += '\n';
        else if (name === 'td' || name === 'th') text += ' ';
        else if (name === 'img' || name === 'input') text += ' ';
        if (!BLOCKS.has(name)) return;
        flush();
        if (name === 'blockquote') quotes++;
        if (name in PREFIXES) prefix = PREFIXES[name] ?? '';
      },
      ontext(data) {
        if (silent === 0) text += data.replaceAll('\n', ' ');
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent--;
        if (silent > 0 || !BLOCKS.has(name)) return;
        flush();
        if (name === 'blockquote') quotes--;
        if (name in PREFIXES) prefix = '';
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return blocks.join('\n\n');
};

/** The text of HTML (or of plain text with entities) on one line. */
export const htmlToLine = (html: string): string =>
  (html.includes('<') || html.includes('&') ? htmlToText(html).replace(/(^|\n\n)(?:# |## |\* |> )+/g, '$1') : html)
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim();

/** Plain text in the same form: paragraphs stay, white space is tidied. */
export const textToParagraphs = (text: string): string =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(paragraph => paragraph.replace(INVISIBLE, '').replace(SPACES, ' ').trim())
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
