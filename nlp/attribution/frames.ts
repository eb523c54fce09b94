import { gated } from '../gate/index.ts';
import { perText } from '../gate/per-text.ts';
import { matches, type Span } from '../scope/reach.ts';
import { citationsIn, documentsIn, type Frame, openingDocument, ownerOf } from './documents.ts';
import { isAttribute, isNoun, isObject, isPassive, isUnsaid, OWN_DEED, SAID } from './saying.ts';
import { type SpeakerNoun, speakerNouns } from './speakers.ts';

const PRONOUN = gated(/(?<![\w'])(?:he|she|it|they|each|both)(?![\w'])/g);
const CLAUSE = gated(
  /[;:]|(?<!\b(?:inc|ltd|co|corp|plc|llc|bros|st|jr|sr|mr|mrs|ms|dr|no|u\.s|u\.k|[a-z]))\. |\b(?:but|which|after|while|because|although|where|when)\b/g,
);

const allNouns = (text: string, named: readonly SpeakerNoun[]): readonly SpeakerNoun[] => [
  ...named,
  ...speakerNouns(text).filter(noun => !named.some(name => name.start < noun.end && noun.start < name.end)),
];

/** "The hacker stole names, it said": not the hacker said so. */
const PERSONS = /\b(?:hacker|attacker|criminal|cybercriminal|crook|intruder|miscreant|perpetrator|thief|actor)s?$/;

/** Who may speak in a sentence in plain letters, in order; documents as their writers. */
export const speakersIn = (text: string, named: readonly SpeakerNoun[]): readonly SpeakerNoun[] => {
  const nouns = allNouns(text, named);
  return nouns
    .filter(noun => !isObject(text, noun))
    .map(noun => (noun.speaker === undefined ? noun : { ...noun, by: ownerOf(text, noun, nouns) }))
    .toSorted((a, b) => a.start - b.start);
};

/** The frames of a sentence in plain letters. `named` are the speakers that the gazetteers know in it. */
export const framesIn = (text: string, named: readonly SpeakerNoun[]): readonly Frame[] => {
  const nouns = allNouns(text, named);
  const reporting = matches(SAID, text).flatMap(verb => frameOfVerb(text, verb, nouns));
  const frames = [...reporting, ...citationsIn(text, nouns)];
  return frames.length > 0 ? [...openingDocument(text, nouns), ...frames] : documentsIn(text, nouns);
};

const lastBefore = <T extends Span>(items: readonly T[], at: number): T | undefined =>
  items.filter(item => item.end <= at).sort((a, b) => b.end - a.end)[0];

const firstBefore = <T extends Span>(items: readonly T[], at: number): T | undefined =>
  items.filter(item => item.end <= at).sort((a, b) => a.start - b.start)[0];

/** "…, saying that": the subject of the whole clause says so. */
const isAfterthought = (text: string, verb: Span): boolean =>
  /ing$/.test(text.slice(verb.start, verb.end)) && /, $/.test(text.slice(Math.max(0, verb.start - 2), verb.start));

const clausesIn = perText(text => matches(CLAUSE, text));
const clauseStart = (text: string, at: number): number => lastBefore(clausesIn(text), at)?.end ?? 0;

/** "a breach disclosed by the retailer": the agent speaks. */
const agentOf = (text: string, verb: Span, nouns: readonly SpeakerNoun[]): SpeakerNoun | undefined =>
  /ed$/.test(text.slice(verb.start, verb.end)) && /^ (?:\w+ly )?by /.test(text.slice(verb.end, verb.end + 20))
    ? nouns.find(noun => noun.start >= verb.end && noun.start - verb.end < 24)
    : undefined;

/** Whoever discloses or admits a breach is its victim, whatever it is called. */
const OWN_BREACH =
  /^(?:disclos(?:es|ed|ing)|admit(?:s|ted)|acknowledg(?:es|ed)) (?:an?|the|its|their|another) (?:[\w-]+ ){0,3}(?:breach|incident|cyber-?attack|attack|intrusion|hack|leak|compromise)\b/;

/** Of a speaker whose name no list has, what is told says who it is. */
const unnamedSpeaker = (text: string, verb: Span, border: number): SpeakerNoun['by'] | undefined => {
  if (!/[a-z]/.test(text.slice(border, verb.start))) return undefined;
  if (OWN_BREACH.test(text.slice(verb.start, verb.start + 60))) return 'victim';
  return OWN_DEED.test(text.slice(verb.end, verb.end + 90)) ? 'attacker' : undefined;
};

