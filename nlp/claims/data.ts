import type { DataClaim } from '#domain/claim.ts';
import { plain } from '../scope/plain.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { belongsToIncident } from './exposure/belonging.ts';
import { listed, openerOf } from './exposure/bullets.ts';
import { told } from './exposure/claim.ts';
import { type DataList, listsOf } from './exposure/lists.ts';
import { dataMentionsIn } from './exposure/mentions.ts';
import { type Trigger, triggerOf } from './exposure/triggers.ts';
import { settled } from './exposure/umbrella.ts';

/** UTF-16 units; a longer "sentence" is a table or a dump. */
const LONGEST_SENTENCE = 3000;

/**
 * Reads which data are said to be taken, or not to be: enumerations that a verb of taking governs, and bullet lists
 * that such a sentence opens.
 */
export const dataClaims: Extractor<DataClaim> = reading =>
  settled(reading.sentences.flatMap(sentence => claimsOf(reading, sentence)));

const claimsOf = (reading: Reading, sentence: Sentence): readonly DataClaim[] => {
  if (sentence.text.length > LONGEST_SENTENCE) return [];
  const text = plain(sentence.text);
  const mentions = dataMentionsIn(text);
  if (mentions.length === 0) return [];
  const opener = openerOf(reading, sentence);
  if (opener !== undefined) return listed(reading, sentence, opener, mentions);
  const before = reading.sentences
    .slice(Math.max(0, sentence.index - 2), sentence.index)
    .map(other => plain(other.text));
  const lists = listsOf(text, mentions);
  return lists.flatMap((list, at) => {
    const trigger = triggerOf(text, list) ?? elliptic(text, lists[at - 1], list);
    if (trigger === undefined || isWeak(list)) return [];
    if (trigger.kind === 'member' && !belongsToIncident(text, trigger, before)) return [];
    return list.mentions.flatMap(mention => told(reading, sentence, list, mention, trigger));
  });
};

/** "Names were stolen, but not passwords": the verb of the list before holds. */
const elliptic = (text: string, before: DataList | undefined, list: DataList): Trigger | undefined =>
  before !== undefined &&
  /\b(?:but|and|though|while),? (?:not|no|without)(?: \w+){0,3} $/.test(text.slice(0, list.start))
    ? triggerOf(text, before)
    : undefined;

/** One everyday word alone names no data; the odd "contact." does, where something was gained. */
const isWeak = (list: DataList): boolean => list.mentions.every(({ weak, type }) => weak && type !== 'contact-details');
