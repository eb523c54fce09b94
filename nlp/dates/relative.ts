import { gated } from '../gate/index.ts';
import { monthBefore, monthOf, parseDay, weekdayAhead, weekdayBack, yearOf } from './calendar.ts';
import { aboutDay, type DateContext, type DateRule, exactDay, wholeMonth, wholeYear } from './rule.ts';
import { isVague, LONG_WEEKDAY, SMALL_NUMBER, smallNumber, weekdayNumber } from './words.ts';

/** "Until Sunday" may be over or not: only with a word of the future it is still to come. */
const AHEAD_OF_WEEKDAY =
  /\b(?:by|next|coming|due|will)(?: \S{1,14}){0,2} $|\b(?:will|expect\w*|likely|due)\b.{0,40}\b(?:until|till|before) $/;
const AHEAD_OF_SPAN =
  /\b(?:expect\w*|set to|due to|will|hop(?:es?|ing)|plan\w*|should|aim\w*|anticipat\w*|likely|scheduled)\b/;
/** "To ease this weekend", "fuller from this weekend", not "had to close this weekend". */
const AHEAD_OF_WEEKEND =
  /(?:(?<!\b(?:had|forced|needed|managed|unable|failed) )\bto \w+(?: \w+)?|\b(?:from|by|before|until)) $/;
/** "By Monday, all tills had been restored": what follows is told as past. */
const PAST =
  /^(?: (?:morning|afternoon|evening|night)| and \w+day)?,? (?!(?:[^.;]{0,40}\b)?(?:will|expects?|hopes?|should|plans?|aims?)\b)[^.;]{0,40}\b(?:was|were|had|took|went|came|began|\w{3,}ed)\b/;
/** "Restored by Monday". */
const DONE_BEFORE = /\b(?:restored|reopened|resumed|back|were|was|had \w+)(?: \w+){0,2} by $/;
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

const back = (count: string, unit: string, { anchor }: DateContext) => {
  if (anchor === undefined) return undefined;
  const n = smallNumber(count);
  if (unit === 'year') return wholeYear(yearOf(anchor) - n);
  if (unit === 'month') return { edtf: `${monthBefore(anchor, n)}~`, precision: 'about' } as const;
  const day = anchor - n * (UNIT_DAYS[unit] ?? 1);
  return unit === 'day' && !isVague(count) && n <= 6 ? exactDay(day) : aboutDay(day);
};

