import type { DateClaim, EventDate } from '#domain/claim.ts';
import type { DateEvent } from '#domain/vocabulary.ts';
import { plain } from '../scope/plain.ts';
import type { DateMention, Extractor, Reading, Sentence } from '../types.ts';
import {
  BACKGROUND,
  EVENT_CUES,
  type EventCue,
  FORWARD,
  OTHER_SPEAKER,
  OTHER_SUBJECT,
  RECOVERY,
} from './date/events.ts';
import { TIED } from './legal.ts';
import { placesOf, sentencesToRead } from './place.ts';
import { serviceClaims } from './service.ts';

const CUES = EVENT_CUES.map(cue => ({ cue, pattern: new RegExp(`(?<![\\w-])(?:${cue.words})(?![\\w])`, 'g') }));
const REACH = 75;
/** An attack or breach that is only named happened at a date that stands right beside it. */
const REACH_OF_NOUN = 36;
const REACH_OF_YEAR = 20;
const BREAK = /;| but | while | whereas | although |, and | after | before | following | and (?:has|was|is|had) /;

interface FoundCue {
  readonly cue: EventCue;
  readonly start: number;
  readonly end: number;
}

const cuesIn = (letters: string): FoundCue[] =>
  CUES.flatMap(({ cue, pattern }) =>
    cue.unless?.test(letters)
      ? []
      : [...letters.matchAll(pattern)]
          .map(match => ({ cue, start: match.index, end: match.index + match[0].length }))
          .filter(({ start, end }) => cue.beside?.test(letters.slice(Math.max(0, start - 110), end + 260)) ?? true),
  );

/** How far the words stand from the date: the gap, more across a clause boundary, less for telling words. */
const distance = (letters: string, date: { start: number; end: number }, { cue, start, end }: FoundCue): number => {
  const gap = start >= date.end ? letters.slice(date.end, start) : letters.slice(end, date.start);
  const opening = date.start < 16 && start >= date.end;
  const crossing = BREAK.test(gap) ? 60 : !opening && /,/.test(gap) ? 15 : 0;
  return gap.length + crossing - (cue.weight ?? 0);
};

