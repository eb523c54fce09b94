import { datesIn } from './dates.ts';
import { plain } from './scope/plain.ts';
import { tokensOf } from './tokens.ts';

/** The UTF-16 length beyond which a date no longer belongs to the label of the note. */
const LABEL_END = 45;
/** How long after publication articles are still updated: a day without a year is looked for up to then. */
const UPDATED_WITHIN_DAYS = 120;

const later = (day: string): string =>
  new Date(Date.parse(day) + UPDATED_WITHIN_DAYS * 864e5).toISOString().slice(0, 10);

/**
 * The UTC day that the label of an update note names ("Update 13 May:", "[Updated May 14, 2025]").
 * @param label the first words of the note
 * @param publishedDay `YYYY-MM-DD`, gives the year where the label has none
 */
export const dayOfNote = (label: string, publishedDay: string | undefined): string | undefined => {
  const block = { kind: 'update-note' as const, start: 0, end: label.length };
  const tokens = tokensOf(label, 0, label.length);
  const letters = plain(label);
  const sentence = { index: 0, start: 0, end: label.length, text: label, letters, tokens, block, blockIndex: 0 };
  const anchor = publishedDay === undefined ? undefined : later(publishedDay);
  const dated = datesIn(sentence, anchor).find(
    ({ date, start, end }) => date.precision === 'day' && start < LABEL_END && /\d/.test(label.slice(start, end)),
  );
  return dated?.date.edtf.slice(0, 10);
};
