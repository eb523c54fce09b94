import type { DataClaim } from '#domain/claim.ts';
import { certaintyOf } from '../certainty.ts';
import { quoteOf } from '../quote.ts';
import { plain } from '../scope/plain.ts';
import { negationCue } from '../scope.ts';
import type { Extractor, Reading, Scope, Sentence } from '../types.ts';
import { type DataList, listsOf } from './exposure/lists.ts';
import { type DataMention, dataMentionsIn } from './exposure/mentions.ts';
import { subjectOf } from './exposure/subject.ts';
import { belongsToIncident, opensTakenList, type Trigger, triggerOf } from './exposure/triggers.ts';
import { settled } from './exposure/umbrella.ts';

const LONGEST_LEAD = 90;
const LONGEST_ITEM = 160;

/** Reads which data are said to be taken, or not to be: enumerations governed by a verb of taking, and bullet lists that such a sentence opens. */
export const dataClaims: Extractor<DataClaim> = reading =>
  settled(reading.sentences.flatMap(sentence => claimsOf(reading, sentence)));

const claimsOf = (reading: Reading, sentence: Sentence): readonly DataClaim[] => {
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
    return list.mentions.flatMap(mention => told(reading, sentence, text, list, mention, trigger));
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

/** The sentence that opens the bullet list in which a sentence stands, if it tells of taken data. */
const openerOf = (reading: Reading, item: Sentence): Sentence | undefined => {
  if (item.block.kind !== 'list-item' || item.text.length > LONGEST_ITEM) return undefined;
  const opener = reading.sentences.slice(0, item.index).findLast(sentence => sentence.block.kind !== 'list-item');
  return opener !== undefined && /:\s*["”*_]*$/.test(opener.text) && opensTakenList(plain(opener.text))
    ? opener
    : undefined;
};

const lastWord = (sentence: Sentence): readonly [number, number] => {
  const end = sentence.start + plain(sentence.text).replace(/[:\s"]+$/, '').length;
  return [end - 1, end];
};

const both = (a: Scope, b: Scope): Scope => ({
  negated: a.negated || b.negated,
  hedged: a.hedged || b.hedged,
  conditional: a.conditional || b.conditional,
  generic: a.generic || b.generic,
});

const listed = (
  reading: Reading,
  item: Sentence,
  opener: Sentence,
  mentions: readonly DataMention[],
): readonly DataClaim[] => {
  const [from, to] = lastWord(opener);
  const opening = reading.scopeAt(opener, from, to);
  const attribution = reading.attributionAt(opener, from, to);
  return mentions.flatMap(({ type, start, end }) => {
    const scope = both(opening, reading.scopeAt(item, item.start + start, item.start + end));
    if (scope.conditional || scope.generic) return [];
    const value = {
      type,
      subject: subjectOf(type, plain(item.text), plain(opener.text)),
      polarity: scope.negated ? ('not-taken' as const) : ('taken' as const),
    };
    return reading.incidentsAt(opener, opener.start, opener.end).map(incident => ({
      kind: 'data' as const,
      incident,
      value,
      certainty: certaintyOf(scope, attribution),
      ...attribution,
      ...noted(item),
      ...quoteOf(reading.text, item.start + start, item.start + end),
      rule: 'data/bullet-list',
      confidence: 0.9,
    }));
  });
};

const noted = (sentence: Sentence) => (sentence.block.noted === undefined ? {} : { noted: sentence.block.noted });

const told = (
  reading: Reading,
  sentence: Sentence,
  text: string,
  list: DataList,
  mention: DataMention,
  trigger: Trigger,
): readonly DataClaim[] => {
  const start = sentence.start + mention.start;
  const end = sentence.start + mention.end;
  const around = reading.scopeAt(sentence, start, end);
  const scope = trigger.denied ? { ...around, negated: true } : around;
  if (scope.conditional || scope.generic || (scope.negated && trigger.spread)) return [];
  if (!scope.negated && mention.loose) return [];
  if (scope.negated && trigger.reduced && !isDeterminer(sentence, start, end)) return [];
  const value = {
    type: mention.type,
    subject: subjectOf(mention.type, text, text),
    polarity: scope.negated ? ('not-taken' as const) : ('taken' as const),
  };
  const attribution = reading.attributionAt(sentence, start, end);
  const incidents = reading.incidentsAt(sentence, start, end);
  return incidents.map(incident => ({
    kind: 'data' as const,
    incident,
    value,
    certainty: certaintyOf(scope, attribution),
    ...attribution,
    ...noted(sentence),
    ...quoteFor(reading, sentence, list, mention, trigger, scope),
    rule: trigger.kind === 'member' ? 'data/part-of-loot' : 'data/taken',
    confidence: trigger.kind === 'member' ? 0.85 : 0.8,
  }));
};

/** "no names stolen" denies the theft; "not to leak names stolen" denies something else. */
const isDeterminer = (sentence: Sentence, start: number, end: number): boolean => {
  const cue = negationCue(sentence, start, end);
  return cue !== undefined && !/(?:not|never|cannot|n't)$/.test(plain(sentence.text).slice(cue.start, cue.end));
};

/** From the words that say "taken" (and the negation, where there is one) to the data type, or the other way about. */
const quoteFor = (
  reading: Reading,
  sentence: Sentence,
  list: DataList,
  mention: DataMention,
  trigger: Trigger,
  scope: Scope,
) => {
  const negation = scope.negated
    ? negationCue(sentence, sentence.start + mention.start, sentence.start + mention.end)
    : undefined;
  const cues = [
    mention,
    ...(trigger.start >= list.end || mention.start - trigger.start <= LONGEST_LEAD || scope.negated ? [trigger] : []),
    ...(negation === undefined ? [] : [negation]),
  ];
  const from = Math.min(...cues.map(cue => cue.start));
  const to = Math.max(...cues.map(cue => cue.end));
  return quoteOf(reading.text, sentence.start + from, sentence.start + to);
};
