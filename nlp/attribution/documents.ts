import { gated } from '../gate/index.ts';
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

const ACCORDING = gated(/\b(?:according to|as reported by|in the words of|as per|per)\s/g);
const IN_DOCUMENT = gated(
  /\bin (?:an?|the|its|their|this|one|another|several) [\w' -]{0,40}?(?:notice|notification|letter|statement|filing|disclosure|press release|release|faq|memo|e-?mail|update|message|tweet|post|advisory|bulletin|video|recording|8-k|report)s?\b/g,
);
/** "filed notice of a breach", "sent letters to": what the sentence tells stands in the document. */
const ISSUED = gated(
  /\b(?:fil(?:ed|ing)|submit(?:s|ted|ting)|issu(?:es|ed|ing)|publish(?:es|ed|ing)|post(?:s|ed|ing)|sen(?:ds|t|ding)|mail(?:s|ed|ing)) (?:out )?(?:[\w'-]+ ){0,4}?(?:notices?|notifications?|filing|statement|letters?|press release|faq)\b/g,
);
/** The frames of the speakers and documents that a sentence in plain letters cites: "according to the notice". */
export const citationsIn = (text: string, nouns: readonly SpeakerNoun[]): readonly Frame[] =>
  matches(ACCORDING, text).flatMap(cue => frameOfCitation(text, cue, nouns));

/** The frames of the documents that speak in a sentence: "in its filing", "sent letters that". */
export const documentsIn = (text: string, nouns: readonly SpeakerNoun[]): readonly Frame[] =>
  [...matches(IN_DOCUMENT, text), ...matches(ISSUED, text)].flatMap(cue => frameOfDocument(text, cue, nouns));

/** "In a filing with the regulator, the shop said": the opening words are the document's too. */
export const openingDocument = (text: string, nouns: readonly SpeakerNoun[]): readonly Frame[] =>
  matches(IN_DOCUMENT, text)
    .filter(({ start }) => start < 3)
    .flatMap(cue => frameOfDocument(text, cue, nouns))
    .map(frame => ({ ...frame, over: { start: 0, end: Math.max(frame.verb.end, text.indexOf(',')) } }));

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

/** Where gangs post: a document there is theirs. */
const AMONG_CRIMINALS =
  /^[^.;]{0,30}\b(?:hack(?:ing|er|ers)?|cybercrime|dark ?web|leak|telegram|breachforums|underground|forum|tor|onion)\b/;
const WRITTEN_BY = /^ (?:from|by|of|(?:issued|posted|published|shared|signed|released|sent) by) /;

/** Whose document it is: "a statement from the regulator", "the gang's post", "a post on a hacking forum". */
export const ownerOf = (text: string, noun: SpeakerNoun, nouns: readonly SpeakerNoun[]): SpeakerNoun['by'] => {
  const rest = text.slice(noun.end);
  const by = WRITTEN_BY.exec(rest)?.[0].length;
  const author = by === undefined ? undefined : nouns.find(({ start }) => start >= noun.end + by - 1);
  if (by !== undefined && author !== undefined && author.start - noun.end - by < 12) return author.by;
  const possessor = nouns.findLast(({ end }) => end <= noun.start && noun.start - end < 24);
  if (possessor !== undefined && /^(?:'s?|s')? (?:\w+ ){0,2}$/.test(text.slice(possessor.end, noun.start)))
    return possessor.by;
  return AMONG_CRIMINALS.test(rest) ? 'attacker' : noun.by;
};

const frameOfDocument = (text: string, cue: Span, nouns: readonly SpeakerNoun[]): readonly Frame[] =>
  speakerNouns(text.slice(cue.start, cue.end))
    .slice(-1)
    .map(noun => ({ ...noun, start: noun.start + cue.start, end: noun.end + cue.start }))
    .map(noun => ({
      noun: { ...noun, by: ownerOf(text, noun, nouns) },
      verb: cue,
      pronoun: false,
      over: { start: 0, end: text.length },
    }));