/** "2024's worst", and the stamp of a dateline. */
const AFTER_NO_DATE =
  /^(?:'s\b| (?:\d\d?:\d\d )?(?:[ap]m )?(?:pst|pdt|est|edt|gmt|utc|bst|cet)\b| in (?:security|ransomware|review|cyber\w*)\b)/;

/** "since", "before", "as of" a date: it bounds a time and is not the day on which it happened. */
const BOUND =
  /\b(?:since|as of|before|prior to|until|till|by|after|following|ending|ended|for the year(?: to)?|due|redeemable) (?:at least |early |late )?$/;

/** "Revealed a breach last week", "confirmed it was targeted in an attack on 1 May": the date is the disclosure's. */
const disclosing = (
  letters: string,
  nearest: FoundCue,
  near: readonly { readonly found: FoundCue }[],
): FoundCue | undefined => {
  if (nearest.cue.what !== 'intrusion' && nearest.cue.what !== 'attack') return undefined;
  if (/(?:ed|struck|hit|access)$/.test(letters.slice(nearest.start, nearest.end))) return undefined;
  return near
    .map(({ found }) => found)
    .find(
      ({ cue, start, end }) =>
        (cue.what === 'disclosed' || cue.what === 'discovered') &&
        !letters.slice(start, end).endsWith('that') &&
        end <= nearest.start &&
        nearest.start - end < 45 &&
        !/ that |,|;|\d/.test(letters.slice(end, nearest.start)),
    );
};

const reachOf = (letters: string, { cue, start, end }: FoundCue, yearOnly: boolean, opening: boolean): number => {
  if (yearOnly) return REACH_OF_YEAR;
  if (opening) return REACH;
  const named =
    (cue.what === 'attack' || cue.what === 'intrusion') && !/(?:ed|struck|hit|access)$/.test(letters.slice(start, end));
  return named ? REACH_OF_NOUN : REACH;
};

const eventAt = (letters: string, date: { start: number; end: number }, yearOnly: boolean): FoundCue | undefined => {
  const bounded = BOUND.test(letters.slice(Math.max(0, date.start - 24), date.start));
  const near = cuesIn(letters)
    .filter(({ start, end }) => end <= date.start || start >= date.end)
    .filter(
      ({ cue }) => !bounded || cue.what === 'service-suspended' || (cue.what === 'disclosed' && /since/.test(letters)),
    )
    .map(found => ({ found, far: distance(letters, date, found) }))
    .filter(({ far, found }) => far < reachOf(letters, found, yearOnly, date.start < 16))
    .sort((a, b) => a.far - b.far);
  const nearest = near[0]?.found;
  return nearest && (disclosing(letters, nearest, near) ?? nearest);
};

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

const readDate = (reading: Reading, sentence: Sentence, letters: string, mention: DateMention): DateClaim[] => {
  const day = sentence.block.noted ?? reading.publishedDay;
  const at = { start: mention.start - sentence.start, end: mention.end - sentence.start };
  if (mention.date.precision === 'year' && mention.date.edtf === day?.slice(0, 4)) return [];
  const written = letters.slice(at.start, at.end);
  if (BACKGROUND.test(letters) || AFTER_NO_DATE.test(letters.slice(at.end))) return [];
  const ahead = letters.slice(Math.max(0, at.start - 70), at.start);
  if (isAhead(mention.date, day) || /\buntil (?:at least )?(?:early |late )?$/.test(ahead)) {
    const recovers = RECOVERY.test(letters) && FORWARD.test(ahead) && !/\bredeem|enrol|expir/.test(letters);
    const hoped = /\b(?:expect\w*|will|likely|hop(?:es?|ing)|plan\w*|forecast\w*|aim\w*|estimat\w*)\b/.test(letters);
    const still = isAhead(mention.date, day) || (hoped && mention.date.edtf.slice(0, 7) === day?.slice(0, 7));
    return recovers && still
      ? claimAt(reading, sentence, mention, 'expected-recovery', [mention.start, mention.end])
      : [];
  }
  const event = eventAt(letters, at, mention.date.precision === 'year');
  if (event === undefined) return [];
  const { what } = event.cue;
  if ((what === 'arrest' || what === 'court') && !TIED.test(letters)) return [];
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
  if (telling && OTHER_SUBJECT.test(letters.slice(Math.max(event.end, at.end)))) return [];
  const [start, end] = [sentence.start + event.start, sentence.start + event.end];
  const scope = reading.scopeAt(sentence, start, end);
  if (scope.negated || scope.conditional || (scope.hedged && what === 'leaked')) return [];
  return claimAt(reading, sentence, mention, what, [start, end]);
};

/** Dates with which services stopped or came back are told. */
const ofServices = (reading: Reading): DateClaim[] =>
  serviceClaims(reading).flatMap(({ value, date, rule: _, kind: __, ...place }) => {
    if (date === undefined || (value.state !== 'suspended' && value.state !== 'restored')) return [];
    const what: DateEvent = value.state === 'suspended' ? 'service-suspended' : 'service-restored';
    return [{ ...place, kind: 'date' as const, value: { what }, date, rule: 'date/service', confidence: 0.6 }];
  });

const bare = (date: EventDate): string => date.edtf.replace('~', '');

const daysApart = (a: EventDate, b: EventDate): number =>
  a.precision === 'day' && b.precision === 'day'
    ? Math.abs(Date.parse(a.edtf) - Date.parse(b.edtf)) / 86_400_000
    : Number.NaN;

/** "In April" says nothing more where the same is told to have happened on 22 April; nor "today" after "on Tuesday" of the same. */
const withoutCoarser = (claims: readonly DateClaim[]): readonly DateClaim[] =>
  claims.filter(
    claim =>
      !claims.some(
        other =>
          other !== claim &&
          other.incident === claim.incident &&
          other.value.what === claim.value.what &&
          ((bare(other.date).length > bare(claim.date).length && bare(other.date).startsWith(bare(claim.date))) ||
            (claims.indexOf(other) < claims.indexOf(claim) && bare(other.date) === bare(claim.date)) ||
            (other.start < claim.start && daysApart(other.date, claim.date) === 1)),
      ),
  );

/** "Until October or November": the earlier is the date. */
const oneRecovery = (claims: readonly DateClaim[]): readonly DateClaim[] => {
  const first = claims.find(({ value }) => value.what === 'expected-recovery');
  return claims.filter(({ value, date }) => value.what !== 'expected-recovery' || date.edtf === first?.date.edtf);
};

/** Reads date claims: on which day the attack, its discovery, its disclosure, a stop or a return of service … fell. */
export const dateClaims: Extractor<DateClaim> = reading =>
  withoutCoarser([
    ...sentencesToRead(reading).flatMap(sentence => {
      const letters = plain(sentence.text);
      return oneRecovery(reading.datesIn(sentence).flatMap(mention => readDate(reading, sentence, letters, mention)));
    }),
    ...ofServices(reading),
  ]);
