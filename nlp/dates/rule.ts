import type { EventDate } from '#domain/claim.ts';
import type { Gated } from '../gate/index.ts';
import { type DayNumber, formatDay } from './calendar.ts';

/** Where a date is read: the day against which it is resolved, and the words on both sides (plain, in order). */
export interface DateContext {
  readonly anchor: DayNumber | undefined;
  /** Up to 40 units before the match. */
  readonly before: string;
  /** Up to 40 units after the match. */
  readonly after: string;
  /** The match as written, with its capitals. */
  readonly written: string;
}

/** One way to write a date. `pattern` is linear, over plain text; `read` gives nothing where it is no date. */
export interface DateRule {
  readonly pattern: Gated;
  read(groups: Readonly<Record<string, string | undefined>>, context: DateContext): EventDate | undefined;
}

export const exactDay = (day: DayNumber): EventDate => ({ edtf: formatDay(day), precision: 'day' });
export const aboutDay = (day: DayNumber): EventDate => ({ edtf: `${formatDay(day)}~`, precision: 'about' });
export const wholeMonth = (month: string): EventDate => ({ edtf: month, precision: 'month' });
export const wholeYear = (year: number): EventDate => ({ edtf: String(year), precision: 'year' });

const AHEAD =
  /\b(?:until|till|by|next|expect(?:s|ed|ing)?|will|due|scheduled|later|coming|forecast|before|deadline|upcoming|set for)\b/;

/** Whether the words before a date put it ahead of the day of publication. */
export const looksAhead = (context: DateContext): boolean => AHEAD.test(context.before);
