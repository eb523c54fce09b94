import type { Attribution, Block, IncidentDraft, Mention, Sentence } from './types.ts';

/** What a look for the speaker needs to know of an article. */
export interface AttributedDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly incidents: readonly IncidentDraft[];
}

/** Prepares an article; the function returned tells who is heard at a span. */
export const createAttribution =
  (_document: AttributedDocument) =>
  (_sentence: Sentence, _start: number, _end: number): Attribution => ({ by: 'media' });
