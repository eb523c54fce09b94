import type { PeopleClaim } from '#domain/claim.ts';
import type { PeopleSense } from '#domain/vocabulary.ts';
import { numbersIn } from '../numbers.ts';
import { quoteOf } from '../quote.ts';
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

/** "more than six million" beside "6.42 million" is the same figure, rounded: the rounded one adds nothing. */
const mostPrecise = (claims: readonly PeopleClaim[]): readonly PeopleClaim[] =>
  claims.filter(
    ({ incident, value }) =>
      value.qualifier === 'exact' ||
      !claims.some(
        other =>
          other.incident === incident &&
          other.value.sense === value.sense &&
          other.value.count > value.count &&
          other.value.count <= value.count * ROUNDING,
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
    if (crowd === undefined || (number.vague && crowd.noun === 'records')) return [];
    const sense = senseOf(text, { start: number.start - sentence.start, end: crowd.end }, crowd);
    if (
      sense === undefined ||
      (number.vague && (sense.sense === 'context' || isFew(text, number.start - sentence.start)))
    )
      return [];
    const start = sentence.start + Math.min(sense.start, number.start - sentence.start);
    const end = sentence.start + Math.max(sense.end, crowd.end);
    const scope = reading.scopeAt(sentence, number.start, sentence.start + crowd.end);
    if (scope.conditional || scope.negated || (scope.generic && sense.sense === 'affected')) return [];
    return claimed(reading, sentence, crowd, sense.sense, start, end, number);
  });
};

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
