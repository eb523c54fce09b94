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
  /\bin (?:an?|the|its|their|this) [\w' -]{0,40}?(?:notice|notification|letter|statement|filing|press release|faq|memo|email|update|message|tweet|post)\b/g,
);
/** "filed notice of a breach", "sent letters to": what the sentence tells stands in the document. */
const ISSUED = gated(
  /\b(?:fil(?:ed|ing)|submit(?:s|ted|ting)|issu(?:es|ed|ing)|publish(?:es|ed|ing)|post(?:s|ed|ing)|sen(?:ds|t|ding)|mail(?:s|ed|ing)) (?:out )?(?:[\w'-]+ ){0,4}?(?:notices?|notifications?|filing|statement|letters?|press release|faq)\b/g,
);
/** The frames of the speakers and documents that a sentence in plain letters cites: "according to the notice". */
export const citationsIn = (text: string, nouns: readonly SpeakerNoun[]): readonly Frame[] =>
  matches(ACCORDING, text).flatMap(cue => frameOfCitation(text, cue, nouns));

/** The frames of the documents that speak in a sentence: "in its filing", "sent letters that". */
export const documentsIn = (text: string): readonly Frame[] =>
  [...matches(IN_DOCUMENT, text), ...matches(ISSUED, text)].flatMap(cue => frameOfDocument(text, cue));

/** "In a filing with the regulator, the shop said": the opening words are the document's too. */
export const openingDocument = (text: string): readonly Frame[] =>
  matches(IN_DOCUMENT, text)
    .filter(({ start }) => start < 3)
    .flatMap(cue => frameOfDocument(text, cue))
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

const frameOfDocument = (text: string, cue: Span): readonly Frame[] =>
  speakerNouns(text.slice(cue.start, cue.end))
    .slice(-1)
    .map(noun => ({
      noun: { ...noun, start: noun.start + cue.start, end: noun.end + cue.start },
      verb: cue,
      pronoun: false,
      over: { start: 0, end: text.length },
    }));
