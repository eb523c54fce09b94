import { EVENT_CUES, type EventCue } from './events.ts';

const CUES = EVENT_CUES.map(cue => ({ cue, pattern: new RegExp(`(?<![\\w-])(?:${cue.words})(?![\\w])`, 'g') }));
const REACH = 75;
/** An attack or breach that is only named happened at a date that stands right beside it. */
const REACH_OF_NOUN = 36;
const REACH_OF_YEAR = 20;
const BREAK = /;| but | while | whereas | although |, and | after | before | following | and (?:has|was|is|had) /;

/** Words of an event in a plain sentence. */
export interface FoundCue {
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

/** The event whose words govern the date: the nearest in its clause, telling words before vague ones. */
export const eventAt = (
  letters: string,
  date: { start: number; end: number },
  yearOnly: boolean,
): FoundCue | undefined => {
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
