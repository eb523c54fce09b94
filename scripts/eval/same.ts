import type { Fact, Field } from './labels.ts';
import { actorKey } from './names.ts';

const DAY_MS = 864e5;

const near = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || Math.abs(a - b) <= 0.02 * Math.max(Math.abs(a), Math.abs(b)));
const amount = (fact: Fact): number | undefined => fact.amount ?? fact.max ?? fact.min;

/** Days since 1970; the middle of a month or year where no day is given. */
const days = (date: string): number =>
  Date.parse(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date.slice(0, 10)) / DAY_MS;

/** The label's precision decides: its year, 16 days around a month or an "about", else one day. */
const sameDate = (gold: Fact, read: Fact): boolean => {
  if (gold.date === undefined || read.date === undefined) return false;
  if (gold.precision === 'year' || gold.date.length === 4) return gold.date.slice(0, 4) === read.date.slice(0, 4);
  const coarse = gold.precision === 'about' || gold.precision === 'month' || gold.date.length === 7;
  return Math.abs(days(gold.date) - days(read.date)) <= (coarse ? 16 : 1);
};

/** Per list: when a label and a fact that was read say the same thing. The rules of the scorer of the labelled articles. */
export const SAME: Readonly<Record<Field, (gold: Fact, read: Fact) => boolean>> = {
  attack: (gold, read) => gold.type === read.type,
  actors: (gold, read) => actorKey(gold.name ?? '') === actorKey(read.name ?? ''),
  data: (gold, read) => gold.type === read.type && gold.polarity === read.polarity,
  people: (gold, read) => near(gold.count, read.count) && gold.sense === read.sense,
  services: (gold, read) => gold.service === read.service && gold.state === read.state,
  money: (gold, read) =>
    gold.metric === read.metric &&
    (gold.percent === undefined
      ? near(amount(gold), amount(read)) && gold.currency === read.currency
      : near(gold.percent, read.percent)),
  responses: (gold, read) => gold.action === read.action,
  leak: (gold, read) => gold.state === read.state,
  legal: (gold, read) => gold.action === read.action,
  dates: (gold, read) => gold.what === read.what && sameDate(gold, read),
};

/** Suspects' descriptions and dates of anything else are not scored. */
export const isScored = (field: Field, fact: Fact): boolean =>
  field === 'actors' ? fact.role !== 'suspect-person' : field === 'dates' ? fact.what !== 'other' : true;

const month = (key: string): { year: number; month: number | undefined } | undefined => {
  const parts = /(\d{4})(?:-(\d{2}))?$/.exec(key);
  return parts ? { year: Number(parts[1]), month: parts[2] === undefined ? undefined : Number(parts[2]) } : undefined;
};

/** Whether two incident keys name the same time: within a month, by year where one of them has no month. */
export const sameMonth = (a: string, b: string): boolean => {
  const [x, y] = [month(a), month(b)];
  if (!x || !y) return false;
  if (x.month === undefined || y.month === undefined) return x.year === y.year;
  return Math.abs(x.year * 12 + x.month - y.year * 12 - y.month) <= 1;
};

const wordsOf = (quote: string | undefined): ReadonlySet<string> =>
  new Set((quote ?? '').toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? []);

/** Whether two quotes share a word or a number. */
export const quotesMeet = (a: string | undefined, b: string | undefined): boolean => {
  const words = wordsOf(a);
  return wordsOf(b)
    .values()
    .some(word => words.has(word));
};
