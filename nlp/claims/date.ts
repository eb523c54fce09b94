import type { DateClaim, EventDate, ServiceClaim } from '#domain/claim.ts';
import type { DateEvent } from '#domain/vocabulary.ts';
import { quoteOf } from '../quote.ts';
import { plain } from '../scope/plain.ts';
import type { DateMention, Extractor, Reading, Sentence } from '../types.ts';
import { BACKGROUND, FORWARD, OTHER_SPEAKER, OTHER_SUBJECT, RECOVERY } from './date/events.ts';
import { eventAt } from './date/nearest.ts';
import { oneBeginning, oneRecovery, withoutCoarser, withoutLater, withoutVagueRecovery } from './date/once.ts';
import { goesOnWithStory, OF_CRIME, TIED } from './legal.ts';
import { placesOf, sentencesToRead } from './place.ts';
import { serviceClaims } from './service.ts';

/** "2024's worst", and the stamp of a dateline. */
const AFTER_NO_DATE =
  /^(?:'s\b| (?:\d\d?:\d\d )?(?:[ap]m )?(?:pst|pdt|est|edt|gmt|utc|bst|cet)\b| in (?:security|ransomware|review|cyber\w*)\b)/;

const isAhead = (date: EventDate, publishedDay: string | undefined): boolean =>
  publishedDay !== undefined && date.edtf.replace('~', '') > publishedDay.slice(0, date.edtf.replace('~', '').length);

const claimAt = (
  reading: Reading,
  sentence: Sentence,
  mention: DateMention,
  what: DateEvent,
  span: readonly [number, number],
): DateClaim[] => {
  const [start, end] = span;
  return placesOf(reading, sentence, {
    start: Math.min(start, mention.start),
    end: Math.max(end, mention.end),
    told: mention,
    around: [0, 40],
    rule: `date/${what}`,
    confidence: 0.65,
  }).map(place => ({ kind: 'date', value: { what }, ...place, date: mention.date }));
};

/** "Spotted a forum post": what was found is the attacker's claim. */
const POSTED = /^\w+ (?:\w+ ){0,5}(?:forum|leak site|listing|for sale|posts?)\b/;

/** What else is announced: no first word on an incident. */
const ANNOUNCED_ELSE =
  /\b(?:settlement|arrests?|charges|fined?|penalty|compensation|results|sanctions|postpon\w+|launch of|scheduled for)\b/;

/** A court date that is still to come. */
const IN_COURT = /\b(?:sentenc\w+|trial|hearing|in court)\b[^.;]{0,30}$/;
const TIED_TO_COURT = /\b(?:scheduled|due|set|appear|expected|faces?)\b/;

/** Whether the last name before the words is of an organisation that is no retailer: its word, or its find. */
const toldByOther = (reading: Reading, sentence: Sentence, start: number): boolean => {
  const before = reading.mentions.filter(({ sentence: index, end }) => index === sentence.index && end <= start);
  const last = before.at(-1);
  if (last === undefined || last.kind === 'retailer' || start - last.end > 40) return false;
  return !/\b(?:to|by|with|from|in|at|told|of|for) (?:the )?$|[,(] ?$/.test(
    plain(reading.text.slice(sentence.start, last.start)),
  );
};

/** "The incident occurred on 4 October" tells of an attack, unless it is told as an access to data. */
const INCIDENT_OCCURRED = /(?<!security )\bincident\b.*(?:occur|took place|happened|began|dat)/;
const OF_DATA = /\b(?:access\w*|acquired|copied|data|information|records|details)\b/;

const attackOrIntrusion = (letters: string, said: string, what: DateEvent): DateEvent =>
  what === 'intrusion' && INCIDENT_OCCURRED.test(said) && !OF_DATA.test(letters) ? 'attack' : what;

/** "Claims to have stolen the data in September": the date behind is of the theft. */
const CLAIMS_THEFT =
  /^claim\w* (?:to have|that|it|they)\b[^.;]{0,60}\b(?:stole\w*|taken|breached|hacked|exfiltrated|accessed|downloaded)\b/;

const readDate = (reading: Reading, sentence: Sentence, letters: string, mention: DateMention): DateClaim[] => {
  const day = sentence.block.noted ?? reading.publishedDay;
  const at = { start: mention.start - sentence.start, end: mention.end - sentence.start };
  if (mention.date.precision === 'year' && mention.date.edtf === day?.slice(0, 4)) return [];
  const written = letters.slice(at.start, at.end);
  if (BACKGROUND.test(letters) || AFTER_NO_DATE.test(letters.slice(at.end))) return [];
  const ahead = letters.slice(Math.max(0, at.start - 70), at.start);

  if (isAhead(mention.date, day) && IN_COURT.test(ahead) && TIED_TO_COURT.test(ahead))
    return claimAt(reading, sentence, mention, 'court', [mention.start, mention.end]);
  if (isAhead(mention.date, day) || /\buntil (?:at least )?(?:early |late )?$/.test(ahead)) {
    const recovers = RECOVERY.test(letters) && FORWARD.test(ahead + written) && !/\bredeem|enrol|expir/.test(letters);
    const hoped = /\b(?:expect\w*|will|likely|hop(?:es?|ing)|plan\w*|forecast\w*|aim\w*|estimat\w*)\b/.test(letters);
    const still = isAhead(mention.date, day) || (hoped && mention.date.edtf.slice(0, 7) === day?.slice(0, 7));
    return recovers && still
      ? claimAt(reading, sentence, mention, 'expected-recovery', [mention.start, mention.end])
      : [];
  }
  if (/^[*_]{2}|^ ?\|/.test(sentence.text.slice(at.end))) return [];
  const event = eventAt(letters, at, mention.date.precision === 'year');
  if (event === undefined) return [];
  const posted = POSTED.test(letters.slice(event.start)) && event.cue.what === 'discovered';
  const theft = event.end <= at.start && CLAIMS_THEFT.test(letters.slice(event.start, at.start));
  const plainly = theft ? 'intrusion' : event.cue.what;
  const what = posted ? 'claimed' : attackOrIntrusion(letters, letters.slice(event.start, event.end), plainly);
  const suit = /filed|sued|complaint/.test(letters.slice(event.start, event.end));
  const tied = TIED.test(letters) || (what === 'court' && (suit || OF_CRIME.test(letters)));
  if ((what === 'arrest' || what === 'court') && !tied && !goesOnWithStory(reading, sentence)) return [];
  if (what === 'results' && /\b(?:for|to|from|ended|ending|and) (?:the )?$/.test(ahead)) return [];
  if (what === 'other' || (/^q\d|quarter/.test(written) && what !== 'results')) return [];
  // "A May incident" is named by the month of its news as often as by its own.
  if (
    what === 'attack' &&
    mention.date.precision === 'month' &&
    /incident$/.test(letters.slice(event.start, event.end))
  )
    return [];
  const telling = what === 'disclosed' || what === 'data-theft-confirmed' || what === 'discovered';
  if (telling && OTHER_SPEAKER.test(letters.slice(Math.max(0, event.start - 60), event.start))) return [];
  if (telling && ANNOUNCED_ELSE.test(letters.slice(event.start, event.end + 60))) return [];
  if (telling && toldByOther(reading, sentence, sentence.start + event.start)) return [];
  if (telling && OTHER_SUBJECT.test(letters.slice(Math.max(event.end, at.end)))) return [];
  const [start, end] = [sentence.start + event.start, sentence.start + event.end];
  const scope = reading.scopeAt(sentence, start, end);
  if (scope.negated || scope.conditional || (scope.hedged && what === 'leaked')) return [];
  return claimAt(reading, sentence, mention, what, [start, end]);
};

/** Dates with which services stopped or came back are told; the quote holds the date too. */
const ofServices = (reading: Reading, services: readonly ServiceClaim[]): DateClaim[] =>
  services.flatMap(({ value, date, rule: _, kind: __, ...place }) => {
    if (date === undefined || (value.state !== 'suspended' && value.state !== 'restored')) return [];
    const sentence = reading.sentences.find(({ start, end }) => start <= place.start && place.end <= end);
    const mention = sentence && reading.datesIn(sentence).find(told => told.date.edtf === date.edtf);
    if (mention === undefined) return [];
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
            const letters = sentence.letters;
            return oneRecovery(
              reading.datesIn(sentence).flatMap(mention => readDate(reading, sentence, letters, mention)),
            );
          }),
          ...ofServices(reading, before?.filter(claim => claim.kind === 'service') ?? serviceClaims(reading)),
        ]),
      ),
    ),
  );