/** Dates told from the day of publication. */
export const RELATIVE_RULES: readonly DateRule[] = [
  {
    pattern: gated(
      /\b(?<word>today|tonight|yesterday|tomorrow|(?:earlier )?this (?:morning|afternoon|evening)|last night)\b/g,
    ),
    read: ({ word }, { anchor, after }) => {
      if (anchor === undefined || (/^'s\b/.test(after) && word !== 'yesterday')) return undefined;
      const shift = word === 'tomorrow' ? 1 : word === 'yesterday' || word === 'last night' ? -1 : 0;
      return exactDay(anchor + shift);
    },
  },
  {
    pattern: gated(
      new RegExp(
        `\\b(?<weekday>${LONG_WEEKDAY}) (?:of )?last week\\b|\\blast week(?:,| on|'s) (?<late>${LONG_WEEKDAY})\\b`,
        'g',
      ),
    ),
    read: ({ weekday, late }, { anchor }) =>
      anchor === undefined ? undefined : exactDay(weekdayBack(anchor, 0) - 7 + weekdayNumber(weekday ?? late ?? '')),
  },
  {
    pattern: gated(
      new RegExp(`\\b(?:(?<which>last|this|this past|past|next|coming) )?(?<weekday>${LONG_WEEKDAY})\\b(?!s)`, 'g'),
    ),
    read: ({ which, weekday = '' }, context) => {
      const { anchor, before } = context;
      if (anchor === undefined || /\b(?:black|cyber|good|easter|every|each|super|patch) $/.test(before))
        return undefined;
      const wanted = weekdayNumber(weekday);
      if (which === 'next' || which === 'coming') return exactDay(weekdayAhead(anchor + 1, wanted));
      const over = /\bby $/.test(before) && (PAST.test(context.after) || DONE_BEFORE.test(before));
      if (which === undefined && AHEAD_OF_WEEKDAY.test(before) && !over) return exactDay(weekdayAhead(anchor, wanted));
      return exactDay(weekdayBack(which === 'last' ? anchor - 1 : anchor, wanted));
    },
  },
  {
    pattern: gated(/\b(?<which>(?:earlier|later) (?:this|in the|that)|this|last|next) week\b(?!end)/g),
    read: ({ which = '' }, { anchor, before }) => {
      if (anchor === undefined) return undefined;
      if (which === 'last') return aboutDay(anchor - 7);
      if (which === 'next') return aboutDay(weekdayBack(anchor, 0) + 7);
      if (which.startsWith('later')) return aboutDay(anchor);
      return /\bby $|\buntil $/.test(before) ? aboutDay(anchor) : aboutDay(weekdayBack(anchor, 0));
    },
  },
  {
    pattern: gated(/\b(?:over|at|during|on)? ?(?<which>the|this|last|that|next|the coming) (?:past |last )?weekend\b/g),
    read: ({ which }, { anchor, before }) => {
      if (anchor === undefined) return undefined;
      const ahead = /next|coming/.test(which ?? '');
      const toCome = ahead || (which === 'this' && (AHEAD_OF_WEEKEND.test(before) || AHEAD_OF_SPAN.test(before)));
      return aboutDay(toCome ? weekdayAhead(anchor, 5) : weekdayBack(anchor, 5));
    },
  },
  {
    pattern: gated(
      /\ba weekend (?=(?:[a-z-]+ ){0,2}(?:attack|cyber ?-?attack|breach|hack|outage|incident|intrusion|shutdown)\b)/g,
    ),
    read: (_, { anchor }) => (anchor === undefined ? undefined : aboutDay(weekdayBack(anchor, 5))),
  },
  {
    pattern: gated(
      /\b(?:in recent days|(?:in|over) the (?:past|last) (?:few|couple of|several) days|(?:just )?days ago)\b/g,
    ),
    read: (_, { anchor }) => (anchor === undefined ? undefined : aboutDay(anchor - 3)),
  },
  {
    // still to come: "set to resume in a few days", "complete in the coming weeks"
    pattern: gated(
      /\b(?:in|within|over) (?:the (?:coming|next (?:few|couple of))|a (?:few|couple of)|a matter of|coming) (?<unit>days|weeks)\b/g,
    ),
    read: ({ unit }, { anchor, before }) =>
      anchor === undefined || !AHEAD_OF_SPAN.test(before) ? undefined : aboutDay(anchor + (unit === 'days' ? 3 : 14)),
  },
  {
    pattern: gated(/\b(?:before|by|until|towards?) (?:the )?end of (?:the|this) (?<unit>week|month|year)\b/g),
    read: ({ unit }, { anchor, after }) => {
      if (anchor === undefined) return undefined;
      // told in January as past: the year that has ended
      if (unit === 'year' && PAST.test(after) && monthOf(anchor) <= 3)
        return aboutDay((parseDay(`${yearOf(anchor)}-01-01`) ?? anchor) - 1);
      if (unit === 'week') return aboutDay(weekdayAhead(anchor, 6));
      const next = unit === 'year' ? `${yearOf(anchor) + 1}-01-01` : `${monthBefore(anchor, -1)}-01`;
      return aboutDay((parseDay(next) ?? anchor) - 1);
    },
  },
  {
    pattern: gated(/\b(?<which>earlier this|later this|this|last|next) month\b/g),
    read: ({ which }, { anchor }) =>
      anchor === undefined
        ? undefined
        : wholeMonth(monthBefore(anchor, which === 'last' ? 1 : which === 'next' ? -1 : 0)),
  },
  {
    pattern: gated(/\b(?<which>earlier this|previously this|later this|this|last|next) year\b(?!'s)/g),
    read: ({ which }, { anchor, before }) =>
      anchor === undefined || /\b(?:fiscal|financial|full) $/.test(before)
        ? undefined
        : wholeYear(yearOf(anchor) + (which === 'last' ? -1 : which === 'next' ? 1 : 0)),
  },
  {
    pattern: gated(
      new RegExp(
        `\\b(?:(?:more than|over|about|around|nearly|almost|just over) )?(?<count>${SMALL_NUMBER}) (?<unit>day|week|fortnight|month|year)s? ago\\b`,
        'g',
      ),
    ),
    read: ({ count = '', unit = '' }, context) => back(count, unit, context),
  },
  {
    pattern: gated(/\b(?:(?<more>a year and a half)|half a year) ago\b/g),
    read: ({ more }, { anchor }) =>
      anchor === undefined
        ? undefined
        : { edtf: `${monthBefore(anchor, more === undefined ? 6 : 18)}~`, precision: 'about' },
  },
  {
    // "has been down for three days": the state began then.
    pattern: gated(
      new RegExp(
        `\\bfor (?:(?:more than|over|about|around|nearly|almost|at least) )?(?<count>${SMALL_NUMBER}) (?<unit>day|week)s?\\b(?! (?:to|after|before|until|later))`,
        'g',
      ),
    ),
    read: ({ count = '', unit = '' }, context) =>
      context.anchor !== undefined &&
      /\b(?:has|have|'s|'ve) (?:now )?(?:been|remained|stood|stayed)\b/.test(context.before)
        ? aboutDay(context.anchor - smallNumber(count) * (UNIT_DAYS[unit] ?? 1))
        : undefined,
  },
];
