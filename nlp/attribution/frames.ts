import { gated } from '../gate/index.ts';
import { perText } from '../gate/per-text.ts';
import { matches, type Span } from '../scope/reach.ts';
import { citationsIn, documentsIn, type Frame, openingDocument } from './documents.ts';
import { isNoun, isObject, isPassive, SAID } from './saying.ts';
import { type SpeakerNoun, speakerNouns } from './speakers.ts';

const PRONOUN = gated(/(?<![\w'])(?:he|she|it|they|each|both)(?![\w'])/g);
const CLAUSE = gated(/[;:]|\. |\b(?:but|which|after|while|because|although|where|when)\b/g);

/** The frames of a sentence in plain letters. `named` are the speakers that the gazetteers know in it. */
export const framesIn = (text: string, named: readonly SpeakerNoun[]): readonly Frame[] => {
  const nouns = [
    ...named,
    ...speakerNouns(text).filter(noun => !named.some(name => name.start < noun.end && noun.start < name.end)),
  ];
  const reporting = matches(SAID, text).flatMap(verb => frameOfVerb(text, verb, nouns));
  const frames = [...reporting, ...citationsIn(text, nouns)];
  return frames.length > 0 ? [...openingDocument(text), ...frames] : documentsIn(text);
};

const lastBefore = <T extends Span>(items: readonly T[], at: number): T | undefined =>
  items.filter(item => item.end <= at).sort((a, b) => b.end - a.end)[0];

const clausesIn = perText(text => matches(CLAUSE, text));
const clauseStart = (text: string, at: number): number => lastBefore(clausesIn(text), at)?.end ?? 0;

/** "a breach disclosed by the retailer": the agent speaks. */
const agentOf = (text: string, verb: Span, nouns: readonly SpeakerNoun[]): SpeakerNoun | undefined =>
  /ed$/.test(text.slice(verb.start, verb.end)) && /^ (?:\w+ly )?by /.test(text.slice(verb.end, verb.end + 20))
    ? nouns.find(noun => noun.start >= verb.end && noun.start - verb.end < 24)
    : undefined;

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
  /^(?:[,(-]|(?:on|in|at|to|for|via|during|through|by|as|when|after|without|and|but|today|yesterday|late|earlier|later|this|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|according|separately|then|also|adding)\b)/;

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
