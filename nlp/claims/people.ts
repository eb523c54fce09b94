import type { PeopleClaim } from '#domain/claim.ts';
import type { PeopleSense } from '#domain/vocabulary.ts';
import { numbersIn } from '../numbers.ts';
import { quoteOf } from '../quote.ts';
import { negationCue } from '../scope.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { type Crowd, crowdAfter } from './people/crowds.ts';
import { senseOf } from './people/sense.ts';

/** Reads how many people are said to be affected, and how many a firm is said to have (codebook rule 3). */
export const peopleClaims: Extractor<PeopleClaim> = reading =>
  mostPrecise(reading.sentences.flatMap(sentence => claimsOf(reading, sentence)));

const ROUNDING = 1.1;
/** Fewer are arrested, quoted or promoted rather than robbed of their data. */
const FEWEST = 50;
/** "dozens", "hundreds": too vague to compare. */
const FEWEST_VAGUE = 1000;
/** "billions of users": of the world, not of one shop. */
const MOST_VAGUE = 1e9;

const NEARLY = 0.03;
/** How many figures of a count say something: 1,497,036 has seven, 1.5 million two. */
const figures = (count: number): number => String(count).replace(/0+$/, '').length;

/** Whether one count is another, rounded: "more than six million" of "6.42 million", "1.5 million" of "1,497,036". */
const isRounded = (one: PeopleClaim['value'], other: PeopleClaim['value']): boolean =>
  (one.qualifier !== 'exact' && other.count > one.count && other.count <= one.count * ROUNDING) ||
  (figures(other.count) > figures(one.count) && Math.abs(other.count - one.count) <= NEARLY * other.count);

/** The rounded figure beside the same figure told precisely adds nothing. */
const mostPrecise = (claims: readonly PeopleClaim[]): readonly PeopleClaim[] =>
  claims.filter(
    ({ incident, value }) =>
      !claims.some(
        other => other.incident === incident && other.value.sense === value.sense && isRounded(value, other.value),
      ),
  );

/** UTF-16 units; a longer "sentence" is a table or a dump. */
const LONGEST_SENTENCE = 3000;

const claimsOf = (reading: Reading, sentence: Sentence): readonly PeopleClaim[] => {
  if (sentence.text.length > LONGEST_SENTENCE) return [];
  const text = sentence.letters;
  return numbersIn(sentence).flatMap(number => {
    if (number.value < (number.vague ? FEWEST_VAGUE : FEWEST) || (number.vague && number.value >= MOST_VAGUE))
      return [];
    const crowd = crowdAfter(text, number.start - sentence.start, number.end - sentence.start);
    if (crowd === undefined || (crowd.noun === 'records' && (number.vague || number.value >= MOST_VAGUE))) return [];
    if (isOfAnother(reading, sentence, number.end, sentence.start + crowd.end)) return [];
    const sense = senseOf(text, { start: number.start - sentence.start, end: crowd.end }, crowd);
    if (
      sense === undefined ||
      (number.vague && (sense.sense === 'context' || isFew(text, number.start - sentence.start)))
    )
      return [];
    const start = sentence.start + Math.min(sense.start, number.start - sentence.start);
    const end = sentence.start + Math.max(sense.end, crowd.end);
    const scope = reading.scopeAt(sentence, number.start, sentence.start + crowd.end);
    if (
      scope.conditional ||
      (scope.negated && !isDeniedElsewhere(sentence, start, end, sense.sense)) ||
      (scope.generic && sense.sense === 'affected')
    )
      return [];
    return claimed(reading, sentence, crowd, sense.sense, start, end, number);
  });
};

/** "129,000 Singtel customers": of a firm that is no victim here. */
const isOfAnother = (reading: Reading, sentence: Sentence, from: number, to: number): boolean =>
  reading.mentions.some(
    ({ kind, id, via, sentence: index, start, end }) =>
      index === sentence.index &&
      start >= from &&
      end <= to &&
      via === 'name' &&
      kind !== 'actor' &&
      !reading.incidents.some(({ victim }) => victim === id),
  );

/**
 * "… was not published until today that the breach affected 437,329": the negation is of what stands before; "a giant
 * with 125 million customers, was not hit": of what follows.
 */
const isDeniedElsewhere = (sentence: Sentence, start: number, end: number, sense: PeopleSense): boolean => {
  const cue = negationCue(sentence, start, end);
  if (cue === undefined) return false;
  if (cue.start >= end - sentence.start) return sense === 'context';
  const between = sentence.letters.slice(cue.end, start - sentence.start);
  // "While its letter does not say how many, a filing shows that …"
  return /\buntil\b[^.;]*\bthat\b/.test(between) || REVEALED_ELSEWHERE.test(between);
};

const REVEALED_ELSEWHERE =
  /,[^.;]*\b(?:reveals?|revealed|shows?|showed|says?|said|states?|stated|indicates?|indicated|reports?|reported|puts?|lists?|listed|told)\b/;

/** "a few million", "millions": they bound nothing. */
const isFew = (text: string, start: number): boolean =>
  /^(?:a )?(?:few|couple)\b|^(?:tens of |hundreds of )?(?:millions|thousands)\b|^(?:hundreds|dozens|tens)\b/.test(
    text.slice(start),
  ) || /\b(?:few|couple(?: of)?) $/.test(text.slice(Math.max(0, start - 12), start));

const NOBODY_IN_PARTICULAR = /^(?:people|individuals?|persons?|residents|others)$/;
const STAFF = /\b(?:employees|staff|workers|colleagues|workforce)\b/;
const SHOPPERS = /\b(?:customers?|clients?|shoppers|users|members|consumers|guests)\b/;

/** "553,000 individuals" of a breach whose headline speaks of workers are employees. */
const subjectIn = (reading: Reading, crowd: Crowd): Crowd['subject'] => {
  const headline = reading.sentences[0]?.letters ?? '';
  return NOBODY_IN_PARTICULAR.test(crowd.noun) && STAFF.test(headline) && !SHOPPERS.test(headline)
    ? 'employee'
    : crowd.subject;
};

const claimed = (
  reading: Reading,
  sentence: Sentence,
  crowd: Crowd,
  sense: PeopleSense,
  start: number,
  end: number,
  number: ReturnType<typeof numbersIn>[number],
): readonly PeopleClaim[] =>
  reading.incidentsAt(sentence, number.start, number.end).map(incident => ({
    kind: 'people' as const,
    incident,
    value: { count: number.value, qualifier: number.qualifier, subject: subjectIn(reading, crowd), sense },
    certainty: reading.certaintyAt(sentence, number.start, number.end),
    ...reading.attributionAt(sentence, number.start, number.end),
    ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
    ...quoteOf(reading.text, start, end),
    rule: `people/${sense}`,
    confidence: sense === 'affected' ? 0.8 : 0.7,
  }));
