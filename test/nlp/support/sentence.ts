import { plain } from '../../../nlp/scope/plain.ts';
import { tokensOf } from '../../../nlp/tokens.ts';
import type { Sentence } from '../../../nlp/types.ts';

/** One sentence as the only paragraph of a document. */
export const sentenceOf = (text: string): Sentence => ({
  index: 0,
  start: 0,
  end: text.length,
  text,
  letters: plain(text),
  tokens: tokensOf(text, 0, text.length),
  block: { kind: 'paragraph', start: 0, end: text.length },
  blockIndex: 0,
});
