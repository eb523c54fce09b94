import type { DataType } from '#domain/vocabulary.ts';
import { among, gated } from '../../gate/index.ts';
import { perText } from '../../gate/per-text.ts';
import { DATA_TYPE_ROWS } from '../../gazetteer/data-types.ts';
import { modifiersIn } from './shared-heads.ts';

/** A data type named in a sentence; offsets into its plain text. */
export interface DataMention {
  readonly type: DataType;
  readonly start: number;
  readonly end: number;
  /** A word of everyday language ("name", "email"): names data only among other data. */
  readonly weak: boolean;
  /** Too loose a word to say which data were taken ("credentials", "financial information"); a denial still denies them. */
  readonly loose: boolean;
  /** Only "data": what of it was taken or not must be said outright. */
  readonly bare: boolean;
}

const PATTERNS = DATA_TYPE_ROWS.map(({ type, wordings }) => ({
  type,
  pattern: gated(
    new RegExp(
      `(?<![\\w.])(?<!(?:mail|ip|web|mac|non|pre|re|user|file|domain|host|brand|code)-)(?:${wordings.join('|')})(?![\\w-])`,
      'g',
    ),
  ),
}));

/** Words before a mention that make something else of it: domain names, an address on the web, password managers. */
const OTHERWISE_BEFORE =
  /(?:\b(?:domain|brand|file|host|household|big|trade|code|business|company|product|store|server|well-known|high-profile|web|site|url|wallet|bitcoin|mac|sender|no|return|plan|provider|in the|by|under the|whose) |\b(?:the) )$/;
const OTHERWISE_AFTER =
  /^(?:(?: and [\w-]+)? (?:systems?|portals?|servers?|software|platforms?)\b| (?:holders?|reset|resets|resetting|manager|managers|reuse|recycling|spraying|change|changes|policy|protection|of the (?:company|firm|group|site|malware|domain|gang|suspect)|security|monitoring|regulator|protection|commission(?:er)?|cent(?:er|re)|processing|processor|hygiene|privacy|officer|scam|scams|and shame|fraud|address the|controller|brokers?)\b|-(?:stealing|sharing|reset))/;
const NAME_BEFORE =
  /\b(?:domain|brand|file|host|household|big|trade|code|product|store|server|company|plan|provider|drug|group|whose|business|vendor|project|pet|event|team|device|computer|school|job|account holder whose|in|by|under) $|\bthe $/;

const WEAK =
  /^(?:(?:their |your )?name|e-?mails?|(?:tele)?phones?|address(?:es)?|transactions|purchases|contact|initials|locations|photos?|pictures|correspondence|contracts|invoices|prescriptions?|medications?|fingerprints?|cities|countr(?:y|ies)|sex|bank accounts?|budgets?|brochures|pins?|shared drives?)$/;

const LOOSE = /^(?:credentials|data|(?:financial|billing) (?:details?|data|information|info))$/;

const patternsIn = among(PATTERNS, ({ pattern }) => pattern);

const named = (text: string): readonly DataMention[] =>
  patternsIn(text).flatMap(({ type, pattern }) =>
    pattern.all(text).map(hit => ({
      type,
      start: hit.index,
      end: hit.index + hit[0].length,
      weak: WEAK.test(hit[0]) && !OF_PEOPLE.test(text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 60)),
      loose: LOOSE.test(hit[0]),
      bare: hit[0] === 'data',
    })),
  );

/** "information of customers": what kind of information it is says more than whose. */
const isOwned = (text: string, { type, start }: DataMention): boolean =>
  type === 'personal-data' &&
  /^(?:data|information|details|records) (?:on|of|from|about|for|belonging|relat|concern)/.test(
    text.slice(start, start + 24),
  );

/** The data types named in a plain text, in order, none overlapping another. */
export const dataMentionsIn = perText((text): readonly DataMention[] => {
  const shared = modifiersIn(text).flatMap(({ words, head, start, end }) =>
    named(`${words} ${head}`)
      .filter(mention => mention.start < words.length && mention.end === words.length + 1 + head.length)
      .slice(0, 1)
      .map(mention => ({ ...mention, start: start + mention.start, end, weak: false })),
  );
  const all = [...named(text), ...shared].filter(mention => !meansOtherwise(text, mention));
  const longestFirst = all.toSorted(
    (a, b) => Number(isOwned(text, a)) - Number(isOwned(text, b)) || b.end - b.start - (a.end - a.start),
  );
  const kept: DataMention[] = [];
  for (const mention of longestFirst)
    if (!kept.some(other => other.start < mention.end && mention.start < other.end)) kept.push(mention);
  return finances(text, kept).toSorted((a, b) => a.start - b.start);
});

const FINANCIAL = /^financial(?: (?:details?|data|information|info))?$/;
const OF_BANKS = /\bbank(?:s|ing)?\b/;

/** "financial information" means cards to shops; beside cards or banks that are named, accounts. */
const finances = (text: string, mentions: readonly DataMention[]): readonly DataMention[] =>
  mentions.map(mention =>
    mention.type === 'bank-accounts' &&
    FINANCIAL.test(text.slice(mention.start, mention.end)) &&
    !/\b(?:or|nor|as) $/.test(text.slice(Math.max(0, mention.start - 4), mention.start)) &&
    !OF_BANKS.test(text) &&
    !mentions.some(other => other !== mention && other.type === 'payment-cards')
      ? {
          ...mention,
          type: mentions.some(other => other.type === 'corporate-data')
            ? ('corporate-data' as const)
            : ('payment-cards' as const),
        }
      : mention,
  );

