import { gated } from '../../gate/index.ts';
import {
  FOREIGN as FOREIGN_WORDS,
  GENERIC_HEADS,
  HEADS,
  MISHAP_HEADS,
  MODIFIERS,
  OF_ANOTHER as OF_ANOTHER_WORDS,
  RUNS_OF_WORDS,
  type ServiceKey,
  SYSTEM_HEADS,
} from '../../gazetteer/services.ts';
import { DOING_WORDS } from './doings.ts';
import { isStateVerb } from './verbs.ts';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONNECTORS,
  DETERMINERS,
  isAdverb,
  isMark,
  OTHER_VERBS,
  PARTIAL,
  PREPOSITIONS,
  PRONOUNS,
  QUANTITIES,
  SAYING,
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

const SYSTEMS = setOf(SYSTEM_HEADS);
const GENERIC = setOf(GENERIC_HEADS);
const MISHAPS = setOf(MISHAP_HEADS);
const OF_ANOTHER = setOf(OF_ANOTHER_WORDS);
const FOREIGN = setOf(FOREIGN_WORDS);
const ONLINE = setOf('online web e-commerce ecommerce digital virtual internet webshop');
const SHOPPING = setOf('stores checkout checkouts');

const KEY_OF: ReadonlyMap<string, ServiceKey> = new Map(
  HEADS.flatMap(({ words, ...key }) => words.split(' ').map(word => [word, key] as const)),
);
const TILLS = setOf(
  'till tills checkout checkouts check-out check-outs self-checkout self-service pos point-of-sale register registers in-store store stores shop shops branch restaurant pharmacy prescription fuel pump deli retail',
);
const RANK: ReadonlyMap<string, number> = new Map(
  MODIFIERS.flatMap(([, words], rank) => words.split(' ').map(word => [word, rank] as const)),
);
const DOMAIN = /^[\p{L}\p{N}-]{2,30}\.(?:com|co\.uk|fr|de|ca|ru|nl|jp|com\.au)$/u;

const STOPS: ReadonlySet<string> = new Set(
  [
    setOf('down off out up back offline away'),
    PREPOSITIONS,
    CONNECTORS,
    CLAUSE_OPENERS,
    PRONOUNS,
    AUXILIARIES,
    SAYING,
    OTHER_VERBS,
  ].flatMap(set => [...set]),
);
/** Whether a noun phrase cannot reach over a word. */
export const isStop = (word: string): boolean => STOPS.has(word) || isMark(word);

interface Head {
  readonly at: number;
  readonly to: number;
  readonly key?: ServiceKey;
}

const headAt = (words: readonly Word[], at: number): Head | undefined => {
  const word = words[at]?.word ?? '';
  const key = KEY_OF.get(word) ?? (DOMAIN.test(word) ? ({ service: 'website' } as const) : undefined);
  if (key) return { at, to: at + 1, key };
  return SYSTEMS.has(word) || GENERIC.has(word) ? { at, to: at + 1 } : undefined;
};

/** "Store systems", but not "the store communication system". */
const SHOPS = setOf('store stores shop shops branch restaurant');
const INTERNAL = MODIFIERS.length - 1;
/** Of "disruption" or "services" only these say that it is the computers: not "business", not "internal". */
const COMPUTING = setOf(
  'ict computer computers network networks e-mail email e-mails emails mail vpn system systems server servers technology tech internet inner-systems back-office',
);

/** The most telling of the words before a head that say which service it is. */
const byModifiers = (
  words: readonly Word[],
  from: number,
  to: number,
  internal?: ReadonlySet<string>,
): ServiceKey | undefined => {
  let best: number | undefined;
  let telling = '';
  for (let i = from; i < to; i++) {
    const word = words[i]?.word ?? '';
    const rank = RANK.get(word);
    if (rank === INTERNAL && internal?.has(word) === false) continue;
    if (SHOPS.has(word) && i < to - 1) continue;
    if (rank !== undefined && (best === undefined || rank < best)) {
      best = rank;
      telling = word;
    }
  }
  const service = best === undefined ? undefined : MODIFIERS[best]?.[0];
  if (!service) return undefined;
  return TILLS.has(telling) ? { service, whenDown: 'degraded' } : { service };
};

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

const NONE: ReadonlySet<string> = new Set();
const OVERRIDDEN = setOf('payments card-payments orders ordering pickups pick-ups pickup collections');
const COMPUTING_SERVICES = setOf(
  'ict computer computers network networks e-mail email e-mails emails mail vpn server servers technology internal corporate back-office back-end backend warehouse inventory stock it-managed management electronic',
);

const keyOfHead = (words: readonly Word[], head: Head, from: number): ServiceKey | undefined => {
  const near = Math.max(from, head.at - 5);
  const before = words.slice(near, head.at).map(({ word }) => word);
  const last = words[head.to - 1]?.word ?? '';
  if (head.key) {
    const online = before.some(word => ONLINE.has(word));
    if (online && (head.key.service === 'stores' || SHOPPING.has(last))) return { service: 'online-orders' };
    if (last === 'sites') return undefined;
    if (OVERRIDDEN.has(last)) {
      const said = byModifiers(words, near, head.at, NONE);
      if (said && !/^(?:app|website|stores|online-orders)$/.test(said.service)) return said;
    }
    return head.key;
  }
  const said = byModifiers(words, near, head.at, SYSTEMS.has(last) ? undefined : COMPUTING_SERVICES);
  if (said) return said;
  if (before.includes('online') && /^(?:systems?|platforms?|portals?)$/.test(last)) return { service: 'online-orders' };
  return SYSTEMS.has(last) ? { service: 'internal-systems' } : undefined;
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

/** Words of which at least one stands in every sentence that names a service. */
const NAMING = gated(
  new RegExp(
    `(?<![\\w-])(?:${[
      ...new Set([
        ...KEY_OF.keys(),
        ...SYSTEMS,
        ...GENERIC,
        ...MISHAPS,
        ...DOING_WORDS,
        ...RUNS_OF_WORDS.flatMap(([, spelled]) => spelled.split('|')),
      ]),
    ].join('|')})(?![\\w])`.replace(/\+/g, '\\+'),
  ),
);
/** Whether a plain sentence may name a service, or what is done with one. */
export const mayName = (letters: string): boolean => NAMING.mayMatch(letters) || DOMAIN_IN.test(letters);
const DOMAIN_IN = gated(/\.(?:com|co\.uk|fr|de|ca|ru|nl|jp)\b/);

/** The services that a sentence's words name, in order. */
export const nounsIn = (words: readonly Word[]): readonly Noun[] => {
  const nouns: Noun[] = [];
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
    if (phrase.some(word => FOREIGN.has(word))) continue;
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

/** The service of the words right before a mishap: "delivery delays", "a network outage". */
export const serviceOfMishap = (
  words: readonly Word[],
  at: number,
): (ServiceKey & { readonly from: number }) | undefined => {
  let from = at;
  while (
    from > 0 &&
    at - from < 4 &&
    (RANK.has(words[from - 1]?.word ?? '') || headAt(words, from - 1)) &&
    !isStop(words[from - 1]?.word ?? '')
  )
    from--;
  if (from === at) return undefined;
  if (words.slice(from, at).some(({ word }) => FOREIGN.has(word))) return undefined;
  const single = at - from === 1 ? KEY_OF.get(words[from]?.word ?? '') : undefined;
  const key = single ?? byModifiers(words, from, at, COMPUTING);
  return key && { ...key, from };
};
