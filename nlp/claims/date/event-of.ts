import type { EventDate } from '#domain/claim.ts';
import type { DateEvent } from '#domain/vocabulary.ts';
import { plain } from '../../scope/plain.ts';
import { negationCue } from '../../scope.ts';
import type { DateMention, Reading, Sentence } from '../../types.ts';
import { goesOnWithStory, OF_CRIME, TIED } from '../legal.ts';
import { BACKGROUND, FORWARD, OTHER_SPEAKER, OTHER_SUBJECT, RECOVERY } from './events.ts';
import { eventAt } from './nearest.ts';

/** What happened at a date, and the words that say so (document offsets). */
export interface Told {
  readonly what: DateEvent;
  readonly start: number;
  readonly end: number;
}

/** "2024's worst", and the stamp of a dateline. */
const AFTER_NO_DATE =
  /^(?:'s\b| (?:\d\d?:\d\d )?(?:[ap]m )?(?:pst|pdt|est|edt|gmt|utc|bst|cet)\b| in (?:security|ransomware|review|cyber\w*)\b)/;

const isAhead = (date: EventDate, publishedDay: string | undefined): boolean =>
  publishedDay !== undefined && date.edtf.replace('~', '') > publishedDay.slice(0, date.edtf.replace('~', '').length);

/** "Spotted a forum post": what was found is the attacker's claim. */
const POSTED = /^\w+ (?:\w+ ){0,5}(?:forum|leak site|listing|for sale|posts?)\b/;

/** What else is announced: no first word on an incident. */
const ANNOUNCED_ELSE =
  /\b(?:settlement|arrests?|charges|fined?|penalty|compensation|results|sanctions|postpon\w+|launch of|scheduled for)\b/;

/** A court date that is still to come. */
const IN_COURT = /\b(?:sentenc\w+|trial|hearing|in court)\b[^.;]{0,30}$/;
const TIED_TO_COURT = /\b(?:scheduled|due|set|appear|expected|faces?)\b/;

const OPENING_TIME =
  /(?:^|[^\w ] ?)(?:in|on|last|earlier|over|during|late|early|yesterday|today|this|back in|just)\b[^,.;]{0,30}, ?$/;

/** Whether the last name before the words is of an organisation that is no retailer: its word, or its find. */
const toldByOther = (reading: Reading, sentence: Sentence, start: number): boolean => {
  const before = reading.mentions.filter(({ sentence: index, end }) => index === sentence.index && end <= start);
  const last = before.at(-1);
  if (last === undefined || last.kind === 'retailer' || start - last.end > 40) return false;
  const ahead = plain(reading.text.slice(sentence.start, last.start));
  // "In December 2023, Krebs revealed": the comma ends the time
  return OPENING_TIME.test(ahead) || !/\b(?:to|by|with|from|in|at|told|of|for) (?:the )?$|[,(] ?$/.test(ahead);
};

/** "A January attack on a US farm": some firm that the article does not name is no victim of its story. */
const ON_SOME_FIRM =
  /^[^.;,]{0,12}\b(?:on|at|against|of|targeting|hitting) (?:an?(?:other)?|two|three|four|several|many|multiple) (?!of (?:its|our|their)\b)[a-z]/;
/** "Crystal Vale, based in Ohio, was hit": who was hit, as written. */
const HIT =
  /(?:^|[,;:"“(] ?|\b(?:and|but|when|after|while|that|as) )((?:the )?\p{Lu}[\p{L}\p{N}&.'’-]*(?: (?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and|&))*)(?:, (?:which|who)|,[^,;]{0,80},| -[^;]{0,80}-| [–—][^;–—]{0,80}[–—])? (?:was|were|has been|had been|got|also suffered|suffered|fell (?:victim|prey))\b/gu;
const NO_NAME =
  /^(?:the|it|its|we|our|they|their|he|she|this|that|these|those|all|some|both|many|several|most|no|customers?|shoppers|data|systems?|stores?|information|employees?|staff|online|people|in|on|at|by|when|as|there|what|which|who|another|more|one|two)\b|(?:day|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** Whether the one who was hit is some firm with a name that is no victim here. */
const hitAnother = (reading: Reading, sentence: Sentence, until: number): boolean => {
  const last = [...sentence.text.slice(0, until).matchAll(HIT)].at(-1);
  const name = last?.[1];
  if (last === undefined || name === undefined || NO_NAME.test(name)) return false;
  const start = sentence.start + last.index + last[0].indexOf(name);
  return !reading.mentions.some(
    mention => mention.start < start + name.length && start < mention.end && mention.kind === 'retailer',
  );
};

/** "An attack on Northgate Pipeline", "attacked payment processor Larkpay": whom it hit, as written. */
const ON_NAME =
  /^(?: (?:that|which) (?:targeted|hit|struck))? ?(?:(?:on|at|against|of|targeting|hitting|aimed at) )?(?:the |[A-Z]\w+'s )?(?:(?:[a-z-]+ ){0,2}(?:processor|provider|giant|firm|company|hospital|city|state|operator|network|university|agency|ministry|bank|airline|utility|contractor) )?(?=\p{Lu}\p{Ll})/u;
const NOT_ON_NAME =
  /^(?:On|In|At|By|Its|Our|Their|The|We|It|A|An|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Microsoft|Salesforce|Oracle|Windows|VMware|Citrix|Magento|Adobe|Snowflake|IT)\b/;
const SUPPLYING =
  /\b(?:suppliers?|vendors?|third[- ]party|partners?|payroll|software|service provider|parent|logistics)\b/;

/** Whether the words right behind an attack name somebody who is no victim here, nor one of its suppliers. */
const onAnother = (reading: Reading, sentence: Sentence, until: number): boolean => {
  const behind = sentence.text.slice(until);
  const lead = ON_NAME.exec(behind)?.[0];
  if (lead === undefined || (lead.trim() === '' && !/^ /.test(behind))) return false;
  if (NOT_ON_NAME.test(behind.slice(lead.length)) || SUPPLYING.test(sentence.letters)) return false;
  const at = sentence.start + until + lead.length;
  // "hit the Columbus shoe chain Hartwell": the shop's name stands a little farther
  return !reading.mentions.some(
    ({ kind, start, end }) => end > at && start - at < 40 && (kind === 'retailer' || (kind === 'actor' && start <= at)),
  );
};

/** "It was not aware of a theft, but on 15 January the gang claimed it": the date begins what is no longer denied. */
const opensClause = (sentence: Sentence, date: number, start: number, end: number): boolean => {
  const cue = negationCue(sentence, start, end);
  return (
    cue !== undefined &&
    cue.end < date &&
    start - sentence.start > date &&
    /[,;] (?:but |and |then )?(?:(?:later )?(?:on|in|by) )?$/.test(sentence.letters.slice(cue.end, date))
  );
};

/** "45 percent of attacks in 2017": statistics. */
const OF_MANY =
  /(?:%|\bper ?cent|\bpercentage|\bnumber) of (?:all |reported |known )?(?:ransomware |cyber ?-?)?(?:attacks|breaches|incidents|hacks)\b/;

/** "A ransomware attack that took down its tills in June" began then. */
const BY_ATTACK =
  /\b(?:attack|cyber-?attack|hack|breach|incident|ransomware)(?: (?:that|which))?(?: (?:had|has|briefly|also|temporarily))* $/;

/** "We notified Hartwell on 10 January": the victim heard of it then. */
const toVictim = (reading: Reading, start: number, end: number): boolean =>
  /(?:notif(?:ied|ying)|inform(?:ed|ing)|alert(?:ed|ing)|told)$/i.test(reading.text.slice(start, end)) &&
  reading.mentions.some(({ kind, start: at }) => kind === 'retailer' && at > end && at - end < 6);

/** "Discovered by Sansec on 3 May": somebody else's find, unless the finder is a shop or an unknown firm. */
const foundByOther = (reading: Reading, sentence: Sentence, end: number): boolean =>
  /^ by (?:the )?/.test(sentence.letters.slice(end - sentence.start)) &&
  reading.mentions.some(({ kind, start }) => kind !== 'retailer' && start >= end && start < end + 12);

/** "The incident occurred on 4 October" tells of an attack, unless it is told as an access to data. */
const INCIDENT_OCCURRED = /(?<!security )\bincident\b.*(?:occur|took place|happened|began|dat)/;
const OF_DATA = /\b(?:access\w*|acquired|copied|data|information|records|details)\b/;

const attackOrIntrusion = (letters: string, said: string, what: DateEvent): DateEvent =>
  what === 'intrusion' && INCIDENT_OCCURRED.test(said) && !OF_DATA.test(letters) ? 'attack' : what;

/** "Claims to have stolen the data in September": the date behind is of the theft. */
const CLAIMS_THEFT =
  /^claim\w* (?:to have|that|it|they)\b[^.;]{0,60}\b(?:stole\w*|taken|breached|hacked|exfiltrated|accessed|downloaded|carried out|infiltrated|compromised)\b/;

/**
 * The event that a date of a sentence dates, by the nearest words that govern it; nothing where there are none, or where
 * something speaks against it: a negation, another's word, another firm's attack, the past of a gang.
 */
export const eventOf = (reading: Reading, sentence: Sentence, mention: DateMention): Told | undefined => {
  const letters = sentence.letters;
  const itself = { start: mention.start, end: mention.end };
  const day = sentence.block.noted ?? reading.publishedDay;
  const at = { start: mention.start - sentence.start, end: mention.end - sentence.start };
  if (mention.date.precision === 'year' && mention.date.edtf === day?.slice(0, 4)) return undefined;
  const written = letters.slice(at.start, at.end);
  if (BACKGROUND.test(letters) || AFTER_NO_DATE.test(letters.slice(at.end))) return undefined;
  const ahead = letters.slice(Math.max(0, at.start - 70), at.start);

  if (isAhead(mention.date, day) && IN_COURT.test(ahead) && TIED_TO_COURT.test(ahead))
    return { what: 'court', ...itself };
  if (isAhead(mention.date, day) || /\buntil (?:at least )?(?:early |late )?$/.test(ahead)) {
    const recovers =
      RECOVERY.test(letters) &&
      FORWARD.test(ahead + written) &&
      !/\bredeem|enrol|expir|complimentary|free of charge|monitoring/.test(letters);
    const hoped = /\b(?:expect\w*|will|likely|hop(?:es?|ing)|plan\w*|forecast\w*|aim\w*|estimat\w*)\b/.test(letters);
    const still = isAhead(mention.date, day) || (hoped && mention.date.edtf.slice(0, 7) === day?.slice(0, 7));
    return recovers && still ? { what: 'expected-recovery', ...itself } : undefined;
  }
  if (/^[*_]{2}|^ ?\|/.test(sentence.text.slice(at.end))) return undefined;
  const event = eventAt(letters, at, mention.date.precision === 'year');
  if (event === undefined) return undefined;
  const told = toVictim(reading, sentence.start + event.start, sentence.start + event.end);
  if (event.cue.what === 'disclosed' && told)
    return { what: 'discovered', start: sentence.start + event.start, end: sentence.start + event.end };
  const posted = POSTED.test(letters.slice(event.start)) && event.cue.what === 'discovered';
  const theft = event.end <= at.start && CLAIMS_THEFT.test(letters.slice(event.start, at.start));
  const plainly = theft ? 'intrusion' : event.cue.what;
  const what = posted ? 'claimed' : attackOrIntrusion(letters, letters.slice(event.start, event.end), plainly);
  const downed =
    what === 'service-suspended' && mention.date.precision !== 'day' && BY_ATTACK.test(letters.slice(0, event.start));
  if (downed) return { what: 'attack', start: sentence.start + event.start, end: sentence.start + event.end };
  const suit = /filed|sued|complaint/.test(letters.slice(event.start, event.end));
  const tied = TIED.test(letters) || (what === 'court' && (suit || OF_CRIME.test(letters)));
  if ((what === 'arrest' || what === 'court') && !tied && !goesOnWithStory(reading, sentence)) return undefined;
  if (what === 'results' && /\b(?:for|to|from|ended|ending|and) (?:the )?$/.test(ahead)) return undefined;
  if (what === 'other' || (/^q\d|quarter/.test(written) && what !== 'results')) return undefined;
  // "A May incident" is named by the month of its news as often as by its own.
  if (
    what === 'attack' &&
    mention.date.precision === 'month' &&
    /incident$/.test(letters.slice(event.start, event.end))
  )
    return undefined;
  const telling = what === 'disclosed' || what === 'data-theft-confirmed' || what === 'discovered';
  if (telling && OTHER_SPEAKER.test(letters.slice(Math.max(0, event.start - 60), event.start))) return undefined;
  if (telling && ANNOUNCED_ELSE.test(letters.slice(event.start, event.end + 60))) return undefined;
  if (telling && toldByOther(reading, sentence, sentence.start + event.start)) return undefined;
  if (telling && foundByOther(reading, sentence, sentence.start + event.end)) return undefined;
  if (telling && OTHER_SUBJECT.test(letters.slice(Math.max(event.end, at.end)))) return undefined;
  const befell = what === 'attack' || what === 'intrusion';
  if (befell && OF_MANY.test(letters)) return undefined;
  if (befell && onAnother(reading, sentence, event.end)) return undefined;
  if (befell && ON_SOME_FIRM.test(letters.slice(Math.max(event.end, at.end) - 1))) return undefined;
  if (befell && hitAnother(reading, sentence, Math.max(event.end, at.end))) return undefined;
  const [start, end] = [sentence.start + event.start, sentence.start + event.end];
  const scope = reading.scopeAt(sentence, start, end);
  if (
    (scope.negated && !opensClause(sentence, at.start, start, end)) ||
    scope.conditional ||
    (scope.hedged && what === 'leaked')
  )
    return undefined;
  return { what, start, end };
};
