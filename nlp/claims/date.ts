import type { DateClaim, EventDate, ServiceClaim } from '#domain/claim.ts';
import type { DateEvent } from '#domain/vocabulary.ts';
import { quoteOf } from '../quote.ts';
import type { DateMention, Extractor, Reading, Sentence } from '../types.ts';
import { eventOf } from './date/event-of.ts';
import { oneBeginning, oneRecovery, withoutCoarser, withoutLater, withoutVagueRecovery } from './date/once.ts';
import { placesOf, sentencesToRead } from './place.ts';
import { serviceClaims } from './service.ts';

/** First words on an incident; a year before it became known they were of another. */
const FIRST_WORDS: ReadonlySet<DateEvent> = new Set(['disclosed', 'data-theft-confirmed', 'claimed']);
const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '12');

const isOfEarlier = (what: DateEvent, date: EventDate, known: string | undefined): boolean =>
  known !== undefined && FIRST_WORDS.has(what) && monthsOf(known) - monthsOf(date.edtf.replace('~', '')) > 12;

const readDate = (reading: Reading, sentence: Sentence, mention: DateMention): DateClaim[] => {
  const told = eventOf(reading, sentence, mention);
  if (told === undefined) return [];
  return placesOf(reading, sentence, {
    start: Math.min(told.start, mention.start),
    end: Math.max(told.end, mention.end),
    told: mention,
    around: [0, 40],
    rule: `date/${told.what}`,
    confidence: 0.65,
  })
    .filter(({ incident }) => !isOfEarlier(told.what, mention.date, reading.incidents[incident]?.known))
    .map(place => ({ kind: 'date', value: { what: told.what }, ...place, date: mention.date }));
};

/** A date that tells of one of these is not that of a service named beside it: "said on Monday that the site is down". */
const NOT_OF_SERVICE: ReadonlySet<DateEvent> = new Set([
  'disclosed',
  'data-theft-confirmed',
  'claimed',
  'expected-recovery',
  'arrest',
  'court',
  'results',
]);

const isOfService = (reading: Reading, sentence: Sentence, mention: DateMention): boolean => {
  const day = sentence.block.noted ?? reading.publishedDay;
  const event = eventOf(reading, sentence, mention);
  const told = event?.what;
  // "an attack discovered on 5 June forced it to take systems offline"
  if (told === 'discovered' && event !== undefined && event.end <= mention.start && mention.start - event.end < 6)
    return false;
  const bare = mention.date.edtf.replace('~', '');
  const past = day === undefined || bare <= day.slice(0, bare.length);
  return past && (told === undefined || !NOT_OF_SERVICE.has(told));
};

/** Dates with which services stopped or came back are told; the quote holds the date too. */
const ofServices = (reading: Reading, services: readonly ServiceClaim[]): DateClaim[] =>
  services.flatMap(({ value, date, rule: _, kind: __, ...place }) => {
    if (date === undefined || (value.state !== 'suspended' && value.state !== 'restored')) return [];
    const sentence = reading.sentences.find(({ start, end }) => start <= place.start && place.end <= end);
    const mention = sentence && reading.datesIn(sentence).find(told => told.date.edtf === date.edtf);
    if (sentence === undefined || mention === undefined || !isOfService(reading, sentence, mention)) return [];
    const what: DateEvent = value.state === 'suspended' ? 'service-suspended' : 'service-restored';
    const quote = quoteOf(reading.text, Math.min(place.start, mention.start), Math.max(place.end, mention.end));
    return [
      { ...place, ...quote, kind: 'date' as const, value: { what }, date, rule: 'date/service', confidence: 0.6 },
    ];
  });

/** Reads date claims: on which day the attack, its discovery, its disclosure, a stop or a return of service … fell. */
export const dateClaims: Extractor<DateClaim> = (reading, before) =>
  withoutLater(
    oneBeginning(
      withoutCoarser(
        withoutVagueRecovery([
          ...sentencesToRead(reading).flatMap(sentence => {
            return oneRecovery(reading.datesIn(sentence).flatMap(mention => readDate(reading, sentence, mention)));
          }),
          ...ofServices(reading, before?.filter(claim => claim.kind === 'service') ?? serviceClaims(reading)),
        ]),
      ),
    ),
  );
