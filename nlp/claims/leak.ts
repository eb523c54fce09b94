import type { LeakClaim } from '#domain/claim.ts';
import type { LeakState } from '#domain/vocabulary.ts';
import { gated } from '../gate/index.ts';
import { quoteOf } from '../quote.ts';
import { reachForward } from '../scope/reach.ts';
import { negationCue } from '../scope.ts';
import type { Attribution, Extractor, Reading, Scope, Sentence } from '../types.ts';
import { LEAK_WORDINGS } from './leak/wordings.ts';

/** Reads what is said of the loot's fate: published, offered, threatened, sampled, or expressly not published. */
export const leakClaims: Extractor<LeakClaim> = reading =>
  reading.sentences.flatMap(sentence => claimsOf(reading, sentence));

/** UTF-16 units; a longer "sentence" is a table or a dump. */
const LONGEST_SENTENCE = 3000;
/** Statistics on gangs: of no incident. */
const OF_MANY = gated(
  /\b(?:the vast majority of|most of the|ransomware (?:gangs|groups|operations)|(?:groups|gangs) (?:typically|often|then))\b/,
);

const claimsOf = (reading: Reading, sentence: Sentence): readonly LeakClaim[] => {
  const text = sentence.letters;
  if (text.length > LONGEST_SENTENCE || OF_MANY.test(text)) return [];
  const inHeadline = sentence.block.kind === 'headline';
  return LEAK_WORDINGS.flatMap(({ state, pattern, needs, headline }) =>
    (headline && !inHeadline) || !pattern.mayMatch(text) || needs?.test(text) === false
      ? []
      : pattern.all(text).flatMap(hit => claimed(reading, sentence, text, state, hit.index, hit.index + hit[0].length)),
  );
};

/** "the leaked data", "trying to acquire leaked data": described, not told. */
const DESCRIBED = /\b(?:the|of|in|this|any|with|from|previously|all|their|acquire|some|these|those|that|on) $/;

/** What gangs do to "victims", told in the present: a habit, and no threat to this victim. */
const HABIT =
  /\b(?:the victims?(?:'s)?|victims|companies|businesses|organi[sz]ations|double[- ]extortion|tactics?|strategy|method|operators?|as-a-service|raas|bad actors|like (?:many|most)|modern)\b/;

/** "a portal specialised in the leaking and selling of stolen data": what a place is for. */
const MEANT_FOR =
  /\b(?:speciali[sz]\w+|dedicated|devoted|known|notorious|meant|intended|set up|designed|used) (?:in|to|for|by \w+ (?:to|for))\b(?: [\w-]+){0,6} $/;

/** "published a statement on the data" */
const OF_WORDS = /\b(?:statement|notice|report|advisory|press release|blog|notification|article|warning)\b/;
/** "samples of the data were published": of the whole nothing is said. */
const OF_A_SAMPLE = /\b(?:samples?|screenshots|images|photos|excerpts|proof) of [^.;,]{0,40}$/;
const A_SAMPLE = /\b(?:screenshots?|samples?|images|photos|pictures|excerpts|snippets|proof|previews?)\b/;
/** What a payment is to buy: "in return for the records not being leaked". */
const A_PROMISE = /\b(?:in (?:exchange|return) for|promis\w+|to (?:ensure|avoid|prevent))\b[^.;]{0,90}$/;
/** Not by thieves and not to the public: "leaked data to Google". */
const TO_PARTNERS =
  /^ ?(?:[a-z]+ ){0,6}?to (?:google|meta|facebook|advertis\w+|third[- ]part(?:y|ies)|regulators?|the press office)\b/;

const claimed = (
  reading: Reading,
  sentence: Sentence,
  text: string,
  wording: LeakState,
  from: number,
  to: number,
): readonly LeakClaim[] => {
  if (
    wording === 'published' &&
    DESCRIBED.test(text.slice(Math.max(0, from - 14), from)) &&
    /^\w+ \w+$/.test(text.slice(from, to))
  )
    return [];
  if (wording === 'threatened' && !/^threatened/.test(text.slice(from, to)) && HABIT.test(text)) return [];
  if (
    wording === 'published' &&
    (OF_A_SAMPLE.test(text.slice(0, from)) ||
      OF_WORDS.test(text.slice(from, to)) ||
      A_SAMPLE.test(text.slice(from, to)) ||
      TO_PARTNERS.test(text.slice(to, to + 60)))
  )
    return [];
  if (wording === 'published' && A_PROMISE.test(text.slice(Math.max(0, from - 110), from))) return [];
  if (MEANT_FOR.test(text.slice(0, from))) return [];
  const start = sentence.start + from;
  const end = sentence.start + to;
  const scope = scopeOfLeak(reading, sentence, wording, start, end);
  const state = scope.negated && wording !== 'not-published' ? negated(wording) : wording;
  if (state === undefined || scope.generic) return [];
  if (scope.conditional && state !== 'threatened' && wording !== 'not-published') return [];
  if (wording === 'for-sale' && /\bthreat(?:s|en\w*)\b[^.;]{0,40}$/.test(text.slice(0, from))) return [];
  const cue = scope.negated ? negationCue(sentence, end - 1, end) : undefined;
  const head = Math.min(start, cue === undefined ? start : sentence.start + cue.start);
  const tail = Math.max(end, Math.min(sentence.start + reachForward(text, to), end + 40));
  return reading.incidentsAt(sentence, start, end).map(incident => ({
    kind: 'leak' as const,
    incident,
    value: { state },
    certainty: reading.certaintyAt(sentence, end - 1, end),
    ...voiceOf(reading.attributionAt(sentence, start, end), state),
    ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
    ...quoteOf(reading.text, head, state === 'threatened' ? tail : end),
    rule: `leak/${state}`,
    confidence: 0.75,
  }));
};

/** "denies that data was stolen after a gang threatened to leak it": the threat stands; its own "not" is part of it. */
const scopeOfLeak = (reading: Reading, sentence: Sentence, state: LeakState, start: number, end: number): Scope => {
  const scope = reading.scopeAt(sentence, end - 1, end);
  const near = /\b(?:not|never|no|denies|denied)(?: \w+){0,2} $|n't (?:\w+ )?$/.test(
    sentence.letters.slice(0, start - sentence.start),
  );
  const active =
    /^(?:publish|post|leak|dump|releas|upload|began|start|(?:gangs?|groups?|crews?|hackers?|attackers?|actors?|criminals?|cybercriminals?|operators?|they|who|which|that|thie(?:f|ves)|ransomware|collective)\b)/.test(
      sentence.letters.slice(start - sentence.start, end - sentence.start),
    );
  return state === 'threatened' || state === 'for-sale' || active ? { ...scope, negated: near } : scope;
};

/** A threat is the attacker's own word, where nobody else tells of it; a sample is there for the outlet to see. */
const voiceOf = (heard: Attribution, state: LeakState): Attribution => {
  if (heard.by === 'media' && state === 'threatened') return { by: 'attacker' };
  return heard.by === 'attacker' && state === 'sample-shared' ? { by: 'media' } : heard;
};

/** "has not been published" is `not-published`; "no threat", "no sample" say nothing. */
const negated = (state: LeakState): LeakState | undefined =>
  state === 'published' || state === 'for-sale' ? 'not-published' : undefined;
