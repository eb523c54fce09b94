import { gated } from '../gate/index.ts';
import { type DayNumber, monthBefore, parseDay } from './calendar.ts';
import type { FoundDate } from './carried.ts';
import { aboutDay, exactDay } from './rule.ts';
import { isVague, SMALL_NUMBER, smallNumber } from './words.ts';

const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };
/** What befell a firm, or its telling: from these a story counts its days. */
const EVENT =
  '(?:attacks?|cyber ?-?attacks?|breach\\w*|hack\\w*|incident|intrusion|hit|struck|outage|shutdown|knocked|ransomware|detect\\w+|discover\\w+|disclos\\w+|announc\\w+|reveal\\w+|admitt\\w+|confirm\\w+|took down|went down|suffer\\w+|first reported)';
const AFTER_EVENT = gated(
  new RegExp(
    `\\b(?:(?:more than|over|about|around|nearly|almost|just|just over|roughly|approximately|some) )?(?<count>${SMALL_NUMBER}) (?<unit>day|week|fortnight|month)s? (?<way>after|before|since|following) (?=(?:[\\w'-]+ ){0,6}${EVENT}\\b)`,
    'g',
  ),
);
/** The story stands where it is told: "is still recovering two weeks after the attack". */
const STILL = /\b(?:is|are|remains?|still|continues?|has|have|says|shows|struggl\w+)\b/;
/** "Discovered it on 3 June, one day after …". */
const BESIDE = /^,? ?(?:just |only )?$/;

/**
 * The day of an event from which another is counted: "discovered on 3 June, one day after its network was breached"
 * gives 2 June for the breach; "is still recovering two weeks after the attack" counts back from `anchor`, the day of
 * publication.
 */
export const countedFromEvents = (
  letters: string,
  found: readonly FoundDate[],
  anchor: DayNumber | undefined,
): FoundDate[] =>
  AFTER_EVENT.all(letters).flatMap((match): FoundDate[] => {
    const { count = '', unit = '', way = '' } = match.groups ?? {};
    const beside = found.findLast(one => one.end <= match.index);
    const told =
      beside !== undefined && BESIDE.test(letters.slice(beside.end, match.index)) && beside.date.edtf.length >= 10
        ? parseDay(beside.date.edtf)
        : undefined;
    const from = told ?? (found.length === 0 && way !== 'before' && STILL.test(letters) ? anchor : undefined);
    if (from === undefined) return [];
    const n = smallNumber(count) * (way === 'before' ? -1 : 1);
    const place = { start: match.index, end: match.index + match[0].trimEnd().length };
    if (unit === 'month') return [{ ...place, date: { edtf: `${monthBefore(from, n)}~`, precision: 'about' } }];
    const day = from - n * (UNIT_DAYS[unit] ?? 1);
    const exact = unit === 'day' && told !== undefined && beside?.date.precision === 'day' && !isVague(count);
    return [{ ...place, date: exact ? exactDay(day) : aboutDay(day) }];
  });
