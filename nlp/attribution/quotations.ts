import type { Block } from '../types.ts';

/** A quotation; offsets into the document. `continues`: its paragraph ended before a closing mark. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly continues: boolean;
}

const OPENING = /["“„«]/;
const SHORTEST = 25;

/** The quotations of a document, block by block; scare quotes of a few letters are none. */
export const quotationsIn = (text: string, blocks: readonly Block[]): readonly Quotation[] =>
  blocks.flatMap((block, index) => quotationsOf(text, block, index));

const quotationsOf = (text: string, block: Block, index: number): readonly Quotation[] => {
  if (block.kind === 'quotation') return [{ start: block.start, end: block.end, block: index, continues: false }];
  const found: Quotation[] = [];
  let open = -1;
  for (let at = block.start; at < block.end; at++) {
    const unit = text.charAt(at);
    if (open < 0 && OPENING.test(unit)) open = at;
    else if (open >= 0 && (unit === '"' || unit === '”' || unit === '»')) {
      if (at - open >= SHORTEST) found.push({ start: open, end: at + 1, block: index, continues: false });
      open = -1;
    }
  }
  if (open >= 0 && block.end - open >= SHORTEST)
    found.push({ start: open, end: block.end, block: index, continues: true });
  return found;
};

/** A sentence's plain text in which the letters inside quotations are blotted out: nobody speaks in there. */
export const withoutQuotations = (text: string, start: number, quotations: readonly Quotation[]): string => {
  let masked = text;
  for (const quotation of quotations) {
    const from = Math.max(0, quotation.start - start);
    const to = Math.min(text.length, quotation.end - start);
    if (from < to) masked = `${masked.slice(0, from)}${'¤'.repeat(to - from)}${masked.slice(to)}`;
  }
  return masked;
};
