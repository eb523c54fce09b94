import { gated } from '../gate/index.ts';
import { type DayNumber, dayOf, easterSunday, nthWeekday, yearOf } from './calendar.ts';
import { aboutDay, type DateRule, exactDay, looksAhead } from './rule.ts';

const MONDAY = 0;
const THURSDAY = 3;

interface Feast {
  readonly names: string;
  /** Its day in a year. */
  on(year: number): DayNumber | undefined;
  /** A stretch of days rather than one. */
  readonly loose?: boolean;
}

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day);
const thanksgiving = (year: number): DayNumber => nthWeekday(year, 11, THURSDAY, 4);

const FEASTS: readonly Feast[] = [
  { names: 'good friday', on: year => easterSunday(year) - 2 },
  { names: '(?:holy|easter) saturday', on: year => easterSunday(year) - 1 },
  { names: 'easter sunday', on: easterSunday },
  { names: 'easter monday|easter bank holiday', on: year => easterSunday(year) + 1 },
  { names: '(?:the )?easter(?: (?:bank holiday )?(?:weekend|break|holidays?|period))?', on: easterSunday, loose: true },
  { names: 'black friday', on: year => thanksgiving(year) + 1 },
  { names: 'cyber monday', on: year => thanksgiving(year) + 4 },
  { names: 'thanksgiving(?: day)?', on: thanksgiving },
  { names: 'christmas eve', on: fixed(12, 24) },
  { names: 'christmas day', on: fixed(12, 25) },
  { names: 'christmas', on: fixed(12, 25), loose: true },
  { names: 'boxing day', on: fixed(12, 26) },
  { names: "new year's eve", on: fixed(12, 31) },
  { names: "new year's day", on: fixed(1, 1) },
  { names: "valentine's day", on: fixed(2, 14) },
  { names: 'halloween', on: fixed(10, 31) },
  { names: 'independence day|the fourth of july', on: fixed(7, 4) },
  { names: 'labou?r day', on: year => nthWeekday(year, 9, MONDAY, 1) },
  { names: 'memorial day', on: year => nthWeekday(year, 5, MONDAY, -1) },
  { names: '(?:the )?(?:early may|may day) bank holiday', on: year => nthWeekday(year, 5, MONDAY, 1) },
  { names: '(?:the )?spring bank holiday', on: year => nthWeekday(year, 5, MONDAY, -1) },
  { names: '(?:the )?(?:august|summer) bank holiday', on: year => nthWeekday(year, 8, MONDAY, -1) },
];

/** Feasts and bank holidays (of England where several countries keep one of that name), the nearest in the past. */
export const FEAST_RULES: readonly DateRule[] = FEASTS.map(feast => ({
  pattern: gated(
    new RegExp(
      `\\b(?:${feast.names})(?: weekend)?(?:,? (?<year>(?:19|20)\\d\\d))?\\b(?! eggs?| bunny| sales?| shopping| city| products?| costumes?| stores?| season| errands?| trees?| gifts?| presents?| cards?| trading| rush| period| jumpers?)`,
      'g',
    ),
  ),
  read: ({ year }, context) => {
    if (year === undefined && context.anchor === undefined) return undefined;
    const now = context.anchor ?? 0;
    const given = year === undefined ? undefined : Number(year);
    const thisYear = feast.on(given ?? yearOf(now));
    const wanted =
      thisYear !== undefined && given === undefined && thisYear > now && !looksAhead(context)
        ? feast.on(yearOf(now) - 1)
        : thisYear;
    if (wanted === undefined) return undefined;
    return feast.loose ? aboutDay(wanted) : exactDay(wanted);
  },
}));
