/** Escapes text for HTML and XML content and double-quoted attributes. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One block of an article's body, in the notation of `DemoArticle.body`. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'pull-quote' | 'photo' | 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const MARKS = [
  ['## ', 'heading'],
  ['> ', 'pull-quote'],
  ['[photo] ', 'photo'],
  ['[note] ', 'note'],
] as const;

const block = (source: string): Block => {
  if (source.startsWith('* ')) {
    const items = source.slice(2).split('\n* ');
    return { kind: 'list', items: items.map(item => item.replaceAll('\n', ' ')) };
  }
  const text = source.replaceAll('\n', ' ');
  for (const [mark, kind] of MARKS) if (text.startsWith(mark)) return { kind, text: text.slice(mark.length) };
  return { kind: 'paragraph', text };
};

/** The blocks of a body, in order. */
export const blocks = (body: string): readonly Block[] =>
  body
    .split('\n\n')
    .map(source => source.trim())
    .filter(source => source !== '')
    .map(block);

/** Inline HTML of a block's text: escaped, `**words**` as `<strong>`. */
export const inline = (text: string): string => escapeXml(text).replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');

/** A block's text without its marks, as a reader sees it. */
export const plain = (text: string): string => text.replaceAll('**', '');

const feedBlock = (part: Block): string => {
  if (part.kind === 'list') return `<ul>${part.items.map(item => `<li>${inline(item)}</li>`).join('')}</ul>`;
  if (part.kind === 'heading') return `<h2>${inline(part.text)}</h2>`;
  if (part.kind === 'note') return `<p><em>${inline(part.text)}</em></p>`;
  return `<p>${inline(part.text)}</p>`;
};

/** The HTML of a body as a feed carries it: no pictures, no pull quotes. */
export const feedHtml = (body: string): string =>
  blocks(body)
    .filter(part => part.kind !== 'pull-quote' && part.kind !== 'photo')
    .map(feedBlock)
    .join('\n');
