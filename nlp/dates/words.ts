import { SMALL_NUMBERS } from '../numbers/small-numbers.ts';

/** Alternatives for the months; their position by `monthNumber`. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Alternatives for the days of the week. */
export const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
export const LONG_WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
/** A small count in digits or words, read by `smallNumber`. */
export const SMALL_NUMBER =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple(?: of)?|some)';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  ...SMALL_NUMBERS,
  several: 3,
  some: 3,
  'a few': 3,
  'a couple': 2,
  'a couple of': 2,
};

/** 1 to 12, from a word that `MONTH` matched. */
export const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
/** 0 Monday … 6 Sunday, from a word that `WEEKDAY` matched. */
export const weekdayNumber = (word: string): number => WEEKDAYS.indexOf(word.slice(0, 3));
/** The count that `SMALL_NUMBER` matched. */
export const smallNumber = (word: string): number => COUNTS[word] ?? Number(word);
/** Whether a count was given vaguely ("a few"). */
export const isVague = (word: string): boolean => /^(?:several|some|a few|a couple)/.test(word);
