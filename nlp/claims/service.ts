import type { EventDate, ServiceClaim } from '#domain/claim.ts';
import type { Certainty, ServiceState } from '#domain/vocabulary.ts';
import { plain } from '../scope/plain.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { isAdvice, isImperative, isTakedown } from './advice.ts';
import { placesOf } from './place.ts';
import { statesBySaying } from './service/phrases.ts';
import { type StatedService, statesIn } from './service/states.ts';

const REACH = 60;

/** The date of the sentence, where it states one only and that near the words. */
const dateBeside = (reading: Reading, sentence: Sentence, start: number, end: number): EventDate | undefined => {
  const dates = reading.datesIn(sentence);
  const [only] = dates;
  if (only === undefined || dates.length > 1 || only.date.precision !== 'day') return undefined;
  return only.start - end < REACH && start - only.end < REACH ? only.date : undefined;
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
  /\b(?:prevent\w*|block\w*|unable|cannot|can't|couldn't|could not|not able|no longer|not working|n't work\w*|not work\w*|not available|n't available|no access|lost access|no (?:impact|disruption|effect)|without)\b/;

const claimsOf = (reading: Reading, sentence: Sentence, stated: StatedService, rule: string): ServiceClaim[] => {
  const [start, end] = [sentence.start + stated.start, sentence.start + stated.end];
  const words = plain(sentence.text).slice(stated.start, stated.end);
  const scope = reading.scopeAt(sentence, start, end);
  if (scope.conditional || isAdvice(plain(sentence.text).slice(0, stated.start))) return [];
  const state = scope.negated && !OWN_NEGATION.test(words) ? NEGATED[stated.state] : stated.state;
  if (state === undefined) return [];
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
  reading.sentences.flatMap(sentence => {
    const letters = plain(sentence.text);
    if (isTakedown(letters) || isImperative(letters)) return [];
    return [
      ...statesIn(letters).flatMap(stated => claimsOf(reading, sentence, stated, 'service/state-words')),
      ...statesBySaying(letters).flatMap(stated => claimsOf(reading, sentence, stated, 'service/saying')),
    ];
  });
