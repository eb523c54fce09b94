import type { EventDate } from '#domain/claim.ts';
import { type Gated, gated } from '../gate/index.ts';
import { formatDay, monthBefore, parseDay } from './calendar.ts';
import { aboutDay, exactDay } from './rule.ts';
import { isVague, MONTH, SMALL_NUMBER, smallNumber } from './words.ts';

/** A date found in a plain sentence; offsets into the sentence. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: EventDate;
}

/** The last date of the sentences just before, and its words. */
export interface EarlierDate {
  readonly date: EventDate;
  readonly written: string;
}

const WITH_YEAR = /(?:19|20)\d\d/;
const MONTH_NAMED = new RegExp(`\\b${MONTH}\\b`);
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, fortnight: 14 };
/** Days after which a yearless date no longer goes on with the story of the dated words before it, and days before them. */
const [AFTERWARDS, BEFOREHAND] = [200, 45];

const dayNumberOf = ({ edtf, precision }: EventDate): number | undefined =>
  precision === 'year' ? undefined : parseDay(`${edtf.replace('~', '')}-01`.slice(0, 10));

const inYear = ({ edtf, precision }: EventDate, year: string): EventDate => ({
  edtf: `${year}${edtf.slice(4)}`,
  precision,
});

const lacksYear = (letters: string, { start, end }: FoundDate): boolean => {
  const written = letters.slice(start, end);
  return !WITH_YEAR.test(written) && MONTH_NAMED.test(written);
};

/** "In October and December 2024", "from 3 March to 9 April 2023": the year stands once, behind. */
const JOINS =
  /^(?: \d{1,2}(?:st|nd|rd|th)?)?,? ?(?:and|to|until|through|or|-)(?: (?:in|on|early|late|mid|again in))* ?$/;

const yearBehind = (letters: string, found: FoundDate, next: FoundDate | undefined): string | undefined => {
  if (next === undefined || !JOINS.test(letters.slice(found.end, next.start))) return undefined;
  const year = WITH_YEAR.exec(letters.slice(next.start, next.end))?.[0];
  if (year === undefined) return undefined;
  return found.date.edtf.slice(5, 7) > next.date.edtf.slice(5, 7) ? String(Number(year) - 1) : year;
};

const OF_THAT_YEAR = /^,? (?:of )?(?:that|the same) year\b/;

/** The year of the dated words before, where the date goes on with their story. */
const yearBefore = (found: FoundDate, earlier: EventDate | undefined): string | undefined => {
  const reference = earlier && dayNumberOf(earlier);
  if (earlier === undefined || reference === undefined) return undefined;
  const year = Number(earlier.edtf.slice(0, 4));
  return [year, year + 1].map(String).find(candidate => {
    const gap = (dayNumberOf(inYear(found.date, candidate)) ?? Number.NaN) - reference;
    return gap >= -BEFOREHAND && gap <= AFTERWARDS;
  });
};

/**
 * Gives dates told without their year that of the dated words beside or before them. `earlier` is the last date of the
 * sentences just before; a date that would come to lie after `latestDay` (`YYYY-MM-DD`) keeps its own.
 */
export const withYears = (
  letters: string,
  found: readonly FoundDate[],
  earlier: EarlierDate | undefined,
  latestDay: string | undefined,
): FoundDate[] => {
  // only a year that is written carries on: one that was inferred may be wrong
  let last = earlier && WITH_YEAR.test(earlier.written) ? earlier.date : undefined;
  return found.map((one, i) => {
    const said = OF_THAT_YEAR.test(letters.slice(one.end, one.end + 24)) ? last?.edtf.slice(0, 4) : undefined;
    const year = lacksYear(letters, one)
      ? (said ?? yearBehind(letters, one, found[i + 1]) ?? yearBefore(one, last))
      : undefined;
    const date = year === undefined ? one.date : inYear(one.date, year);
    const kept = latestDay !== undefined && date.edtf.replace('~', '') > latestDay ? one.date : date;
    if (kept !== one.date || WITH_YEAR.test(letters.slice(one.start, one.end))) last = kept;
    return { ...one, date: kept };
  });
};

const SINCE = gated(
  new RegExp(
    `\\b(?:(?:just|only|about|around|nearly|almost|some|more than|over|less than) )?(?<count>${SMALL_NUMBER}) (?<unit>day|night|week|fortnight|month)s? (?<way>later|after (?:that|this|then)(?=[,.;]| )|earlier|afterwards?|thereafter|prior|beforehand|before(?=[.,;]|$))`,
    'g',
  ),
);
const SOON = gated(
  /\b(?:soon after(?:wards?)?|shortly after(?:wards?)?|shortly thereafter|around the same time|at about the same time)(?=,)/g,
);
const NEXT_DAY = gated(/\b(?:the )?(?:next|following) (?:day|morning|evening)\b/g);
const DAY_BEFORE = gated(
  /\b(?:the (?:previous day|day before|night before|evening before)|the preceding day)\b(?! (?:the|it|its|they|we|he|she))/g,
);
const NEXT_WEEK = gated(/\bthe following (?<unit>week|month)\b/g);
const SAME_DAY = gated(
  /\b(?:(?:later |earlier )?that (?:same )?(?:day|night|evening|morning|afternoon)|(?:on )?the same day)\b/g,
);

const shifted = (
  reference: number,
  { count = '', unit = '', way = '' }: Readonly<Record<string, string>>,
): EventDate => {
  const sign = /^(?:later|after|thereafter)/.test(way) ? 1 : -1;
  const n = smallNumber(count);
  if (unit === 'month') return { edtf: `${monthBefore(reference, -sign * n)}~`, precision: 'about' };
  const day = reference + sign * n * (UNIT_DAYS[unit] ?? 1);
  return (unit === 'day' || unit === 'night') && !isVague(count) ? exactDay(day) : aboutDay(day);
};

/**
 * Dates told from another: "three days earlier", "a week later", "the same day", "soon after, …". They count from the
 * date before them in the sentence, else from `earlier`, the last date of the sentences just before.
 */
export const toldFromOthers = (
  letters: string,
  found: readonly FoundDate[],
  earlier: EarlierDate | undefined,
): FoundDate[] => {
  const referenceAt = (start: number): EventDate | undefined => {
    const date = found.findLast(one => one.end <= start)?.date ?? earlier?.date;
    return date === undefined || date.precision === 'year' ? undefined : date;
  };
  const read = (pattern: Gated, give: (reference: number, groups: Readonly<Record<string, string>>) => EventDate) =>
    pattern.all(letters).flatMap((match): FoundDate[] => {
      const reference = referenceAt(match.index);
      const inMonths = match.groups?.['unit'] === 'month';
      const day = reference && (reference.edtf.length >= 10 || inMonths) ? dayNumberOf(reference) : undefined;
      return day === undefined
        ? []
        : [{ start: match.index, end: match.index + match[0].length, date: give(day, match.groups ?? {}) }];
    });
  return [
    ...read(SINCE, shifted),
    ...read(SOON, reference => aboutDay(reference + 1)),
    ...read(NEXT_DAY, reference => exactDay(reference + 1)),
    ...read(DAY_BEFORE, reference => exactDay(reference - 1)),
    ...read(NEXT_WEEK, (reference, { unit = '' }) => shifted(reference, { count: 'a', unit, way: 'later' })),
    ...read(SAME_DAY, reference => ({ edtf: formatDay(reference), precision: 'day' })),
  ];
};
