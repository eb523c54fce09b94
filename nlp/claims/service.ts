import type { EventDate, ServiceClaim } from '#domain/claim.ts';
import type { Certainty, ServiceState } from '#domain/vocabulary.ts';
import { negationCue } from '../scope.ts';
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

/** "46 days after it paused them": the day is of what follows. */
const COUNTED_FROM = /\b(?:after|before|since|following)$/;
/** A state is told on the day of publication at the latest: "unavailable, and expected back in the coming weeks". */
const isAhead = ({ edtf }: EventDate, day: string | undefined): boolean =>
  day !== undefined && edtf.replace('~', '') > day.slice(0, edtf.replace('~', '').length);

/** The nearest day of the sentence that stands in the same clause as the words. */
const dateBeside = (reading: Reading, sentence: Sentence, start: number, end: number): EventDate | undefined => {
  const letters = sentence.letters;
  const at = (offset: number): number => offset - sentence.start;
  return reading
    .datesIn(sentence)
    .filter(({ date }) => date.precision === 'day' || date.precision === 'about')
    .filter(({ date }) => !isAhead(date, sentence.block.noted ?? reading.publishedDay))
    .filter(mention => mention.end <= start || !COUNTED_FROM.test(letters.slice(at(mention.start), at(mention.end))))
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
/** "No evidence that", "do not expect": what follows is what is denied. */
const OPENS_DENIAL =
  /^(?: \w+){0,2} (?:evidence|indications?|signs?|suggestion|reason|believe|think|expect|anticipate|foresee)(?: (?:to|of|for) (?:suggest|believe|indicate|think))?(?: that)?\b/;
/** Between a "no" and a state: it denies something else, "no data was taken in the attack that disrupted deliveries". */
const DENIES_ELSE =
  /,|\b(?:stolen|taken|accessed|compromised|exposed|leaked|breached|that|which|who|and|but|how|told|said|behind|after|during|because|despite|in (?:the|an?|this|last)|data|information|details)\b/;
const DENYING = /\b(?:not|no|never|nor|neither|none|without|cannot|den(?:y|ied|ies)|avoid\w*|rul\w+ out|than)\b|n't\b/;
const NEAR = 90;

/** Whether a negation ahead of a state's words denies the state. */
const isDeniedAround = (sentence: Sentence, start: number, end: number): boolean => {
  const cue = negationCue(sentence, start, end);
  if (cue === undefined) return false;
  const [from, to] = [start - sentence.start, end - sentence.start];
  const letters = sentence.letters;
  if (cue.start >= to || from - cue.end > NEAR) return false;
  return (
    DENYING.test(letters.slice(cue.start, cue.end)) &&
    !/^ (?:only|just|merely|simply|least)\b/.test(letters.slice(cue.end)) &&
    !DENIES_ELSE.test(letters.slice(cue.end, Math.max(cue.end, from)).replace(OPENS_DENIAL, ''))
  );
};

/** "Operations of Stop & Shop": a word in a shop's name says no state. */
const cutsName = (reading: Reading, sentence: Sentence, start: number, end: number): boolean =>
  reading.mentions.some(
    mention =>
      mention.sentence === sentence.index &&
      ((mention.start < start && start < mention.end) || (mention.start < end && end < mention.end)),
  );

const claimsOf = (reading: Reading, sentence: Sentence, stated: StatedService, rule: string): ServiceClaim[] => {
  const [start, end] = [sentence.start + stated.start, sentence.start + stated.end];
  if (cutsName(reading, sentence, start, end)) return [];
  const letters = sentence.letters;
  const scope = reading.scopeAt(sentence, start, end);
  if (scope.conditional || isAdvice(letters.slice(0, stated.start))) return [];
  // a "not" that stands behind the words denies something else
  const negated = scope.negated && isDeniedAround(sentence, start, end);
  const state = negated && !stated.settled ? NEGATED[stated.state] : stated.state;
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

/** "Disrupted" says nothing more of a service that the article also says was down. */
const mostTelling = (claims: readonly ServiceClaim[]): readonly ServiceClaim[] =>
  claims.filter(
    ({ incident, value }) =>
      value.state !== 'degraded' ||
      !claims.some(
        other =>
          other.incident === incident && other.value.service === value.service && other.value.state === 'suspended',
      ),
  );

/** Reads service claims: what of a shop's services stopped, suffered, came back, or went on. */
export const serviceClaims: Extractor<ServiceClaim> = reading =>
  mostTelling(
    sentencesToRead(reading).flatMap(sentence => {
      const letters = sentence.letters;
      if (isTakedown(letters) || isImperative(letters)) return [];
      return [
        ...statesIn(letters).flatMap(stated => claimsOf(reading, sentence, stated, 'service/state-words')),
        ...statesBySaying(letters).flatMap(stated => claimsOf(reading, sentence, stated, 'service/saying')),
      ];
    }),
  );
