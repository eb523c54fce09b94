/** What a date in a feed or page says: an instant, a day, or a time of day whose zone is unknown. UTC ISO 8601. */
export type Moment =
  | { readonly kind: 'instant'; readonly iso: string }
  | { readonly kind: 'zoneless'; readonly iso: string; readonly day: string }
  | { readonly kind: 'day'; readonly day: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Minutes east of UTC of the zone names that feeds use. Names that mean several zones (IST) are left out unless
 * RFC 822 defines them. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  acst: 570,
  acdt: 630,
  awst: 480,
  nzst: 720,
  nzdt: 780,
};

const CLOCK = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s?(am|pm)?`;
const ZONE = String.raw`([a-z]{1,5}|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?)`;
const MONTH = String.raw`([a-z]{3,9})\.?`;
const WEEKDAY = String.raw`(?:[a-z]{2,9}\.?(?:,\s?|\s))?`;
const TIME = String.raw`(?:,?\s(?:at\s)?${CLOCK}(?:\s?${ZONE})?(?:\s?\([^)]{0,40}\))?)?`;

/** ISO 8601 with its separators or without, and the year-first forms with slashes or points. */
const ISO =
  /^(\d{4})(?:-?(\d{2})-?(\d{2})|[-/.](\d{1,2})[-/.](\d{1,2}))(?:[T\s]\s?(\d{1,2}):?(\d{2})(?::?(\d{1,2})(?:[.,](\d{1,9}))?)?\s?(am|pm)?\s?([a-z]{1,5}|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
/** `Tue, 22 Apr 2025 10:00:00 GMT` */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[\s-]${MONTH},?[\s-](\d{4}|\d{2})${TIME}$`,
  'i',
);
/** `April 22, 2025 at 10:00 am EDT` */
const MONTH_FIRST = new RegExp(String.raw`^${WEEKDAY}${MONTH}\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})${TIME}$`, 'i');
/** asctime: `Tue Apr 22 10:00:00 2025`, with or without a zone before the year. */
const YEAR_LAST = new RegExp(String.raw`^${WEEKDAY}${MONTH}\s(\d{1,2}),?\s${CLOCK}(?:\s${ZONE})?\s(\d{4})$`, 'i');

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | undefined;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly zone: string | undefined;
}

/**
 * Reads ISO 8601, RFC 822/2822 with the zone names in use, asctime and the usual written forms ("April 22, 2025").
 * Returns undefined for what is no date: never a guess, and never "now". All-digit forms that do not start with the year
 * are refused, because 04/05/2025 is two days.
 */
export const parseMoment = (input: string): Moment | undefined => {
  const text = input.replace(/\s+/g, ' ').trim();
  if (text.length > 80) return undefined;
  const parts = isoParts(text) ?? namedParts(text);
  return parts === undefined ? undefined : momentOf(parts);
};

const number = (digits: string | undefined): number => Number(digits ?? 0);
const monthOf = (name: string | undefined): number =>
  MONTHS.findIndex(month => (name ?? '').toLowerCase().startsWith(month)) + 1;

type Clock = readonly (string | undefined)[];

/** The parts of a time of day: hour, minute, second, fraction, half of the day, zone. */
const clockParts = ([hour, minute, second, fraction, half, zone]: Clock): Omit<Parts, 'year' | 'month' | 'day'> => ({
  hour: hourOf(hour, half),
  minute: number(minute),
  second: number(second),
  millisecond: number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
  zone: zone?.replace(/^(?:gmt|utc)(?=[+-])/i, ''),
});

const hourOf = (digits: string | undefined, half: string | undefined): number | undefined => {
  if (digits === undefined) return undefined;
  const hour = Number(digits);
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
};

const isoParts = (text: string): Parts | undefined => {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const month = number(match[2] ?? match[4]);
  const day = number(match[3] ?? match[5]);
  return { year: number(match[1]), month, day, ...clockParts(match.slice(6)) };
};

const namedParts = (text: string): Parts | undefined => {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day, month, year = '', ...clock] = dayFirst;
    return { year: fullYear(year), month: monthOf(month), day: number(day), ...clockParts(clock) };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    const [, month, day, year, ...clock] = monthFirst;
    return { year: number(year), month: monthOf(month), day: number(day), ...clockParts(clock) };
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return undefined;
  const [, month, day, ...clock] = yearLast;
  return { year: number(yearLast[9]), month: monthOf(month), day: number(day), ...clockParts(clock) };
};

/** Two digits as RFC 2822 section 4.3 reads them. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
};

/** Minutes east of UTC; undefined where the name is unknown. */
const zoneOffset = (zone: string): number | undefined => {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return ZONES[zone.toLowerCase()];
  const minutes = number(match[2]) * 60 + number(match[3]);
  return minutes > 14 * 60 ? undefined : match[1] === '-' ? -minutes : minutes;
};

const momentOf = (parts: Parts): Moment | undefined => {
  const { year, month, day, hour, minute, second, millisecond, zone } = parts;
  if (year < 1980 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1) return undefined;
  const dayText = midnight.toISOString().slice(0, 10);
  if (hour === undefined) return { kind: 'day', day: dayText };
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), millisecond);
  if (zone === undefined) return { kind: 'zoneless', iso: new Date(local).toISOString(), day: dayText };
  const offset = zoneOffset(zone);
  return offset === undefined ? undefined : { kind: 'instant', iso: new Date(local - offset * 60_000).toISOString() };
};

/** Latest time, in ms after `now`, that a publication may claim: clocks and zones err by up to a day. */
export const FUTURE_TOLERANCE_MS = 24 * 60 * 60 * 1000;
