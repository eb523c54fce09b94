import type { DataClaim } from '#domain/claim.ts';
import { gated } from '../gate/index.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { belongsToIncident } from './exposure/belonging.ts';
import { asksForData, listed, openerOf } from './exposure/bullets.ts';
import { told } from './exposure/claim.ts';
import { type DataList, listsOf, partsOf } from './exposure/lists.ts';
import { dataMentionsIn } from './exposure/mentions.ts';
import { type Trigger, triggerOf } from './exposure/triggers.ts';
import { settled } from './exposure/umbrella.ts';

/** UTF-16 units; a longer "sentence" is a table or a dump. */
const LONGEST_SENTENCE = 3000;
/** UTF-16 units before the list in an answer: "Only your", "Customers' full". */
const LATEST_ANSWER = 20;
/** Sentences in which it may have been said that the data were taken of which this one tells what they include. */
const LOOK_BACK = 4;
/** Data types that an attacker reels off without a verb. */
const SHORTEST_LISTING = 3;

/**
 * Reads which data are said to be taken, or not to be: enumerations that a verb of taking governs, and bullet lists
 * that such a sentence opens.
 */
export const dataClaims: Extractor<DataClaim> = reading =>
  settled(reading.sentences.flatMap(sentence => claimsOf(reading, sentence)));

const claimsOf = (reading: Reading, sentence: Sentence): readonly DataClaim[] => {
  if (sentence.text.length > LONGEST_SENTENCE) return [];
  const text = sentence.letters;
  const mentions = dataMentionsIn(text);
  if (mentions.length === 0) return [];
  const opener = openerOf(reading, sentence);
  if (opener !== undefined) return listed(reading, sentence, opener, mentions);
  const before = [
    ...reading.sentences.slice(0, 1),
    ...reading.sentences.slice(Math.max(0, sentence.index - LOOK_BACK), sentence.index),
  ].map(other => other.letters);
  const lists = listsOf(text, mentions).map(list =>
    triggerOf(text, list) === undefined ? (partsOf(text, list) ?? list) : list,
  );
  return lists.flatMap((list, at) => {
    const trigger =
      triggerOf(text, list) ??
      elliptic(text, lists[at - 1], list) ??
      answer(reading, sentence, list) ??
      listing(reading, sentence, list, mentions.length);
    if (trigger === undefined || isWeak(list)) return [];
    if (
      trigger.kind === 'member' &&
      !asksForData(reading.sentences[sentence.index - 1]) &&
      !belongsToIncident(text, trigger, before)
    )
      return [];
    return list.mentions.flatMap(mention => told(reading, sentence, list, mention, trigger));
  });
};

/** "Names were stolen, but not passwords": the verb of the list before holds. */
const elliptic = (text: string, before: DataList | undefined, list: DataList): Trigger | undefined =>
  before !== undefined &&
  /\b(?:but|and|though|while),? (?:not|no|without)(?: \w+){0,3} $/.test(text.slice(0, list.start))
    ? triggerOf(text, before)
    : undefined;

/** "What data was taken? Names and addresses.": the question's verb holds for a list that opens the answer. */
const answer = (reading: Reading, sentence: Sentence, list: DataList): Trigger | undefined =>
  list.start <= LATEST_ANSWER && list.mentions.length > 1 && asksForData(reading.sentences[sentence.index - 1])
    ? { kind: 'member', start: list.start, end: list.start, spread: false, reduced: false }
    : undefined;

const LEAK_SITE = gated(/\b(?:leak|extortion|shaming|dedicated leak) (?:site|blog|portal|page)\b/);

/** "Passports, contracts, payroll and so on", reads the gang's entry: it lists its loot. */
const listing = (reading: Reading, sentence: Sentence, list: DataList, named: number): Trigger | undefined =>
  named >= SHORTEST_LISTING &&
  (LEAK_SITE.test(sentence.letters) ||
    reading.attributionAt(sentence, sentence.start + list.start, sentence.start + list.end).by === 'attacker')
    ? { kind: 'taken', start: list.start, end: list.start, spread: false, reduced: true }
    : undefined;

/** One everyday word alone names no data; the odd "contact." does, where something was gained. */
const isWeak = (list: DataList): boolean => list.mentions.every(({ weak, type }) => weak && type !== 'contact-details');
