import type { EventDate } from '#domain/claim.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });
const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/**
 * A date for people, in UTC and as precise as it is given: `2025` → 2025, `2025-04` → April 2025,
 * `2025-04-22` and `2025-04-22T10:00:00Z` → 22 April 2025. EDTF marks (`~`) are not said. Other text stays as it is.
 */
export const dateWords = (date: string): string => {
  const [found, year, month, day] = ISO.exec(date) ?? [];
  if (found === undefined || year === undefined) return date;
  if (month === undefined) return year;
  const moment = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  return (day === undefined ? MONTH : DAY).format(moment);
};

/** The weekday of a date that has a day, else undefined. */
export const weekday = (date: string): string | undefined => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  const moment = new Date(`${day}T00:00:00Z`);
  return day === undefined || Number.isNaN(moment.getTime()) ? undefined : WEEKDAY.format(moment);
};

/** An event's date with its precision: "on 22 April 2025", "about 19 April 2025", "in April 2025", "in 2025". */
export const eventDateWords = ({ edtf, precision }: EventDate): string => {
  const words = dateWords(edtf);
  if (precision === 'about') return `about ${words}`;
  return /^\d{4}-\d{2}-\d{2}/.test(edtf) ? `on ${words}` : `in ${words}`;
};

/** An EDTF date with its mark of approximation in words: `2025-04-19~` → about 19 April 2025. */
export const edtfWords = (edtf: string): string => (/[~%]$/.test(edtf) ? `about ${dateWords(edtf)}` : dateWords(edtf));

/** The value of a `datetime` attribute: without EDTF's marks. */
export const machineDate = (date: string): string => date.replace(/[~?%]+$/, '');
