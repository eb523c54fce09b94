import { ABSOLUTE_RULES } from './dates/absolute.ts';
import { parseDay } from './dates/calendar.ts';
import { type EarlierDate, type FoundDate, toldFromOthers, withYears } from './dates/carried.ts';
import { countedFromEvents } from './dates/counted.ts';
import { FEAST_RULES } from './dates/feasts.ts';
import { RELATIVE_RULES } from './dates/relative.ts';
import type { DateRule } from './dates/rule.ts';
import { among } from './gate/index.ts';
import type { DateMention, Sentence } from './types.ts';

/** The rules that a sentence may hold a date of. */
const rulesIn = among<DateRule>([...ABSOLUTE_RULES, ...FEAST_RULES, ...RELATIVE_RULES], ({ pattern }) => pattern);
const AROUND = 40;

const findAll = (rule: DateRule, letters: string, written: string, anchor: number | undefined): FoundDate[] =>
  rule.pattern.all(letters).flatMap(match => {
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    const end = match.index + match[0].length;
    const date = rule.read(match.groups ?? {}, {
      anchor,
      before: letters.slice(Math.max(0, start - AROUND), start),
      after: letters.slice(end, end + AROUND),
      written: written.slice(start, end),
    });
    return date === undefined ? [] : [{ start, end, date }];
  });

/** Of overlapping readings the longest stays, of equally long ones the first. */
const longest = (found: readonly FoundDate[], length: number): FoundDate[] => {
  if (found.length < 2) return [...found];
  const taken = new Uint8Array(length + 1);
  const kept: FoundDate[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken[one.start] || taken[one.end - 1]) continue;
    taken.fill(1, one.start, one.end);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
};

/**
 * The dates that a sentence states, in order, with document offsets. Relative ones ("last Tuesday", "in April") are
 * resolved against `anchorDay` (`YYYY-MM-DD`, the day of publication or of the update note), and left out without it.
 * A range gives its first day. Dates told vaguely carry EDTF's `~`. `earlier` is the last date of the sentences just
 * before: what lacks its year or is told from another date ("a week later") goes on from it.
 */
export const datesIn = (sentence: Sentence, anchorDay?: string, earlier?: EarlierDate): readonly DateMention[] => {
  const letters = sentence.letters;
  const anchor = anchorDay === undefined ? undefined : parseDay(anchorDay);
  const found = rulesIn(letters).flatMap(rule => findAll(rule, letters, sentence.text, anchor));
  const plainly = withYears(letters, longest(found, letters.length), earlier, anchorDay);
  const all = longest(
    [...plainly, ...toldFromOthers(letters, plainly, earlier), ...countedFromEvents(letters, plainly, anchor)],
    letters.length,
  );
  return all.map(({ start, end, date }) => ({
    date,
    start: sentence.start + start,
    end: sentence.start + end,
  }));
};
