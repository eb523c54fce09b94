import { subjectStart } from '../../scope/reach.ts';
import type { Sentence } from '../../types.ts';

/** Those who act in such stories and are not the victim: attackers, outlets, customers, researchers, firms in general. */
const OTHERS =
  /\b(?:hackers?|attackers?|cyber-?attackers?|threat actors?|actors?|(?:cyber-?)?criminals?|crooks|scammers?|fraudsters?|imposters?|impostors?|intruders?|gang|crew|hacktivists?|thieves|extortionists?|phishers|ransomware (?:group|operation)|customers?|shoppers?|users|members|clients|consumers|individuals|people|victims?|anyone|everyone|those|you|readers|patients|journalists?|reporters?|researchers?|bleepingcomputer|techcrunch|zdnet|reuters|bloomberg|the register|the record|the guardian|bbc|databreaches\.net|threatpost|securityweek|hibp|have i been pwned|companies|organi[sz]ations|businesses|firms|retailers|entities|agencies|lawyers?|attorneys? for|law firm|fbi|police|prosecutors?|law (?:requires?|obliges?)|rules|gdpr)(?!')\b/g;
/** What breaks systems by itself, besides: "the attack took down the network". */
export const OTHERS_AND_ATTACKS = new RegExp(
  `${OTHERS.source}|\\b(?:attacks?|cyber-?attacks?|hack|incident|breach|ransomware|malware|outages?|infection|virus|worm|faults?|failures?|issues?|problems?|disruptions?)\\b`,
  'g',
);
/** A name, or a word that stands for the victim, between another's name and the verb: it is the one who acts. */
const STANDS_BETWEEN =
  /\b(?:it|we|they|(?:forc|caus|lead|led|prompt|trigger|compel|result)(?:s|ed|ing|es)?|the (?:company|firm|retailer|chain|group|business|giant|grocer|brand|store|supermarket|owners?|shop|marketplace|platform|spokes\w+|ceo|chief|board|management|team|vendor|provider|supplier))\b/;
/** "…, notifying customers": the subject of the sentence acts, not the nearest noun. */
const PARTICIPLE = /(?:,|\band) (?:\w+ly |and |also |then |has |have |had |is |are |now )*$/;
/** UTF-16 units from the begin of a clause in which its subject stands. */
const SUBJECT = 16;
/** Asked, obliged or left undone: nobody says that it was done. */
const ONLY_DUE =
  /\b(?:required|requires|obliged|obligated|bound|ordered|advised|urged|encouraged|asked|told|recommended|invited|whether|threaten(?:s|ed|ing)?|deadline|law|laws|duty|obligation|how|when|need|needs|refus(?:es|ed|al)|declin(?:es|ed)|fear(?:s|ed|ing)?|afraid|reluctant) (?:or not )?to (?:\w+ly )?$|\b(?:tell(?:s|ing)?|told|ask(?:s|ed|ing)?|advis(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|encourag\w+|invit\w+|want\w*|allow\w*|help\w*) (?:[\w'-]+ ){1,4}to (?:\w+ly )?$/;
/** "the hack that took down …": the noun before acts. */
const RELATIVE = /((?:[\w'-]+ ){0,3}[\w'-]+),? (?:that|which|who) (?:has |have |had |also |later |then |\w+ly )*$/;

/** Whether the verb at an offset of a sentence's plain letters may be the victim's own act. */
export const mayBeVictimsAct = (sentence: Sentence, at: number, others: RegExp = OTHERS): boolean => {
  const letters = sentence.letters;
  if (ONLY_DUE.test(letters.slice(Math.max(0, at - 60), at))) return false;
  const relative = RELATIVE.exec(letters.slice(Math.max(0, at - 80), at))?.[1];
  if (relative !== undefined && relative.search(others) >= 0) return false;
  const from = subjectStart(letters, at);
  const clause = letters.slice(from, at);
  const named = [...clause.matchAll(others)];
  const nearest = PARTICIPLE.test(clause) ? named.filter(({ index }) => index < SUBJECT)[0] : named.at(-1);
  if (nearest === undefined) return true;
  const after = from + nearest.index + nearest[0].length;
  return STANDS_BETWEEN.test(letters.slice(after, at)) || /\b[A-Z]/.test(sentence.text.slice(after, at));
};
