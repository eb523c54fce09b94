import { type Frame, framesIn } from './attribution/frames.ts';
import { type Quotation, quotationsIn } from './attribution/quotations.ts';
import type { SpeakerNoun } from './attribution/speakers.ts';
import { plain } from './scope/plain.ts';
import type { Attribution, Block, IncidentDraft, Mention, Sentence } from './types.ts';

/** What attribution needs of a document. */
export interface AttributionSource {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly incidents?: readonly IncidentDraft[];
}

/** A sentence that goes on telling what was just said: "The stolen information includes …". */
const GOES_ON =
  /^["' -]*(?:the (?:stolen|exposed|affected|compromised|impacted|accessed|leaked|breached|taken|following)?[\w ]{0,20}(?:data|information|info|details|records|types|incident|breach|attack|following)|this (?:includes|included|data|information|incident)|these (?:include|included|details)|it (?:is noted|does|did|includes|included|may|might|could|was|also|has|mainly|is)|they (?:include|included|may)|that (?:data|information|includes|included)|among|based on|also|other|additionally|however|no |some |customers|with these|those|affected|in some cases)\b/;

const HOW_FAR_BACK = 3;
const MEDIA: Attribution = { by: 'media' };

/**
 * Makes the function that says who is heard at a span of a document (UTF-16 offsets): the speaker of the quotation
 * or of the said-clause around it, the speaker who introduced the list, or the one whose account the sentence goes on with;
 * the outlet itself where nobody is heard.
 */
export const createAttribution = (
  source: AttributionSource,
): ((sentence: Sentence, start: number, end: number) => Attribution) => {
  const quotations = quotationsIn(source.text, source.blocks);
  const frames = source.sentences.map(sentence => framesIn(plain(sentence.text), namedIn(source.mentions, sentence)));
  return (sentence, start, end) => {
    const quotation = quotations.find(quote => quote.start <= start && quote.end >= end);
    return quotation === undefined
      ? narrated(source, frames, sentence, start)
      : quoted(source, frames, quotations, sentence);
  };
};

const namedIn = (mentions: readonly Mention[], sentence: Sentence): readonly SpeakerNoun[] =>
  mentions
    .filter(mention => mention.sentence === sentence.index && mention.kind !== 'organisation')
    .map(mention => ({
      by: mention.kind === 'actor' ? 'attacker' : 'victim',
      start: mention.start - sentence.start,
      end: mention.end - sentence.start,
    }));

const attribution = (noun: SpeakerNoun): Attribution =>
  noun.document === undefined ? { by: noun.by } : { by: noun.by, speaker: noun.document };

/** The frame's speaker; of "he said" the speaker of the sentences before. */
const resolve = (frames: readonly (readonly Frame[])[], index: number, frame: Frame): Attribution => {
  if (!frame.pronoun) return attribution(frame.noun);
  for (let i = index; i >= Math.max(0, index - HOW_FAR_BACK); i--) {
    const before = frames[i]?.filter(other => !other.pronoun).at(-1);
    if (before !== undefined) return attribution(before.noun);
  }
  return { by: 'victim' };
};

const narrated = (
  source: AttributionSource,
  frames: readonly (readonly Frame[])[],
  sentence: Sentence,
  start: number,
): Attribution => {
  const at = start - sentence.start;
  const own = (frames[sentence.index] ?? [])
    .filter(frame => frame.over.start <= at && frame.over.end > at)
    .sort((a, b) => b.over.start - a.over.start)[0];
  if (own !== undefined) return resolve(frames, sentence.index, own);
  const listed = sentence.block.kind === 'list-item';
  if (!listed && !GOES_ON.test(plain(sentence.text))) return MEDIA;
  for (let i = sentence.index - 1; i >= 0; i--) {
    const before = source.sentences[i];
    if (before === undefined) break;
    if (before.block.kind === 'list-item' && listed) continue;
    if (!listed && sentence.index - i > HOW_FAR_BACK) break;
    const heard = frames[i]?.at(-1);
    if (heard !== undefined) return resolve(frames, i, heard);
    if (listed && i < sentence.index - 12) break;
  }
  return MEDIA;
};

const quoted = (
  source: AttributionSource,
  frames: readonly (readonly Frame[])[],
  quotations: readonly Quotation[],
  sentence: Sentence,
): Attribution => {
  const outside = (index: number): readonly Frame[] => {
    const holder = source.sentences[index];
    if (holder === undefined) return [];
    return (frames[index] ?? []).filter(
      frame =>
        !quotations.some(q => q.start <= frame.noun.start + holder.start && q.end >= frame.noun.end + holder.start),
    );
  };
  const sameBlock = source.sentences
    .filter(other => other.blockIndex === sentence.blockIndex)
    .map(other => other.index);
  for (const index of [
    sentence.index,
    ...sameBlock.sort((a, b) => Math.abs(a - sentence.index) - Math.abs(b - sentence.index)),
  ]) {
    const heard = outside(index).at(-1);
    if (heard !== undefined) return resolve(frames, index, heard);
  }
  for (let i = (sameBlock[0] ?? sentence.index) - 1; i >= Math.max(0, sentence.index - 12); i--) {
    const heard = outside(i).at(-1);
    if (heard !== undefined) return resolve(frames, i, heard);
  }
  return /\b(?:we|our|us)\b/.test(plain(sentence.text)) ? { by: 'victim' } : MEDIA;
};
