import type { Span } from '../../scope/reach.ts';
import type { DataList } from './lists.ts';
import {
  BEFORE,
  BREACH_AFTER,
  CAUSATIVE_AFTER,
  CAUSATIVE_BEFORE,
  DENIED_AFTER,
  ELLIPTIC_AFTER,
  FROM_ELSEWHERE,
  NOT_HELD_AFTER,
  PASSIVE_AFTER,
  REDUCED_AFTER,
  SPREAD,
} from './words.ts';

/** What in a sentence says that data was taken (or, under a negation, that it was not). */
export interface Trigger extends Span {
  /** `member`: only says that the list belongs to something ("includes"), which must itself have been taken. */
  readonly kind: 'taken' | 'member';
  /** Says that data was made public rather than taken; its negation is no word about taking. */
  readonly spread: boolean;
  /** A bare participle behind the list ("names stolen from the shop"): a negated verb before it negates something else. */
  readonly reduced: boolean;
  /** The trigger itself denies: "…, which were not accessed". */
  readonly denied?: boolean;
}

const LONGEST_REACH = 130;
/** Between a list and its predicate: the begin of another clause, or another subject. */
const OTHER_CLAUSE =
  /\b(?:but|however|although|while|whereas|after|before|because|so|when|until|and (?:it|they|we|the|no|its|their)|which|if|once|since|who)\b|, (?:as|the|it|we|they)\b|: /;
/** Between a verb and its list: another statement, or another verb that takes the list as its own object. */
const OTHER_STATEMENT =
  /;|\. |, (?:and |but )?(?:it|they|we|he|she) (?:is|are|was|were|has|have|had|will|can)\b|\bbut(?! (?:not|no|without|did not|does not|didn't|doesn't|never|neither))\b|\b(?:however|although|while|whereas|after|before|because|so that|when|until|unless|using|via|reset|resets|resetting|change|changing|changed|monitor|monitoring|block(?:s|ed|ing)?|disabl\w+|suspend\w*|restrict\w*|isolat\w+|lock(?:ed|ing)|wip(?:e|ed|ing)|delet\w+|protect|advis\w+|urg\w+|ask\w*|warn\w*|offer\w*|verify|provid\w+|prompt\w*|requir\w+|notif\w+|inform(?:s|ed|ing)?|protecting|analy[sz]\w+|enabl\w+|to (?:use|reset|change|verify|help|create|protect|prevent|log|access|obtain|steal|harvest|collect|capture|skim|exfiltrate|extract|send|buy|get|gain)|used (?:by|for|to)|for (?:track|process|manag|stor|sell)ing|who (?:\w+ )?(?:use|used|provided|bought|shared)|shares?|does not|which (?!(?:may |might |could |also )?(?:includ|contain|expos|reveal|compris|consist|relat))|where|whose)\b/;
