import type { EventDate } from '#domain/claim.ts';
import { gated } from '../gate/index.ts';
import { dayOf, formatMonth, monthOf, weekdayOf, yearOf } from './calendar.ts';
import { aboutDay, type DateContext, type DateRule, exactDay, looksAhead, wholeMonth, wholeYear } from './rule.ts';
import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from './words.ts';

const YEAR = '(?:19[89]\\d|20[0-4]\\d)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const NTH = '(?:st|nd|rd|th)?';
const ON_WEEKDAY = `(?:\\b${WEEKDAY}\\.?,? )?`;
const HALF_A_YEAR = 183;
const NOT_A_FIGURE = '(?!\\d|[,.]\\d|%|:\\d)';

/** A month and day without year: the nearest one not after publication, unless the words look ahead. */
const yearFor = (month: number, day: number, context: DateContext): number | undefined => {
  if (context.anchor === undefined) return undefined;
  const year = yearOf(context.anchor);
  const candidate = dayOf(year, month, day);
  if (candidate === undefined) return year;
  const distance = candidate - context.anchor;
  const ahead = looksAhead(context);
  if (distance > 1 && !ahead) return year - 1;
  if (distance > 200) return year - 1;
  return ahead && distance < -200 ? year + 1 : year;
};

const NAMED_WEEKDAY = new RegExp(`^(?<weekday>${WEEKDAY})\\b`, 'i');

/** "Saturday 29 October" without year: of the years around publication that on which it was a Saturday, if it is near. */
const yearByWeekday = (month: number, day: number, { anchor, written }: DateContext): number | undefined => {
  const weekday = NAMED_WEEKDAY.exec(written)?.groups?.['weekday']?.toLowerCase();
  if (weekday === undefined || anchor === undefined) return undefined;
  const year = yearOf(anchor);
  return [year, year - 1, year + 1].find(candidate => {
    const found = dayOf(candidate, month, day);
    return found !== undefined && weekdayOf(found) === weekdayNumber(weekday) && Math.abs(found - anchor) < HALF_A_YEAR;
  });
};

const onDay = (year: string | undefined, month: string, day: string, context: DateContext): EventDate | undefined => {
  const monthIndex = monthNumber(month);
  const byWeekday = year === undefined ? yearByWeekday(monthIndex, Number(day), context) : undefined;
  const inYear = byWeekday ?? (year === undefined ? yearFor(monthIndex, Number(day), context) : Number(year));
  const found = inYear === undefined ? undefined : dayOf(inYear, monthIndex, Number(day));
  return found === undefined ? undefined : exactDay(found);
};

const PART_DAY: Readonly<Record<string, number>> = {
  early: 5,
  beginning: 3,
  start: 3,
  mid: 15,
  middle: 15,
  late: 25,
  end: 28,
};
const MONTH_LEADS =
  /\b(?:in|since|until|till|by|from|during|of|before|after|around|through|throughout|an?|the|this|that|last|next|and|or|to|its|their|as early as|back in)(?: (?:both|either))? $/;

/** A bare month is one only with its capital and after a word that leads to one ("in May", "an April attack"). */
const inMonth = (word: string, context: DateContext): EventDate | undefined => {
  if (context.anchor === undefined || !/^[A-Z]/.test(context.written) || !MONTH_LEADS.test(context.before))
    return undefined;
  const month = monthNumber(word);
  const now = monthOf(context.anchor);
  const year = yearOf(context.anchor);
  const ahead = looksAhead(context) || /\bnext $/.test(context.before);
  if (month > now && !ahead) return wholeMonth(formatMonth(year - 1, month));
  return wholeMonth(formatMonth(ahead && now - month > 6 ? year + 1 : year, month));
};

const partOf = (part: string, month: string, year: string | undefined, context: DateContext): EventDate | undefined => {
  const day = PART_DAY[part.replace(/^the /, '')] ?? 15;
  const inYear = year === undefined ? yearFor(monthNumber(month), day, context) : Number(year);
  const found = inYear === undefined ? undefined : dayOf(inYear, monthNumber(month), day);
  return found === undefined ? undefined : aboutDay(found);
};

const WEEK_DAY: Readonly<Record<string, number>> = {
  first: 4,
  opening: 4,
  second: 11,
  third: 18,
  final: 28,
  last: 28,
  closing: 28,
};

/** "The final week of 2021", "the first week of May". */
const weekOf = (
  which: string,
  month: string | undefined,
  year: string | undefined,
  context: DateContext,
): EventDate | undefined => {
  const late = /^(?:final|last|closing)$/.test(which);
  if (month === undefined && (year === undefined || !/^(?:final|last|closing|first|opening)$/.test(which)))
    return undefined;
  const monthIndex = month === undefined ? (late ? 12 : 1) : monthNumber(month);
  const day = WEEK_DAY[which] ?? 15;
  const inYear = year === undefined ? yearFor(monthIndex, day, context) : Number(year);
  const found = inYear === undefined ? undefined : dayOf(inYear, monthIndex, day);
  return found === undefined ? undefined : aboutDay(found);
};

