/** A day as the count of days since 1970-01-01, UTC. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;

/** The day number of a date of the Gregorian calendar; `undefined` where there is no such day (31 April). */
export const dayOf = (year: number, month: number, day: number): DayNumber | undefined => {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? time / MS_PER_DAY
    : undefined;
};

/** The day number of `YYYY-MM-DD…`; `undefined` where the text does not begin with a day that exists. */
export const parseDay = (iso: string): DayNumber | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};

/** `YYYY-MM-DD`. */
export const formatDay = (day: DayNumber): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** 0 Monday … 6 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** The last such weekday on or before a day. */
export const weekdayBack = (day: DayNumber, weekday: number): DayNumber => day - ((weekdayOf(day) - weekday + 7) % 7);

/** The next such weekday on or after a day. */
export const weekdayAhead = (day: DayNumber, weekday: number): DayNumber => day + ((weekday - weekdayOf(day) + 7) % 7);

export const yearOf = (day: DayNumber): number => Number(formatDay(day).slice(0, 4));
export const monthOf = (day: DayNumber): number => Number(formatDay(day).slice(5, 7));

/** `YYYY-MM` of the month that lies `back` months before the day's. */
export const monthBefore = (day: DayNumber, back: number): string => {
  const months = yearOf(day) * 12 + monthOf(day) - 1 - back;
  return formatMonth(Math.floor(months / 12), (months % 12) + 1);
};

/** `YYYY-MM`. */
export const formatMonth = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
export const easterSunday = (year: number): DayNumber => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / MS_PER_DAY;
};

/** The n-th (from 1) such weekday of a month, or the last one (`-1`). */
export const nthWeekday = (year: number, month: number, weekday: number, nth: number): DayNumber => {
  if (nth > 0) return weekdayAhead(Date.UTC(year, month - 1, 1) / MS_PER_DAY, weekday) + 7 * (nth - 1);
  return weekdayBack(Date.UTC(year, month, 0) / MS_PER_DAY, weekday);
};
