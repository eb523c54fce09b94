import { isFurniture } from './furniture.ts';
import { dayOfNote } from './notes.ts';
import type { Block, BlockKind } from './types.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HEADING = /^\s{0,3}#{1,6}\s+/;
const LIST_ITEM = /^\s*(?:[*•‣◦·-]|\d{1,2}[.)])\s+/;
const BLOCK_QUOTE = /^\s*(?:>\s?)+/;
const UNDERLINE = /^\s*(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/;
const UPDATE_NOTE =
  /^[\s*_#[(>-]*(?:update|updated|correction|editor['’]s note|story updated|article updated)\b(?:[^.\n]|(?<=\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap](?:\.?m)?))\.){0,60}?(?::|\]|\)|\u2013|\u2014|-\s)|^[\s*_#[(>-]*(?:update|updated)\s*(?:\d|[A-Z])/i;
const SENTENCE_END = /[.!?…:;,]["'”’)*_\]\s]*$/;
const MOST_HEADING_WORDS = 10;

/** Units and words within which the label of an update note stands. */
const LABEL = 80;
const LABEL_WORDS = 9;

const linesOf = (text: string, from: number): readonly Line[] => {
  const lines: Line[] = [];
  let start = from;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
};

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A line without an end mark that stands alone is a heading, unless it goes on in the next line. */
const looksLikeHeading = (text: string): boolean =>
  !SENTENCE_END.test(text) && wordCount(text) <= MOST_HEADING_WORDS && /^["'“‘*_]*[\p{Lu}\p{N}]/u.test(text);

const kindOf = (line: string, title: string): { readonly kind: BlockKind; readonly marker: number } => {
  const heading = HEADING.exec(line);
  const list = LIST_ITEM.exec(line);
  const quotation = BLOCK_QUOTE.exec(line);
  const marker = (heading ?? quotation ?? list)?.[0].length ?? 0;
  const words = line.slice(marker).trim();
  if (isFurniture(line) || isFurniture(words) || UNDERLINE.test(line)) return { kind: 'furniture', marker: 0 };
  if (words === title.trim()) return { kind: 'furniture', marker: 0 };
  if (UPDATE_NOTE.test(words)) return { kind: 'update-note', marker };
  if (heading) return { kind: 'heading', marker };
  if (quotation) return { kind: 'quotation', marker };
  if (list) return { kind: 'list-item', marker };
  return { kind: 'paragraph', marker };
};

/** Whether `next` goes on with the sentence of a hard-wrapped line. */
const continues = (previous: Line, next: string): boolean =>
  !/[.!?…:]["'”’)*_\]]*\s*$/.test(previous.text) && /^\s*[\p{Ll}\p{N}"'“‘(]/u.test(next) && previous.text.length > 50;

const trimmed = (text: string, start: number, end: number): { readonly start: number; readonly end: number } => {
  let from = start;
  let to = end;
  while (from < to && /[\s*_]/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
};

const bodyBlocks = (text: string, title: string): readonly Block[] => {
  const lines = linesOf(text, title.length + 1);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.text.trim() === '') continue;
    const { kind, marker } = kindOf(line.text, title);
    let end = line.end;
    let heading = kind === 'paragraph' && looksLikeHeading(line.text.trim());
    if (kind === 'paragraph' || kind === 'list-item' || kind === 'quotation' || kind === 'update-note')
      for (let next = lines[at + 1]; next && next.text.trim() !== ''; next = lines[at + 1]) {
        const following = kindOf(next.text, title);
        const previous = lines[at];
        const goesOn = following.kind === kind && kind === 'quotation';
        if (!previous || !(goesOn || (following.kind === 'paragraph' && continues(previous, next.text)))) break;
        end = next.end;
        heading = false;
        at++;
      }
    blocks.push({ kind: heading ? 'heading' : kind, ...trimmed(text, line.start + marker, end) });
  }
  return blocks;
};

/** The first heading before any paragraph is the standfirst, if it says something of its own. */
const withStandfirst = (text: string, blocks: readonly Block[]): readonly Block[] => {
  const first = blocks.findIndex(block => block.kind !== 'furniture');
  const block = blocks[first];
  if (block?.kind !== 'heading' || wordCount(text.slice(block.start, block.end)) < 5) return blocks;
  return blocks.with(first, { ...block, kind: 'standfirst' });
};

/** Blocks of an update note that is only a label ("## Update, 13 May") reach to the next heading; each gets its day. */
const withNotes = (text: string, blocks: readonly Block[], publishedDay: string | undefined): readonly Block[] => {
  let noted: string | undefined;
  return blocks.map(block => {
    if (block.kind === 'heading' || block.kind === 'standfirst') noted = undefined;
    if (block.kind !== 'update-note')
      return noted === undefined || block.kind === 'furniture' ? block : { ...block, noted };
    const day = dayOfNote(text.slice(block.start, Math.min(block.end, block.start + LABEL)), publishedDay);
    noted = wordCount(text.slice(block.start, block.end)) <= LABEL_WORDS ? day : undefined;
    return day === undefined ? block : { ...block, noted: day };
  });
};

/**
 * Takes an article apart into blocks, in order: the headline, then headings, paragraphs, list items, quotations,
 * notes of updates, and furniture. Offsets are UTF-16 into the document; markers (`# `, `* `, `> `) stand outside.
 * `text` is `documentText(article)`, `title` its first line; days of update notes are resolved against `publishedDay`.
 */
export const blocksOf = (text: string, title: string, publishedDay?: string): readonly Block[] => [
  { kind: 'headline', ...trimmed(text, 0, title.length) },
  ...withNotes(text, withStandfirst(text, bodyBlocks(text, title)), publishedDay),
];