/** "a phone number to call" is nobody's data. */
const SINGLE = /\b(?:an?|one|this|another) (?:contact |new |single |tor |proton\w* |fake |temporary )?$/;
/** "did not name any". */
const AS_VERB = /^ (?:any|the|an?|its|their|which|who|specific|names|those|him|her|them)\b/;
/** Of an account with whom: a bank's is worth telling, a shop's names nobody. */
const ACCOUNT_NUMBER = /^account numbers?$/;
const FINANCES = /\b(?:financ(?:e|ed|ing|ial)|banks?|banking|credit|loans?|mortgage|lenders?|routing)\b/;
/** "sensitive information": says what it is worth, not what it is nor whose. */
const NOBODYS = /^(?:(?:sensitive|private|confidential)(?: and)? )+(?:data|information|info|details?|records?)$/;
/** "the addresses of users": people's, where the bare "the address" is a page's. */
const OF_PEOPLE =
  /^ of (?:[\w'-]+ ){0,4}?(?:users|customers|clients|people|members|shoppers|employees|staff|buyers|individuals)\b/;
/** The hashes of a Windows domain are keys to its systems, told as such. */
const OF_A_DOMAIN = /\b(?:ntds|active directory|domain controllers?|windows (?:domain|accounts))\b/;
const OF_MALWARE =
  /\b(?:ransomware|malware|trojan|stealer|botnet|builder|encryptor|locker|conti|babuk|lockbit|hellokitty|hive|mirai|black basta|ermac|zeppelin)(?:'s)? $/;
const MALWARE_AFTER =
  /^ (?:of|for) (?:[\w']+ ){0,5}(?:ransomware|malware|trojan|builder|stealer|locker|encryptor|botnet|tools?|panel|conti|babuk|lockbit)\b/;
/** Of attackers' machines: indicators, not people's data. */
const OF_SERVERS =
  /\b(?:two|three|four|five|several|contacting|from|via|malicious|suspicious|these|of|associated|russian|known) $/;

/** "head of corporate communications": an office. */
const OF_OFFICE =
  /\b(?:head|director|chief|vice president|vp|manager|officer|spokes\w+|lead|team|department) (?:of|for|at) (?:[\w'-]+ ){0,3}$/;
const OFFICE_AFTER = /^ (?:team|department|director|manager|officer|head|chief|office|staff|lead|specialist)\b/;
/** How to reach the thieves. */
const NOTE_OF_RANSOM = /\b(?:ransom note|contains the word|readme|negotiat\w+ (?:site|portal))\b/;

/** "the data breach" is an event; "no customer data breach" denies that the data was taken. */
const NAMES_BREACH = /^ (?:breach(?:es)?|theft|leaks?|leakage|loss(?:es)?)\b/;
const NO_BREACH = /\b(?:no|any|without)(?: [a-z-]+){0,2} $/;
/** "people collecting loyalty points": a habit of theirs. */
const USED_BY_PEOPLE = /\b(?:collect|earn|redeem|spend|accru|us|swip|present|buy)(?:s|e|ed|ing)? (?:their |its )?$/;

const meansOtherwise = (text: string, { type, start, end }: DataMention): boolean => {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 30);
  if (
    OTHERWISE_AFTER.test(after) ||
    (NAMES_BREACH.test(after) && !NO_BREACH.test(text.slice(Math.max(0, start - 30), start)))
  )
    return true;
  if (SINGLE.test(before) && !/s$|data|info|details/.test(text.slice(start, end))) return true;
  if (ACCOUNT_NUMBER.test(text.slice(start, end))) return !FINANCES.test(text);
  if (type === 'loyalty-details' && USED_BY_PEOPLE.test(before)) return true;
  if (type === 'passwords' && OF_A_DOMAIN.test(text)) return true;
  if (type === 'source-code' && (OF_MALWARE.test(before) || MALWARE_AFTER.test(text.slice(end, end + 60)))) return true;
  if (type === 'ip-addresses' && OF_SERVERS.test(before)) return true;
  const words = text.slice(start, end);
  if (
    type === 'corporate-data' &&
    (OF_OFFICE.test(text.slice(Math.max(0, start - 60), start)) || OFFICE_AFTER.test(after))
  )
    return true;
  if (/^contact e-?mail address$|^e-?mail address$/.test(words) && NOTE_OF_RANSOM.test(text)) return true;
  if (NOBODYS.test(words) && !OF_PEOPLE.test(text.slice(end, end + 60))) return true;
  if (words === 'name' && /\b(?:not|to|they|will|would|did|does|and|or) $/.test(before) && AS_VERB.test(after))
    return true;
  if (words.startsWith('bank account') && /\bfrom (?:\w+ ){0,2}$/.test(before)) return true;
  if (type === 'names')
    return /^names?$/.test(words) && NAME_BEFORE.test(before) && !(words === 'names' && /\bthe $/.test(before));
  if (type === 'physical-addresses')
    return (
      (OTHERWISE_BEFORE.test(before) && !OF_PEOPLE.test(text.slice(end, end + 60))) ||
      (/^address$/.test(words) && /\b(?:to|and|will|must|can|could|should|not|we|they) $/.test(before))
    );
  return false;
};
