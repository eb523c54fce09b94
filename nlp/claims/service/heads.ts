import {
  GENERIC_HEADS,
  HEADS,
  MISHAP_HEADS,
  MODIFIERS,
  type ServiceKey,
  SYSTEM_HEADS,
} from '../../gazetteer/services.ts';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONNECTORS,
  isMark,
  OTHER_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  SAYING,
  setOf,
  type Word,
} from './words.ts';

const SYSTEMS = setOf(SYSTEM_HEADS);
const GENERIC = setOf(GENERIC_HEADS);
/** Nouns of what befalls a service. */
export const MISHAPS = setOf(MISHAP_HEADS);
/** Say that something is done on the web. */
export const ONLINE = setOf('online web e-commerce ecommerce digital virtual internet webshop');
const SHOPPING = setOf('stores checkout checkouts');

/** The services of words that name one by themselves. */
export const KEY_OF: ReadonlyMap<string, ServiceKey> = new Map(
  HEADS.flatMap(({ words, ...key }) => words.split(' ').map(word => [word, key] as const)),
);
const TILLS = setOf(
  'till tills checkout checkouts check-out check-outs self-checkout self-service pos point-of-sale register registers in-store store stores shop shops branch restaurant pharmacy prescription fuel pump deli retail',
);
/** How telling a word is that says before a head which service it is; lower is more telling. */
export const RANK: ReadonlyMap<string, number> = new Map(
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

/** A word that names what a noun phrase is about; its service, where it says one by itself. */
export interface Head {
  readonly at: number;
  readonly to: number;
  readonly key?: ServiceKey;
}

/** The head of a noun phrase that may name a service, at a word. */
export const headAt = (words: readonly Word[], at: number): Head | undefined => {
  const word = words[at]?.word ?? '';
  const key = KEY_OF.get(word) ?? (DOMAIN.test(word) ? ({ service: 'website' } as const) : undefined);
  if (key) return { at, to: at + 1, key };
  return SYSTEMS.has(word) || GENERIC.has(word) ? { at, to: at + 1 } : undefined;
};

/** "Store systems", but not "the store communication system". */
const SHOPS = setOf('store stores shop shops branch restaurant');
const INTERNAL = MODIFIERS.length - 1;
/** Of "disruption" or "services" only these say that it is the computers: not "business", not "internal". */
export const COMPUTING = setOf(
  'ict computer computers network networks e-mail email e-mails emails mail vpn system systems server servers technology tech internet inner-systems back-office',
);

/** The most telling of the words before a head that say which service it is. */
export const byModifiers = (
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

const NONE: ReadonlySet<string> = new Set();
const OVERRIDDEN = setOf('payments card-payments orders ordering pickups pick-ups pickup collections');
const COMPUTING_SERVICES = setOf(
  'ict computer computers network networks e-mail email e-mails emails mail vpn server servers technology internal corporate back-office back-end backend warehouse inventory stock it-managed management electronic',
);

/** The service that a head with the words before it names, if any. */
export const keyOfHead = (words: readonly Word[], head: Head, from: number): ServiceKey | undefined => {
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
  if (/^(?:wi-fi|wifi|vpns?|intranet)$/.test(last)) return { service: 'internal-systems' };
  const said = byModifiers(words, near, head.at, SYSTEMS.has(last) ? undefined : COMPUTING_SERVICES);
  if (said) return said;
  if (before.includes('online') && /^(?:systems?|platforms?|portals?)$/.test(last)) return { service: 'online-orders' };
  return SYSTEMS.has(last) ? { service: 'internal-systems' } : undefined;
};
