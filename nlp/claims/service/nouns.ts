import { FOREIGN as FOREIGN_WORDS, OF_ANOTHER as OF_ANOTHER_WORDS, type ServiceKey } from '../../gazetteer/services.ts';
import { byModifiers, type Head, headAt, isStop, keyOfHead, MISHAPS, ONLINE, RANK } from './heads.ts';
import { isStateVerb } from './verbs.ts';
import {
  CONNECTORS,
  DETERMINERS,
  isAdverb,
  OTHER_VERBS,
  PARTIAL,
  PREPOSITIONS,
  QUANTITIES,
  setOf,
  type Word,
} from './words.ts';

/** A noun phrase that names a service: word indexes, the end not included. */
export interface Noun extends ServiceKey {
  readonly from: number;
  readonly to: number;
  /** Where its head stands. */
  readonly head: number;
  /** "No", "none of". */
  readonly none: boolean;
  /** "Some", "part of". */
  readonly partial: boolean;
  /** "Orders", of which nothing says that they come online. */
  readonly bare: boolean;
  /** Something that is done: "place orders". */
  readonly doing?: boolean;
}

const OF_ANOTHER = setOf(OF_ANOTHER_WORDS);
const FOREIGN = setOf(FOREIGN_WORDS);
const PARTICLES = setOf('down off out up back');
/** After these "affected" is an adjective. */
const LEADING = setOf('took take taken taking shut all restored recovered any remaining most disconnected');

/** Where the noun phrase of a head begins, its determiner included. */
const phraseStart = (words: readonly Word[], head: number): number => {
  let from = head;
  for (let unknown = 0; from > 0 && head - from < 8; from--) {
    const word = words[from - 1]?.word ?? '';
    if (word === 'affected' || word === 'impacted') {
      const before = words[from - 2]?.word ?? '';
      if (
        !(
          before === '' ||
          isAdverb(before) ||
          PARTICLES.has(before) ||
          OTHER_VERBS.has(before) ||
          DETERMINERS.has(before) ||
          PREPOSITIONS.has(before) ||
          CONNECTORS.has(before) ||
          LEADING.has(before) ||
          isStateVerb(before)
        )
      )
        break;
      continue;
    }
    if (DETERMINERS.has(word)) {
      if (DETERMINERS.has(words[from - 2]?.word ?? '')) continue;
      return from - 1;
    }
    if (OTHER_VERBS.has(word) && word.endsWith('ed') && DETERMINERS.has(words[from - 2]?.word ?? '')) continue;
    if (isStop(word)) break;
    const attributive =
      /(?:ed|en|ing)$/.test(word) &&
      (DETERMINERS.has(words[from - 2]?.word ?? '') || isStateVerb(words[from - 2]?.word ?? ''));
    if (isStateVerb(word) && !attributive && !RANK.has(word)) break;
    if (MISHAPS.has(word)) break;
    if (!RANK.has(word) && !headAt(words, from - 1) && ++unknown > 3) break;
  }
  return from;
};

/** "Some of", "hundreds of", "a large part of" before a noun phrase. */
const quantityStart = (words: readonly Word[], from: number): number => {
  if (words[from - 1]?.word !== 'of') return from;
  let at = from - 2;
  if (!QUANTITIES.has(words[at]?.word ?? '') && !/^\d/.test(words[at]?.word ?? '')) return from;
  while (
    at > 0 &&
    (DETERMINERS.has(words[at - 1]?.word ?? '') ||
      /^(?:large|small|significant|great|vast|good|core|key)$/.test(words[at - 1]?.word ?? ''))
  )
    at--;
  return at;
};

const BARE = setOf('orders ordering payments');

/** "Phone and e-mail systems": the phone systems too. */
const sharedHeads = (words: readonly Word[], noun: Noun, head: Head): Noun[] => {
  const before = words[noun.from - 1]?.word;
  if (head.key || (before !== 'and' && before !== '&' && before !== 'or')) return [];
  const at = noun.from - 2;
  const word = words[at]?.word ?? '';
  if (!RANK.has(word) || headAt(words, at)?.key) return [];
  const key = byModifiers(words, at, at + 1);
  if (!key || key.service === noun.service) return [];
  const { whenDown: _, ...rest } = noun;
  return [{ ...rest, ...key, from: phraseStart(words, at), to: noun.from - 1, head: at, bare: false }];
};

/** The services that a sentence's words name, in order. */
export const nounsIn = (words: readonly Word[]): readonly Noun[] => {
  const nouns: Noun[] = [];
  let foreignTo = 0;
  for (let i = 0; i < words.length; ) {
    const head = headAt(words, i);
    if (!head) {
      i++;
      continue;
    }
    i = head.to;
    const next = words[head.to]?.word ?? '';
    // the last head of a run is the head: "store systems"
    if (headAt(words, head.to) || MISHAPS.has(next)) continue;
    if (RANK.has(next) && headAt(words, head.to + 1) && !isStop(next)) continue;
    if (OF_ANOTHER.has(next) || (next === "'" && words[head.to + 1])) continue;
    const near = phraseStart(words, head.at);
    const phrase = words.slice(near, head.to).map(({ word }) => word);
    // "the gang's payment sites and infrastructure": the infrastructure is the gang's too
    const listed = words.slice(foreignTo, near).every(({ word }) => /^(?:and|or|&|,)$/.test(word));
    if (
      phrase.some(word => FOREIGN.has(word)) ||
      (foreignTo > 0 && near > foreignTo && near - foreignTo < 3 && listed)
    ) {
      foreignTo = head.to;
      continue;
    }
    // "sent to other locations": not those of which the state is told
    if (phrase.includes('other') && words[near - 1]?.word === 'to') continue;
    if (
      words[head.to - 1]?.word === 'infrastructure' &&
      /^(?:critical|crucial|vital)$/.test(words[head.at - 1]?.word ?? '')
    )
      continue;
    const key = keyOfHead(words, head, near);
    if (!key || (key.service === 'deliveries' && /^platform/.test(words[head.to - 1]?.word ?? ''))) continue;
    const from = quantityStart(words, near);
    const all = words.slice(from, head.at).map(({ word }) => word);
    if (head.at === from && /^(?:shop|store|counter|plant|site)$/.test(words[head.at]?.word ?? '')) continue;
    const noun: Noun = {
      ...key,
      from,
      to: head.to,
      head: head.at,
      none: all.includes('no') || all.includes('none') || all.includes('neither'),
      partial: all.some(word => PARTIAL.has(word)),
      bare: head.to - head.at === 1 && BARE.has(words[head.at]?.word ?? '') && !all.some(word => ONLINE.has(word)),
    };
    nouns.push(...sharedHeads(words, noun, head), noun);
  }
  return nouns;
};
