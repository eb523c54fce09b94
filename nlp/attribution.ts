import type { Frame } from './attribution/documents.ts';
import { framesIn } from './attribution/frames.ts';
import { type Ground, groundOf, onGround } from './attribution/ground.ts';
import { attributionOf, namedSpeakers, suppliesOthers } from './attribution/named.ts';
import { type Quotation, quotationsIn, withoutQuotations } from './attribution/quotations.ts';
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

interface Hearing extends AttributionSource {
  readonly quotations: readonly Quotation[];
  /** Who speaks outside quotations, sentence by sentence. */
  readonly frames: readonly (readonly Frame[])[];
  /** The sentences of each block. */
  readonly paragraphs: ReadonlyMap<number, readonly Sentence[]>;
  /** On whose word the story stands where nobody else is heard. */
  readonly ground?: Ground;
}

/** A sentence that goes on telling what was just said: "The stolen information includes …". */
const GOES_ON =
  /^["' -]*(?:the (?:[\w-]+ ){0,3}(?:data|information|info|details|records|types|following|database|file|files)|this (?:includes|included|data|information)|these (?:include|included|details)|it (?:is noted|does|did|includes|included|may|might|could|was|also|has|mainly|is)|they (?:include|included|may)|that (?:data|information|includes|included)|among|based on|additionally|furthermore|those|affected|in some cases)\b/;

const HOW_FAR_BACK = 3;
const LONGEST_LIST = 40;
/** UTF-16 units; a longer "sentence" is a table or a dump: nobody is heard behind this. */
const LONGEST_SENTENCE = 3000;
const MEDIA: Attribution = { by: 'media' };
const VICTIM: Attribution = { by: 'victim' };
const AUTHORITY: Attribution = { by: 'authority' };

/** What only a court, the police or a regulator does: told by nobody in particular, it is their word. */
const OFFICIAL_ACT =
  /\b(?:fine[sd]?|arrest(?:s|ed|ing)?|detain(?:s|ed)|(?:been|was|were) charged|charges|plead(?:s|ed)?|pled|pleas?|convict(?:s|ed|ion)|sentenc(?:es?|ed)|jailed|imprisoned|indict(?:s|ed|ment)|(?:initial|first|court) appearance|penalt(?:y|ies)|extradit(?:ed|ion))\b/;

/** UTF-16 units before a bare sum: "was fined €1m". */
const BEFORE_SUM = 40;

const isOfficial = (sentence: Sentence, start: number, end: number): boolean => {
  const text = sentence.letters;
  const from = start - sentence.start;
  const sum = /^[£$€\d]/.test(text.slice(from, from + 1));
  return OFFICIAL_ACT.test(text.slice(Math.max(0, from - (sum ? BEFORE_SUM : 0)), end - sentence.start));
};

/**
 * Makes the function that says who is heard at a span of a document (UTF-16 offsets): the speaker of the quotation
 * or of the said-clause around it, the speaker who introduced the list, or the one whose account the sentence goes on
 * with; the outlet itself where nobody is heard.
 */
export const createAttribution = (
  source: AttributionSource,
): ((sentence: Sentence, start: number, end: number) => Attribution) => {
  const quotations = quotationsIn(source.text, source.blocks);
  const named = namedSpeakers(source);
  const unquoted = source.sentences.map(sentence =>
    withoutQuotations(plain(sentence.text.slice(0, LONGEST_SENTENCE)), sentence.start, quotations),
  );
  const frames = source.sentences.map((sentence, at) => framesIn(unquoted[at] ?? '', named(sentence)));
  const paragraphs = Map.groupBy(source.sentences, sentence => sentence.blockIndex);
  const heard: Hearing = { ...source, quotations, frames, paragraphs };
  const ground = groundOf({
    sentences: source.sentences,
    frames,
    unquoted,
    resolve: (index, frame) => resolve(heard, index, frame),
  });
  const hearing: Hearing = ground === undefined ? heard : { ...heard, ground };
  const supplierHit = suppliesOthers(source);
  return (sentence, start, end) => {
    const found = heardAt(hearing, sentence, start, end);
    if (found === MEDIA && isOfficial(sentence, start, end)) return AUTHORITY;
    return supplierHit && found.by === 'supplier' ? { ...found, by: 'victim' } : found;
  };
};

const heardAt = (hearing: Hearing, sentence: Sentence, start: number, end: number): Attribution =>
  hearing.quotations.some(quote => quote.start <= start && quote.end >= end)
    ? quoted(hearing, sentence)
    : narrated(hearing, sentence, start);

/** The frame's speaker; of "he said" the speaker of the sentences before. */
const resolve = ({ frames }: Hearing, index: number, frame: Frame): Attribution => {
  if (!frame.pronoun) return attributionOf(frame.noun);
  for (let i = index; i >= Math.max(0, index - HOW_FAR_BACK); i--) {
    const before = frames[i]?.findLast(other => !other.pronoun && (i < index || other.noun.end <= frame.noun.start));
    if (before !== undefined) return attributionOf(before.noun);
  }
  return VICTIM;
};

const narrated = (hearing: Hearing, sentence: Sentence, start: number): Attribution => {
  const at = start - sentence.start;
  const own = (hearing.frames[sentence.index] ?? [])
    .filter(frame => frame.over.start <= at && frame.over.end > at)
    .toSorted((a, b) => b.over.start - a.over.start)[0];
  if (own !== undefined) return resolve(hearing, sentence.index, own);
  const listed = sentence.block.kind === 'list-item';
  const goes = listed || GOES_ON.test(sentence.letters) ? goingOn(hearing, sentence, listed) : undefined;
  return goes ?? grounded(hearing, sentence);
};

const grounded = (hearing: Hearing, sentence: Sentence): Attribution =>
  onGround(sentence, ofOthers(hearing, sentence) ? undefined : hearing.ground) ?? MEDIA;

/** Whether the only victims named in a sentence are others than the story's own. */
const ofOthers = ({ mentions, incidents }: Hearing, { index }: Sentence): boolean => {
  const mains = incidents?.filter(({ role }) => role === 'main').map(({ victim }) => victim) ?? [];
  const named = mentions.filter(({ sentence, kind }) => sentence === index && kind === 'retailer');
  return mains.length > 0 && named.length > 0 && !named.some(({ id }) => mains.includes(id));
};

/** The speaker of the sentences before one that only goes on with what they told. */
const goingOn = (hearing: Hearing, sentence: Sentence, listed: boolean): Attribution | undefined => {
  const farthest = sentence.index - (listed ? LONGEST_LIST : HOW_FAR_BACK);
  for (let i = sentence.index - 1; i >= Math.max(0, farthest); i--) {
    const before = hearing.sentences[i];
    if (before === undefined || before.block.kind === 'headline') break;
    if (listed && before.block.kind === 'list-item') continue;
    const own = hearing.frames[i]?.at(-1);
    if (own !== undefined) return resolve(hearing, i, own);
    const last = lastLetter(before);
    if (hearing.quotations.some(quote => quote.start <= last && quote.end > last)) return quoted(hearing, before);
  }
  return undefined;
};

const lastLetter = (sentence: Sentence): number => sentence.end - 2;

/** The speaker of a quotation: named in its sentence, else nearest in its paragraph, else before it. */
const quoted = (hearing: Hearing, sentence: Sentence): Attribution => {
  const paragraph = hearing.paragraphs.get(sentence.blockIndex) ?? [];
  const nearestFirst = paragraph.toSorted(
    (a, b) => Math.abs(a.index - sentence.index) - Math.abs(b.index - sentence.index),
  );
  for (const { index } of nearestFirst) {
    const heard = hearing.frames[index]?.at(-1);
    if (heard !== undefined) return resolve(hearing, index, heard);
  }
  const first = paragraph[0]?.index ?? sentence.index;
  for (let i = first - 1; i >= Math.max(0, first - 10); i--) {
    const heard = hearing.frames[i]?.at(-1);
    if (heard !== undefined) return resolve(hearing, i, heard);
  }
  return /\b(?:we|our|us)\b/.test(sentence.letters) ? VICTIM : MEDIA;
};