const QUARTERS: Readonly<Record<string, number>> = {
  '1': 1,
  '2': 4,
  '3': 7,
  '4': 10,
  first: 1,
  second: 4,
  third: 7,
  fourth: 10,
};

const YEAR_LEADS =
  /\b(?:in|since|during|of|from|early|late|mid|by|until|back in|as early as|before|after|between|and|an?|the|its|their|that|similar)[ -]$/;
const YEAR_FOLLOWS =
  /^ (?:data |cyber ?|cyber-|security |ransomware |malware |credit card |card |payment )?(?:breach|attack|hack|incident|intrusion|theft|leak|disclosure)/;
const NOT_A_YEAR =
  /\b(?:fiscal|fy|financial year|fiscal year|for|model|over|than|about|around|version|windows|server|office|top|of the) ?$/;

/** Dates that name their month or year. */
export const ABSOLUTE_RULES: readonly DateRule[] = [
  {
    pattern: gated(new RegExp(`\\b(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>${DAY})(?!\\d)`, 'g')),
    read: ({ year, month, day }) => {
      const found = dayOf(Number(year), Number(month), Number(day));
      return found === undefined ? undefined : exactDay(found);
    },
  },
  {
    pattern: gated(/\b(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>(?:19|20)\d\d)\b/g),
    read: ({ first, second, year }) => {
      const [a, b] = [Number(first), Number(second)];
      if (a <= 12 && b <= 12 && a !== b) return undefined;
      const found = a > 12 ? dayOf(Number(year), b, a) : dayOf(Number(year), a, b);
      return found === undefined ? undefined : exactDay(found);
    },
  },
  {
    pattern: gated(
      new RegExp(
        `${ON_WEEKDAY}\\b(?:the )?(?<day>${DAY})${NTH}(?: ?(?:-|and|to) ?${DAY}${NTH})?(?: of)? (?<month>${MONTH})\\b\\.?(?:,? (?<year>${YEAR})\\b)?`,
        'g',
      ),
    ),
    read: ({ year, month = '', day = '' }, context) => onDay(year, month, day, context),
  },
  {
    pattern: gated(
      new RegExp(
        `${ON_WEEKDAY}\\b(?<month>${MONTH})\\.? (?:the )?(?<day>${DAY})${NTH}(?: ?(?:-|and|to) ?${DAY}${NTH}${NOT_A_FIGURE})?${NOT_A_FIGURE}(?:,? (?<year>${YEAR})\\b)?`,
        'g',
      ),
    ),
    read: ({ year, month = '', day = '' }, context) => onDay(year, month, day, context),
  },
  {
    pattern: gated(
      new RegExp(
        `\\b(?<part>early|mid|late|(?:the )?(?:beginning|start|middle|end))(?:[ -]| of |-to-late )(?<month>${MONTH})\\b\\.?(?:,? (?:of )?(?<year>${YEAR})\\b)?`,
        'g',
      ),
    ),
    read: ({ part = '', month = '', year }, context) => partOf(part, month, year, context),
  },
  {
    pattern: gated(
      new RegExp(
        `\\b(?:the )?(?<which>final|last|closing|first|opening|second|third) (?:week|days|few days|weeks) (?:of|in) (?:(?<month>${MONTH})\\b\\.?,? ?)?(?<year>${YEAR})?\\b`,
        'g',
      ),
    ),
    read: ({ which = '', month, year }, context) => weekOf(which, month, year, context),
  },
  {
    pattern: gated(new RegExp(`\\b(?<month>${MONTH})\\.?,? (?:of )?(?<year>${YEAR})\\b`, 'g')),
    read: ({ month = '', year }) => wholeMonth(formatMonth(Number(year), monthNumber(month))),
  },
  {
    pattern: gated(
      new RegExp(
        `\\b(?:q(?<digit>[1-4])|(?:the )?(?<word>first|second|third|fourth) quarter)(?:(?: of|,)? (?:fiscal )?(?<year>${YEAR})\\b)?`,
        'g',
      ),
    ),
    read: ({ digit, word, year }, { anchor }) => {
      const inYear = year === undefined ? (anchor === undefined ? undefined : yearOf(anchor)) : Number(year);
      const month = QUARTERS[digit ?? word ?? ''];
      const middle = inYear === undefined || month === undefined ? undefined : dayOf(inYear, month + 1, 15);
      return middle === undefined ? undefined : aboutDay(middle);
    },
  },
  {
    pattern: gated(new RegExp(`\\b(?<month>${MONTH})\\b`, 'g')),
    read: ({ month = '' }, context) => inMonth(month, context),
  },
  {
    pattern: gated(new RegExp(`(?<![\\d.,/$£€#-])\\b(?<year>${YEAR})\\b(?![/%-]|[.,]\\d|\\d)`, 'g')),
    read: ({ year }, { before, after }) =>
      NOT_A_YEAR.test(before) || !(YEAR_LEADS.test(before) || YEAR_FOLLOWS.test(after))
        ? undefined
        : wholeYear(Number(year)),
  },
];
