import type { EventDate, ServiceClaim } from '#domain/claim.ts';
import type { Certainty, ServiceState } from '#domain/vocabulary.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { isAdvice, isImperative, isTakedown } from './advice.ts';
import { placesOf, sentencesToRead } from './place.ts';
import { statesBySaying } from './service/phrases.ts';
import { type StatedService, statesIn } from './service/states.ts';

const REACH = 60;

/** Between a date and the words: another clause begins, so that the date is not theirs. */
const OTHER_CLAUSE =
  /;| that | which | who | but | while | after | following | before |: |,? (?:forcing|leading|causing|prompting|resulting) /;
/** "The May 24 incident": the date is the incident's. */
const OF_INCIDENT = /^(?:,? \d{4})? (?:\w+ ){0,2}(?:incident|attack|breach|hack|cyber\w*)\b/;

/** The nearest day of the sentence that stands in the same clause as the words. */
const dateBeside = (reading: Reading, sentence: Sentence, start: number, end: number): EventDate | undefined => {
  const letters = sentence.letters;
  const at = (offset: number): number => offset - sentence.start;
  return reading
    .datesIn(sentence)
    .filter(({ date }) => date.precision === 'day' || date.precision === 'about')
    .filter(mention => !/^q\d|quarter/.test(letters.slice(at(mention.start), at(mention.end))))
    .filter(({ start }) => !/\b(?:until|till|before) $/.test(letters.slice(Math.max(0, at(start) - 8), at(start))))
    .map(mention => ({
      date: mention.date,
      after: letters.slice(at(mention.end)),
      gap: mention.start >= end ? letters.slice(at(end), at(mention.start)) : letters.slice(at(mention.end), at(start)),
    }))
    .filter(({ gap, after }) => gap.length < REACH && !OTHER_CLAUSE.test(gap) && !OF_INCIDENT.test(after))
    .sort((a, b) => a.gap.length - b.gap.length)[0]?.date;
};

/** What a negation makes of a state: what did not suffer goes on, what did not come back is still away. */
const NEGATED: Readonly<Record<ServiceState, ServiceState | undefined>> = {
  suspended: 'unaffected',
  degraded: 'unaffected',
  restored: undefined,
  unaffected: undefined,
};
/** Cue words that hold their own "not": "cannot order", "are not working". */
const OWN_NEGATION =
  /\b(?:unaffected|unimpacted|untouched|safe|prevent\w*|block\w*|unable|cannot|can't|couldn't|could not|not able|no longer|not working|n't work\w*|not work\w*|not (?:reach|arriv|be)\w*|inability|impossible|did not allow|not available|n't available|no access|lost access|no (?:impact|disruption|effect)|without|no (?:working )?(?:web ?sites?|e-?mails?|internet|computers|phones|wi-?fi))\b/;

const NOT = /\b(?:not|no|never|nor|neither|none|without|cannot|den(?:y|ied|ies)|avoid\w*|rul\w+ out|than)\b|n't\b/;
const BEFORE = 60;

const claimsOf = (reading: Reading, sentence: Sentence, stated: StatedService, rule: string): ServiceClaim[] => {
  const [start, end] = [sentence.start + stated.start, sentence.start + stated.end];
  const letters = sentence.letters;
  const words = letters.slice(stated.start, stated.end);
  const scope = reading.scopeAt(sentence, start, end);
  if (scope.conditional || isAdvice(letters.slice(0, stated.start))) return [];
  // a "not" that stands behind the words denies something else
  const negated = scope.negated && NOT.test(letters.slice(Math.max(0, stated.start - BEFORE), stated.end));
  const state = negated && !OWN_NEGATION.test(words) ? NEGATED[stated.state] : stated.state;
  if (state === undefined || (stated.faint && !negated)) return [];
  const certainty: { certainty?: Certainty } = scope.hedged ? { certainty: 'possible' } : {};
  const date = dateBeside(reading, sentence, start, end);
  return placesOf(reading, sentence, {
    start,
    end,
    rule,
    confidence: 0.75,
    ...certainty,
    ...(date === undefined ? {} : { date }),
  }).map(place => ({ kind: 'service', value: { service: stated.service, state }, ...place }));
};

/** Reads service claims: what of a shop's services stopped, suffered, came back, or went on. */
export const serviceClaims: Extractor<ServiceClaim> = reading =>
  sentencesToRead(reading).flatMap(sentence => {
    const letters = sentence.letters;
    if (isTakedown(letters) || isImperative(letters)) return [];
    return [
      ...statesIn(letters).flatMap(stated => claimsOf(reading, sentence, stated, 'service/state-words')),
      ...statesBySaying(letters).flatMap(stated => claimsOf(reading, sentence, stated, 'service/saying')),
    ];
  });
