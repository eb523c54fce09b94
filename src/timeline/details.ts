import type { Claim, EventDate, MoneyValue, PeopleValue } from '#domain/claim.ts';
import type { Qualifier } from '#domain/vocabulary.ts';

/** Shares of a figure by which it may be off: two figures whose bounds meet are one figure, differently rounded. */
const SLACK: Readonly<Record<'exact' | 'about', number>> = { exact: 0.01, about: 0.025 };
/** "More than a million" may be said of 1.9 million; of ten million nobody says so. */
const OPEN_END = 2;
const DAY = 86_400_000;
/** Days by which a stated day, and one that is told as "about", may be off. */
const DAYS = { day: 0.5, about: 7 } as const;

/**
 * What a claim says beyond its kind, as a stretch of numbers: its figure with the bounds within which it lies, or its
 * date in milliseconds since 1970.
 */
export interface Detail {
  /** Equal for claims that say the very same, whether or not they hedge the figure by "about". */
  readonly key: string;
  readonly low: number;
  readonly high: number;
  /** How far a more precise figure may be off for which this one is a rounding; infinite where the bounds say all. */
  readonly rounding: number;
  /** The greater, the more precise. */
  readonly precision: number;
  /** A range, a bound, a month: it goes with what lies within it. */
  readonly vague: boolean;
}

const POINT = 2;
const RANGE = 1;
const BOUND = 0;

/** Digits before the zeros at the end: 6.5 million is more precise than 7 million. At most 15. */
const digits = (figure: number): number => Math.abs(figure).toString().replace('.', '').replace(/0+$/, '').length;

/** The worth of the last digit that is not a zero at the end: 100,000 in 6.5 million. At least 1. */
const lastDigit = (figure: number): number => {
  let unit = 1;
  while (figure !== 0 && figure % (unit * 10) === 0) unit *= 10;
  return unit;
};

const BOUNDED = { vague: true, rounding: Number.POSITIVE_INFINITY } as const;

const ordered = (a: number, b: number): { readonly low: number; readonly high: number } => ({
  low: Math.min(a, b),
  high: Math.max(a, b),
});

const figureDetail = (figure: number, qualifier: Qualifier): Detail => {
  const fine = digits(figure) / 100;
  if (qualifier === 'at-least' || qualifier === 'up-to') {
    const other = qualifier === 'at-least' ? figure * OPEN_END : figure / OPEN_END;
    return { key: `${qualifier} ${figure}`, ...ordered(figure, other), ...BOUNDED, precision: BOUND + fine };
  }
  const slack = Math.abs(figure) * SLACK[qualifier];
  const rounding = qualifier === 'about' ? Number.POSITIVE_INFINITY : lastDigit(figure) / 2;
  return {
    key: `${figure}`,
    low: figure - slack,
    high: figure + slack,
    rounding,
    precision: POINT + fine,
    vague: false,
  };
};

const ofPeople = (value: PeopleValue): Detail => figureDetail(value.count, value.qualifier);

const ofMoney = ({ min, max, amount, percent, qualifier }: MoneyValue): Detail | undefined => {
  if (min !== undefined && max !== undefined)
    return { key: `${min} to ${max}`, ...ordered(min, max), ...BOUNDED, precision: RANGE };
  if (min !== undefined) return figureDetail(min, 'at-least');
  const figure = percent ?? amount;
  if (figure !== undefined) return figureDetail(figure, qualifier);
  return max === undefined ? undefined : figureDetail(max, 'up-to');
};

/** A date as a stretch of time; undefined where it is no EDTF date of a day, month or year. */
export const dateDetail = (date: EventDate): Detail | undefined => {
  const plain = date.edtf.replace(/[~?%]$/, '');
  const start = Date.parse(plain);
  if (Number.isNaN(start)) return undefined;
  const key = date.edtf;
  if (plain.length === 10) {
    const about = date.precision === 'about';
    const slack = DAYS[about ? 'about' : 'day'] * DAY;
    const rounding = Number.POSITIVE_INFINITY;
    return { key, low: start - slack, high: start + slack, rounding, precision: about ? 2 : 3, vague: false };
  }
  const [year = 0, month] = plain.split('-').map(Number);
  const end = month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, month);
  return { key, low: start, high: end - 1, ...BOUNDED, precision: month === undefined ? 0 : 1 };
};

/** The figure or, for a `date` claim, the date that a claim states; undefined for kinds that have neither. */
export const detailOf = (claim: Claim): Detail | undefined => {
  if (claim.kind === 'people') return ofPeople(claim.value);
  if (claim.kind === 'money') return ofMoney(claim.value);
  if (claim.kind === 'date') return dateDetail(claim.date);
  return undefined;
};

const middle = ({ low, high }: Detail): number => (low + high) / 2;
const holds = (range: Detail, figure: number): boolean => range.low <= figure && figure <= range.high;
const contains = (whole: Detail, part: Detail): boolean => whole.low <= part.low && part.high <= whole.high;

/**
 * Whether two details can be the same fact: figures that meet but for rounding, a figure within the other's range, a
 * range within a range, a day in its month.
 */
export const compatible = (a: Detail, b: Detail): boolean => {
  if (!a.vague && !b.vague) return a.low <= b.high && b.low <= a.high;
  if (!a.vague) return holds(b, middle(a));
  if (!b.vague) return holds(a, middle(b));
  return contains(a, b) || contains(b, a);
};

/**
 * Whether who says `other` can mean the figure or date `lead`: 6.5 million may stand for 6,512,345 but not for
 * 6,612,345, although the two are near enough to be one fact, told with a mistake.
 */
export const supports = (other: Detail, lead: Detail): boolean =>
  compatible(other, lead) && (lead.vague || other.vague || Math.abs(middle(other) - middle(lead)) <= other.rounding);

/** Whether two details exclude each other: no number lies within both. */
export const exclude = (a: Detail, b: Detail): boolean => a.high < b.low || b.high < a.low;