/** Data that served the attack, and was not its loot: "using stolen credentials". */
const AS_MEANS =
  /\b(?:using|used|use|uses|(?<!off |away )with|via|through|leverag\w+|abus\w+|exploit\w+|reus\w+|weak|default|test|valid|recycled|guessed|these|those|legitimate|such(?! as\b)) (?:[\w'-]+ ){0,4}$/;
/** "a provider's remote access credentials were stolen": the way in, not the loot. */
const OF_ENTRANCE =
  /\b(?:(?:vendor|supplier|provider|contractor|subcontractor|administrator|admin)(?:s?'s?|s)?|remote[- ]access|remote|vpn|privileged|domain) (?:[\w-]+ ){0,2}$/;
/** "gained access to credentials that permitted …": a key to the loot. */
const MEANS_AFTER =
  /^,? (?:(?:that|which) (?:\w+ )?(?:permit|allow|enabl|let|gave|grant|provid)|(?:and|then) (?:used|using)|to (?:access|log|break|breach|gain|get|enter|move|infiltrate))/;
/** Those who may read the data anyway: "prevented staff from accessing orders", "customers can view their cards". */
const OF_RIGHT =
  /\b(?:staff|employees|workers|colleagues|customers|shoppers|users|members|clients|patients|victims|you|anyone|administrators|owners)(?:'s?)? (?:(?:from|to|can|could|cannot|can't|couldn't|were|are|was|is|been|being|still|not|un|able|unable|also|still|will|may|now|again) ){1,4}$/;
const SECRETS = new Set(['passwords', 'usernames', 'auth-tokens']);
const isSecret = (list: DataList): boolean => SECRETS.has(list.mentions[0]?.type ?? '');
/** A participle that only describes: "of leaked credentials". */
const DESCRIBES =
  /(?:\b(?:of|the|with|using|for|from|by|on|in|about|any|all|known|these|those|such|over|into|to|reselling|selling|sells|sold)|^) $/;
/** "of affected people", "the breached company": who was hit, not what was taken. */
const HIT_PARTY =
  /^ (?:people|persons|individuals|customers|users|members|employees|patients|part(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|retailers?|stores?|systems?|servers?|devices?|accounts?)\b/;
const PURPOSE =
  /\b(?:designed|intended|aim(?:s|ed|ing)?|order|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|want(?:s|ed)?|goal|hop(?:e|ed|ing)|try and|ability|capable|how|used) (?:to|of) (?:\w+ ){0,2}$/;

/** Intruders who did something before the verb: "hackers used a hole to copy …". */
const INTRUDERS =
  /\b(?:hackers?|attackers?|actors?|intruders?|(?:cyber)?criminals?|crooks|gang|group|thieves|thief|they|part(?:y|ies)|perpetrators?|culprits?|he|who|insiders?)\b[^.;]{0,80}\b(?!need|want|hop|offer|ask|demand|threaten|expect|link|suspect)(?:\w{2,}ed|got|broke|had|ran|made|went|took|was able|were able)\b[^.;]{0,80}$/;

/** The trigger of a list of data types in a plain sentence, if the sentence has one. */
export const triggerOf = (text: string, list: DataList): Trigger | undefined => {
  if (isSecret(list) && AS_MEANS.test(text.slice(Math.max(0, list.start - 45), list.start))) return undefined;
  if (list.mentions.every(({ type }) => SECRETS.has(type)) && MEANS_AFTER.test(text.slice(list.end, list.end + 40)))
    return undefined;
  if (isSecret(list) && OF_ENTRANCE.test(text.slice(Math.max(0, list.start - 45), list.start))) return undefined;
  if (FROM_ELSEWHERE.test(text.slice(list.end, list.end + 80))) return undefined;
  return triggerAfter(text, list) ?? triggerBefore(text, list) ?? attributive(text, list);
};

/** "no customer data breach": a denial in one noun phrase. */
const NONE_BEFORE = /\b(?:no|any|without)(?: [a-z-]+){0,2} $/;

/** "was held elsewhere and was not exposed": the predicate that tells of taking is itself negated. */
const OWN_NEGATION = /\b(?:was|were|been|is|are|be)(?:n't| not| never)(?: \w+){1,3}$/;

const triggerAfter = (text: string, list: DataList): Trigger | undefined => {
  const rest = text.slice(list.end);
  const denied = DENIED_AFTER.exec(rest) ?? NOT_HELD_AFTER.exec(rest);
  if (denied !== null)
    return {
      kind: 'taken',
      start: list.end,
      end: list.end + denied[0].length,
      spread: SPREAD.test(denied[0]),
      reduced: false,
      denied: true,
    };
  const elliptic = ELLIPTIC_AFTER.exec(rest);
  if (elliptic !== null)
    return {
      kind: 'member',
      start: list.end,
      end: list.end + elliptic[0].length,
      spread: false,
      reduced: false,
      denied: true,
    };
  const causative = CAUSATIVE_BEFORE.test(text.slice(Math.max(0, list.start - 50), list.start))
    ? CAUSATIVE_AFTER.exec(rest)
    : null;
  const breach = NONE_BEFORE.test(text.slice(Math.max(0, list.start - 30), list.start))
    ? BREACH_AFTER.exec(rest)
    : null;
  const whole = causative ?? breach;
  if (whole !== null)
    return { kind: 'taken', start: list.end, end: list.end + whole[0].length, spread: false, reduced: false };
  const reduced = REDUCED_AFTER.exec(rest);
  const hit = reduced ?? PASSIVE_AFTER.exec(rest);
  if (hit === null || OTHER_CLAUSE.test(withoutAside(hit[0]))) return undefined;
  return {
    kind: 'taken',
    start: list.end,
    end: list.end + hit[0].length,
    spread: SPREAD.test(hit[0]),
    reduced: reduced !== null,
    ...(OWN_NEGATION.test(hit[0]) ? { denied: true } : {}),
  };
};

/** "of employees and their family members": whose it is. */
const KIN =
  / and (?:their|its) (?:[a-z]+ ){0,2}(?:family members|famil(?:y|ies)|dependa?nts|spouses|relatives|beneficiaries|partners|children|customers|employees|staff|members)\b/;
/** "(in some cases)", ", including X,": asides do not part a subject from its predicate. */
const withoutAside = (text: string): string =>
  text
    .replace(/\([^)]*\)/g, '')
    .replace(/^,[^,]{0,60},/, '')
    .replace(KIN, '');

/** "Stolen customer data", "a cache of leaked payroll files": what the loot is called says that it was taken. */
const CALLED = /\b(?:stolen|exfiltrated|pilfered|purloined|leaked|compromised|exposed|hacked)(?: [a-z'-]+){0,1} $/;

const attributive = (text: string, list: DataList): Trigger | undefined => {
  if (isSecret(list)) return undefined;
  const called = CALLED.exec(text.slice(Math.max(0, list.start - 40), list.start));
  if (called === null) return undefined;
  const start = list.start - called[0].length;
  return { kind: 'taken', start, end: list.start, spread: false, reduced: true };
};

/** A shop takes cards and orders at its tills: no theft unless their data are meant. */
const TRADE = /\b(?:take|taking|took|taken|obtain|lost|lose|losing)$/;
const isTraded = (text: string, list: DataList): boolean =>
  list.mentions
    .slice(0, 1)
    .some(
      ({ type, start, end }) =>
        /^(?:payment-cards|purchases|gift-cards|loyalty-details)$/.test(type) &&
        !/data|details|information|info|numbers?|records|histor/.test(text.slice(start, end)),
    );

const triggerBefore = (text: string, list: DataList): Trigger | undefined => {
  let member: Trigger | undefined;
  const secret = isSecret(list);
  for (const hit of BEFORE.all(text.slice(0, list.start), text).toReversed()) {
    const start = hit.index;
    const end = start + hit[0].length;
    if (list.start - end > LONGEST_REACH || OTHER_STATEMENT.test(text.slice(end, list.start))) break;
    const before = text.slice(Math.max(0, start - 40), start);
    if (hit.groups?.['goal'] !== undefined && (secret || !INTRUDERS.test(text.slice(0, start)))) continue;
    if (TRADE.test(hit[0]) && isTraded(text, list)) continue;
    if (hit.groups?.['member'] === undefined) {
      if (PURPOSE.test(before) || OF_RIGHT.test(before)) return undefined;
      if (
        /ed$/.test(hit[0]) &&
        DESCRIBES.test(before) &&
        (list.start - end < 2 || HIT_PARTY.test(text.slice(end, end + 20)))
      )
        continue;
      return { kind: 'taken', start, end, spread: SPREAD.test(hit[0]), reduced: false };
    }
    member ??= { kind: 'member', start, end, spread: false, reduced: false };
  }
  return member;
};