const frameOfVerb = (text: string, verb: Span, nouns: readonly SpeakerNoun[]): readonly Frame[] => {
  if (isNoun(text, verb) || isAttribute(text, verb)) return [];
  const agent = agentOf(text, verb, nouns);
  if (agent !== undefined)
    return [{ noun: agent, verb, pronoun: false, over: { start: clauseStart(text, verb.start), end: agent.end } }];
  if (isPassive(text, verb)) return [];
  const border = clauseStart(text, verb.start);
  const subjects = nouns.filter(noun => noun.start >= border && !isObject(text, noun));
  const subject = isAfterthought(text, verb) ? firstBefore(subjects, verb.start) : lastBefore(subjects, verb.start);
  const pronoun = lastBefore(
    matches(PRONOUN, text).filter(span => span.start >= border),
    verb.start,
  );
  const inverted = nouns
    .filter(noun => noun.start >= verb.end && noun.start - verb.end < 60)
    .sort((a, b) => a.start - b.start)[0];
  if (pronoun !== undefined && (subject === undefined || subject.end <= pronoun.start)) {
    const thing = text.slice(pronoun.start, pronoun.end) === 'it';
    const meant = lastBefore(
      nouns.filter(noun => !isObject(text, noun) && !(thing && PERSONS.test(text.slice(noun.start, noun.end)))),
      pronoun.start,
    );
    return [frame(text, verb, { ...(meant ?? { by: 'media' }), ...pronoun }, meant === undefined)];
  }
  if (subject !== undefined) return isUnsaid(text, verb, subject) ? [] : [frame(text, verb, subject, false)];
  const unnamed = inverted === undefined ? unnamedSpeaker(text, verb, border) : undefined;
  if (unnamed !== undefined) return [frame(text, verb, { by: unnamed, start: verb.start, end: verb.start }, false)];
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
    over: atEnd ? { start: 0, end: verb.end } : { start: afterAside(text, noun, verb), end: contentEnd(text, verb) },
  };
};

/** Verbs whose object may be the bare event: "confirms a breach". */
const NAMES_EVENT = /^(?:confirm|disclos|reveal|announc|admit|acknowledg|report|warn|disput|reject|den|describ|detail)/;
/** Where the narrator goes on from the event that was told: "confirms a breach after a gang leaked files". */
const ADJUNCT = gated(/,? \b(?:after|following|amid|in the wake of|weeks? after|months? after|days after)\b/);
/** A clause in the object is all told by the speaker. */
const CLAUSE_TOLD = /\b(?:that|it|they|he|she|we|was|were|is|are|has|have|had|been|how|why|what|whether)\b|n't\b/;
/** What a victim does not tell of an incident that it confirms: who did it, and what they say of it. */
const OF_THE_GANG = /\b(?:ransomware|extort\w*|ransom|gang|leak(?:s|ed|ing)?|claim(?:s|ed|ing)?|posted|listed)\b/;
const HOW_NEAR = 60;
/** "reported $31bn in revenue, works with …": what follows the figure is the narrator's. */
const SUM = /^ (?:an? |its |annual |net |total )*(?:[\w-]+ ){0,2}(?:of )?[£$€]\d[^,;]*(?=,)/;
/** "discovered that it had been hit by an attack that left shelves empty": what came of it was there for all to see. */
const CAME_OF_IT = gated(/\b(?:that|which) (?:left|caused|forced|disrupted|knocked|crippled|brought|halted|led to)\b/);
const FOUND_OUT = /^(?:discover|found|find|detect|identif|reali|notic|aware|learn)/;

/** The end of what a speaker tells: all that follows, or, of an event that is only named, up to its circumstances. */
const contentEnd = (text: string, verb: Span): number => {
  const told = text.slice(verb.end);
  const saying = text.slice(verb.start, verb.end);
  const sum = /^report/.test(saying) ? SUM.exec(told) : null;
  if (sum !== null) return verb.end + sum[0].length;
  if (FOUND_OUT.test(saying)) return verb.end + (CAME_OF_IT.exec(told, text)?.index ?? told.length);
  const adjunct = NAMES_EVENT.test(saying) ? ADJUNCT.exec(told, text) : null;
  if (adjunct === null || adjunct.index < 4 || CLAUSE_TOLD.test(told.slice(0, adjunct.index))) return text.length;
  const from = adjunct.index + adjunct[0].length;
  return OF_THE_GANG.test(told.slice(from, from + HOW_NEAR)) ? verb.end + adjunct.index : text.length;
};

/** "The shop, which has 40 million customers, said": the aside between speaker and verb is the narrator's. */
const afterAside = (text: string, noun: Span, verb: Span): number =>
  verb.start > noun.end && ASIDE.test(text.slice(noun.end, verb.start)) ? verb.start : noun.start;

/** An aside between commas, or an earlier predicate of the same subject: "has 7,000 staff and said". */
const ASIDE = /,.*, ?(?:\w+ )?$|^ \w+ .{6,}\band (?:\w+ly |also |has |have |had )?$/;
