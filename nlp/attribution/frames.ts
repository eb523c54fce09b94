import { matches, type Span } from '../scope/reach.ts';
import { type SpeakerNoun, speakerNouns } from './speakers.ts';

/** Somebody speaks: who, and over which part of the sentence (offsets into it). */
export interface Frame {
  readonly noun: SpeakerNoun;
  /** The verb or cue by which it is told that somebody speaks. */
  readonly verb: Span;
  readonly over: Span;
  /** "he", "it": the speaker is that of the frame before. */
  readonly pronoun: boolean;
}

const SAID =
  /\b(?:said|says|saying|say|told|tells|telling|confirm(?:s|ed|ing)?|disclos(?:es?|ed|ing)|reveal(?:s|ed|ing)?|announc(?:es?|ed|ing)|stat(?:es|ed|ing) (?!of)|admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|wrote|writes|explain(?:s|ed|ing)|add(?:s|ed)|not(?:es|ed|ing) that|warn(?:s|ed|ing)|inform(?:s|ed|ing)|report(?:s|ed|ing)?(?! to)|claim(?:s|ed|ing)?(?! (?:\w+ )?(?:victims|lives|scalps|targets))|clarif(?:ies|ied|ying)|underlin(?:es|ed|ing)|stress(?:es|ed|ing)|emphasi[sz](?:es|ed|ing)|insist(?:s|ed|ing)?|reads?|assur(?:es|ed|ing)|notif(?:y|ies|ied|ying)|believes?|conclud(?:es|ed|ing)|determined|den(?:ies|ied|ying)|estimat(?:es|ed|ing)|argu(?:es|ed|ing)|comment(?:s|ed|ing)|declared?|declares|mention(?:s|ed|ing)|boast(?:s|ed|ing)?|alleg(?:es|ed|ing)|blam(?:es|ed|ing)|apologi[sz](?:es|ed|ing)|recommends|advises|shows?|indicates?|learn(?:s|ed|t)|heard|puts? (?:the|their|its) (?:number|figure|total|cost)|understands|reckons?|reckoned)\b/g;
