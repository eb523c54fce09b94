import type { EventDate, ServiceClaim } from '#domain/claim.ts';
import type { Certainty, Speaker } from '#domain/vocabulary.ts';
import { organisationRow } from '../entities.ts';
import { FIRMS } from '../gazetteer/kinds.ts';
import { quoteOf } from '../quote.ts';
import type { Reading, Sentence } from '../types.ts';

/** Where words stand (document offsets) and what is noted of them. */
export interface Placing {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
  /** In place of what scope and speaker give. */
  readonly certainty?: Certainty;
  /** In place of who is heard. */
  readonly by?: Speaker;
  readonly date?: EventDate;
  /** Where to ask of which incident it speaks, where that is not the span itself. */
  readonly told?: { readonly start: number; readonly end: number };
  /** How many units of the sentence before and after the words to quote with them. */
  readonly around?: readonly [before: number, after: number];
}

/** What every claim carries beside its kind and value. */
export type Placed = Omit<ServiceClaim, 'kind' | 'value'>;

/** The span with what stands around it in the sentence, at most so many units on each side, whole words only. */
const widened = (sentence: Sentence, { start, end, around = [0, 0] }: Placing): readonly [number, number] => {
  const inside = (offset: number): string => sentence.text.charAt(offset - sentence.start);
  let from = Math.max(sentence.start, start - around[0]);
  let to = Math.min(sentence.end, end + around[1]);
  while (from > sentence.start && from < start && /\S/.test(inside(from - 1))) from++;
  while (to < sentence.end && to > end && /\S/.test(inside(to))) to--;
  return [from, to];
};

const STANDS_FOR_VICTIM =
  /\b(?:we|our|it|the (?:company|firm|retailer|chain|group|business|giant|grocer|brand|store|supermarket|board|management|owners?|shop|jeweller|marketplace|platform))\b/i;

/** Whether a sentence names a retailer, or stands for one by "we", "it", "the chain": else it may be of another firm. */
export const speaksOfVictim = (reading: Reading, sentence: Sentence): boolean =>
  STANDS_FOR_VICTIM.test(sentence.text) ||
  reading.mentions.some(({ kind, sentence: index }) => kind === 'retailer' && index === sentence.index);

/** Whether a sentence names another firm, a shop or not, and none of the article's victims. */
export const speaksOfAnother = (reading: Reading, sentence: Sentence): boolean => {
  const victims = new Set(reading.incidents.map(({ victim }) => victim));
  const named = reading.mentions.filter(mention => mention.sentence === sentence.index && mention.kind !== 'actor');
  return (
    !named.some(({ id }) => victims.has(id)) &&
    named.some(
      ({ kind, id, via }) =>
        via === 'name' && (kind === 'retailer' || FIRMS.has(organisationRow(id)?.kind ?? 'unknown')),
    )
  );
};

/** A longer run without an end is a table or garbage; reading it would cost more than its length. */
const MAX_SENTENCE = 4000;

/** The sentences that can be read as such. */
export const sentencesToRead = (reading: Reading): readonly Sentence[] =>
  reading.sentences.filter(({ text }) => text.length <= MAX_SENTENCE);

/** What was said at a span, once under each incident of which it speaks; joint statements name the other victims. */
export const placesOf = (reading: Reading, sentence: Sentence, placing: Placing): readonly Placed[] => {
  const { rule, confidence, date } = placing;
  const told = placing.told ?? placing;
  const incidents = reading.incidentsAt(sentence, told.start, told.end);
  const { by, speaker } = reading.attributionAt(sentence, placing.start, placing.end);
  const heard = placing.by === undefined || placing.by === by;
  return incidents.map(incident => {
    const others = incidents.flatMap(index => {
      const victim = reading.incidents[index]?.victim;
      return index === incident || victim === undefined || victim === reading.incidents[incident]?.victim
        ? []
        : [victim];
    });
    return {
      incident,
      certainty: placing.certainty ?? reading.certaintyAt(sentence, placing.start, placing.end),
      by: placing.by ?? by,
      ...(heard && speaker !== undefined ? { speaker } : {}),
      ...(others.length > 0 ? { sharedWith: [...new Set(others)] } : {}),
      ...(date === undefined ? {} : { date }),
      ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
      ...quoteOf(reading.text, ...widened(sentence, placing)),
      rule,
      confidence,
    };
  });
};