const ACCORDING = /\b(?:according to|as reported by|in the words of|as per|per)\s/g;
const IN_DOCUMENT =
  /\bin (?:an?|the|its|their|this) [\w' -]{0,40}?(?:notice|notification|letter|statement|filing|press release|faq|memo|email|update|message|tweet|post)\b/g;
/** "filed notice of a breach", "sent letters to": what the sentence tells stands in the document. */
const ISSUED =
  /\b(?:fil(?:ed|ing)|submit(?:s|ted|ting)|issu(?:es|ed|ing)|publish(?:es|ed|ing)|post(?:s|ed|ing)|sen(?:ds|t|ding)|mail(?:s|ed|ing)) (?:out )?(?:[\w'-]+ ){0,4}?(?:notices?|notifications?|filing|statement|letters?|press release|faq)\b/g;
const PRONOUN = /(?<![\w'])(?:he|she|it|they|each|both)(?![\w'])/g;
const CLAUSE = /[;:]|\. |\b(?:but|which|after|while|because|although|where|when)\b/g;

/** The frames of a sentence in plain letters. `named` are the speakers that the gazetteers know in it. */
export const framesIn = (text: string, named: readonly SpeakerNoun[]): readonly Frame[] => {
  const nouns = [
    ...named,
    ...speakerNouns(text).filter(noun => !named.some(name => name.start < noun.end && noun.start < name.end)),
  ];
  const reporting = matches(SAID, text).flatMap(verb => frameOfVerb(text, verb, nouns));
  const cited = [...matches(ACCORDING, text)].flatMap(cue => frameOfCitation(text, cue, nouns));
  const frames = [...reporting, ...cited];
  if (frames.length > 0) return [...openingDocument(text), ...frames];
  return [...matches(IN_DOCUMENT, text), ...matches(ISSUED, text)].flatMap(cue => frameOfDocument(text, cue));
};

/** "In a filing with the regulator, the shop said": the opening words are the document's too. */
const openingDocument = (text: string): readonly Frame[] =>
  matches(IN_DOCUMENT, text)
    .filter(({ start }) => start < 3)
    .flatMap(cue => frameOfDocument(text, cue))
    .map(frame => ({ ...frame, over: { start: 0, end: Math.max(frame.verb.end, text.indexOf(',')) } }));

const lastBefore = <T extends Span>(items: readonly T[], at: number): T | undefined =>
  items.filter(item => item.end <= at).sort((a, b) => b.end - a.end)[0];

/** Whether a speaker stands after a preposition and so is no subject: "a notice shared with the attorney general says". */
export const isObject = (text: string, noun: SpeakerNoun): boolean =>
  !/^'s? (?=claim|statement|warning|announcement)/.test(text.slice(noun.end, noun.end + 14)) &&
  /\b(?:with|to|by|from|in|of|at|for|against|on|via|about) (?:(?:the|a|an|its|their|his|her) )?(?:[\w'-]+ )?$/.test(
    text.slice(Math.max(0, noun.start - 30), noun.start),
  );

/** "Police were notified": whoever is told something does not speak. */
const isPassive = (text: string, verb: Span): boolean =>
  /\b(?:was|were|been|being|be|is|are) (?:\w+ly |later |since |also |first )?$/.test(
    text.slice(Math.max(0, verb.start - 24), verb.start),
  ) && /ed$|^told$/.test(text.slice(verb.start, verb.end));

const clauseStart = (text: string, at: number): number => lastBefore(matches(CLAUSE, text), at)?.end ?? 0;

/** "a breach disclosed by the retailer": the agent speaks. */
const agentOf = (text: string, verb: Span, nouns: readonly SpeakerNoun[]): SpeakerNoun | undefined =>
  /ed$/.test(text.slice(verb.start, verb.end)) && /^ (?:\w+ly )?by /.test(text.slice(verb.end, verb.end + 20))
    ? nouns.find(noun => noun.start >= verb.end && noun.start - verb.end < 24)
    : undefined;

/** "behind the claim", "an earlier report": the noun, no verb. */
const isNoun = (text: string, verb: Span): boolean =>
  /^(?:claim|report|comment|show|estimate|notice|boast)s?$/.test(text.slice(verb.start, verb.end)) &&
  !/^ (?:that|to|they|it|he|she)\b/.test(text.slice(verb.end, verb.end + 6)) &&
  (/^ (?:documents?|forms?|data|files?|details|numbers?|process\w*|records?|letters?)\b/.test(
    text.slice(verb.end, verb.end + 12),
  ) ||
    /(?:\b(?:the|an?|its|their|his|her|any|no|such|of|to|some|other|for|on|with)|'s?) (?:[\w-]*[^\Ws] )?$/.test(
      text.slice(Math.max(0, verb.start - 24), verb.start),
    ));

const frameOfVerb = (text: string, verb: Span, nouns: readonly SpeakerNoun[]): readonly Frame[] => {
  if (isNoun(text, verb)) return [];
  const agent = agentOf(text, verb, nouns);
  if (agent !== undefined)
    return [{ noun: agent, verb, pronoun: false, over: { start: clauseStart(text, verb.start), end: agent.end } }];
  if (isPassive(text, verb)) return [];
  const border = clauseStart(text, verb.start);
  const subjects = nouns.filter(noun => noun.start >= border && !isObject(text, noun));
  const subject = lastBefore(subjects, verb.start);
  const pronoun = lastBefore(
    matches(PRONOUN, text).filter(span => span.start >= border),
    verb.start,
  );
  const inverted = nouns
    .filter(noun => noun.start >= verb.end && noun.start - verb.end < 60)
    .sort((a, b) => a.start - b.start)[0];
  if (pronoun !== undefined && (subject === undefined || subject.end <= pronoun.start)) {
    const meant = lastBefore(
      nouns.filter(noun => !isObject(text, noun)),
      pronoun.start,
    );
    return [frame(text, verb, { ...(meant ?? { by: 'media' }), ...pronoun }, meant === undefined)];
  }
  if (subject !== undefined) return [frame(text, verb, subject, false)];
  return inverted !== undefined && /^[,"'¤ ]*$/.test(text.slice(Math.max(0, verb.start - 3), verb.start))
    ? [frame(text, { start: verb.start, end: inverted.end }, inverted, false)]
    : [];
};

/** "…, the company wrote, …": a remark inside the sentence governs all of it. */
const isRemark = (text: string, verb: Span, noun: Span): boolean =>
  /, ?(?:as )?(?:(?:the|a|an|its) )?(?:\w+ )?$/.test(text.slice(Math.max(0, noun.start - 24), noun.start)) &&
  verb.start - noun.end < 12 &&
  text.startsWith(',', verb.end);

/** What may follow a verb of saying that ends its sentence: when, where and to whom. */
const CIRCUMSTANCE =
  /^(?:,|\(|-|on|in|at|to|for|via|during|through|by|as|when|after|without|and|but|today|yesterday|late|earlier|later|this|last|mon|tues|wednes|thurs|fri|satur|sun|according|separately|then|also|adding)/;

/** A speaker named in mid-sentence governs what follows; one named at its end what went before. */
const frame = (text: string, verb: Span, noun: SpeakerNoun, pronoun: boolean): Frame => {
  const rest = text
    .slice(verb.end)
    .replace(/[."')\]]/g, '')
    .trim();
  const atEnd =
    rest.length < 55 &&
    (rest === '' || CIRCUMSTANCE.test(rest) || /^t[eo]l/.test(text.slice(verb.start, verb.end))) &&
    /,["']? ?[^,]{0,160}$/.test(text.slice(0, Math.min(noun.start, verb.start))) &&
    !/^ (?:that|it|its|the|no)\b/.test(text.slice(verb.end));
  if (isRemark(text, verb, noun)) return { noun, verb, pronoun, over: { start: 0, end: text.length } };
  return {
    noun,
    verb,
    pronoun,
    over: atEnd ? { start: 0, end: verb.end } : { start: afterAside(text, noun, verb), end: text.length },
  };
};

/** "The shop, which has 40 million customers, said": the aside between speaker and verb is the narrator's. */
const afterAside = (text: string, noun: Span, verb: Span): number =>
  verb.start > noun.end && /,.*, ?(?:\w+ )?$/.test(text.slice(noun.end, verb.start)) ? verb.start : noun.start;

/** "a notice that the shop sent out, according to which …": the document is cited. */
const citedBefore = (nouns: readonly SpeakerNoun[], cue: Span): SpeakerNoun | undefined =>
  nouns.find(noun => noun.end <= cue.start && noun.speaker !== undefined);

const frameOfCitation = (text: string, cue: Span, nouns: readonly SpeakerNoun[]): readonly Frame[] => {
  const which = text.startsWith('which', cue.end) ? citedBefore(nouns, cue) : undefined;
  if (which !== undefined)
    return [{ noun: which, verb: cue, pronoun: false, over: { start: cue.start, end: text.length } }];
  const noun = nouns
    .filter(item => item.start >= cue.end && item.start - cue.end < 60)
    .filter(item => !text.slice(cue.end, item.start).includes(','))
    .sort((a, b) => a.start - b.start)[0];
  return noun === undefined ? [] : [{ noun, verb: cue, pronoun: false, over: { start: 0, end: text.length } }];
};

const frameOfDocument = (text: string, cue: Span): readonly Frame[] =>
  speakerNouns(text.slice(cue.start, cue.end))
    .slice(-1)
    .map(noun => ({
      noun: { ...noun, start: noun.start + cue.start, end: noun.end + cue.start },
      verb: cue,
      pronoun: false,
      over: { start: 0, end: text.length },
    }));
