import { plain } from '../scope/plain.ts';
import type { DateMention, Sentence } from '../types.ts';
import { INCIDENT_NOUN } from '../victims/relations.ts';

/** Reads the dates of a sentence. */
export type DatesIn = (sentence: Sentence) => readonly DateMention[];

const INCIDENT = new RegExp(
  `\\b(?:${INCIDENT_NOUN}|attacks?|incidents?|hacked|stolen|stole|attackers|hackers|threat actors|unauthori[sz]ed|compromised|targeted|hit)\\b`,
);
const DISCLOSED =
  /\b(?:disclos\w+|confirm\w+|reported|reveal\w+|announc\w+|admitted|told|became (?:public|known)|surfaced|publicly|notified|informed|news broke|came to light|downplayed|acknowledged)\b/;
const ATTACKED =
  /\b(?:attacks?|incidents?|breach(?:es|ed)?|hit|struck|began|beg[iu]n|started|occurred|took place|happened|suffered|hack(?:ed)?|cyber\S*|targeted|infected)\b/;
const LOOKING_BACK =
  /\b(?:profits?|half[- ]year|financial hit|results|earnings|sales|costs?|cost it|months? (?:after|ago|on)|earlier this year|last year|years? (?:after|ago)|arrest\w*|sentenc\w+|fined?|settle\w*|lawsuits?|suit|restor\w+|recover\w*|bounc\w+|resum\w+|resigns?|quits?|turnaround|lessons|anniversary|wake of|refus\w+|still dealing|weeks (?:after|on|later)|months later|plead\w*|jail\w*|chair(?:man)?)\b/;
const FRESH =
  /\b(?:discloses|confirms|admits|warns|is (?:notifying|warning|informing|investigating)|has (?:disclosed|confirmed|admitted|revealed|taken down)|takes? down|hit by|has suffered|says (?:hackers|data|customer)|under (?:cyber)?attack|suffers|stops|pauses|latest)\b/;
const OWN_TIME_AGO = /\b(\d+|two|three|four|five|six|seven|eight|nine|ten) years ago\b/;
const NUMBERS: Readonly<Record<string, number>> = {
  eleven: 11,
  twelve: 12,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
/** Sentences that set the time of a story: headline and lead. */
const HEAD = 6;
const FUTURE_DAYS = 2;
/** What an article that looks back says of the last days is not the attack. */
const LEAST_LOOK_BACK = 14;

/** `YYYY-MM` or `YYYY` of an EDTF date. */
export const monthOf = (edtf: string): string => {
  const bare = edtf.replace(/[~?%]/g, '').slice(0, 7);
  return bare.length >= 7 ? bare : bare.slice(0, 4);
};

/** Months between two `YYYY-MM`; years count as their middle. */
export const monthsApart = (a: string, b: string): number => {
  const months = (value: string): number =>
    Number(value.slice(0, 4)) * 12 + (value.length > 4 ? Number(value.slice(5, 7)) : 6);
  return Math.abs(months(a) - months(b));
};

const clauseAround = (sentence: Sentence, date: DateMention): string =>
  plain(sentence.text).slice(Math.max(0, date.start - sentence.start - 90), date.end - sentence.start + 90);

const past = (date: DateMention, publishedDay: string | undefined): boolean => {
  if (publishedDay === undefined) return true;
  const day = date.date.edtf.replace(/[~?%]/g, '');
  return day <= publishedDay || Date.parse(day.slice(0, 10)) - Date.parse(publishedDay) <= FUTURE_DAYS * 864e5;
};

const daysBetween = (edtf: string, publishedDay: string | undefined): number =>
  publishedDay === undefined ? 0 : (Date.parse(publishedDay) - Date.parse(edtf.replace(/[~?%]/g, ''))) / 864e5;

interface Dated {
  readonly month: string;
  readonly disclosed: boolean;
  readonly attacked: boolean;
  readonly precise: boolean;
  /** Before publication; 0 where that is unknown. */
  readonly daysBefore: number;
}

const datedIn = (
  sentences: readonly Sentence[],
  datesIn: DatesIn,
  publishedDay: string | undefined,
): readonly Dated[] =>
  sentences.flatMap(sentence =>
    INCIDENT.test(plain(sentence.text))
      ? datesIn(sentence)
          .filter(date => past(date, publishedDay))
          .map(date => {
            const clause = clauseAround(sentence, date);
            return {
              month: monthOf(date.date.edtf),
              disclosed: DISCLOSED.test(clause),
              attacked: ATTACKED.test(clause),
              precise: date.date.precision !== 'year',
              daysBefore: daysBetween(date.date.edtf, publishedDay),
            };
          })
          .filter(({ disclosed, attacked }) => disclosed || attacked)
      : [],
  );

/** "Three weeks after M&S was hit", "four months on from the attack", "it was attacked two weeks ago". */
const SINCE =
  /\b(a|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (day|week|month)s? (?:after|since|on from|on since|following|into|ago)\b/;
const DAYS_IN: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4 };

const sinceAttack = (head: readonly Sentence[], publishedDay: string): string | undefined => {
  for (const sentence of head) {
    const text = plain(sentence.text);
    const match = SINCE.exec(text);
    if (!match || !ATTACKED.test(text.slice(match.index, match.index + 120))) continue;
    const count = match[1] === 'a' ? 1 : (NUMBERS[match[1] ?? ''] ?? Number(match[1]));
    const days = count * (DAYS_IN[match[2] ?? ''] ?? 1);
    return new Date(Date.parse(publishedDay) - days * 864e5).toISOString().slice(0, 7);
  }
  return undefined;
};

const yearsAgo = (text: string, publishedDay: string): string | undefined => {
  const match = OWN_TIME_AGO.exec(text)?.[1];
  if (match) return String(Number(publishedDay.slice(0, 4)) - (NUMBERS[match] ?? Number(match)));
  return /\blast year\b/.test(text) ? String(Number(publishedDay.slice(0, 4)) - 1) : undefined;
};

/**
 * The month (`YYYY-MM`) or year in which the article's main incident became known, as told: a stated disclosure, else the
 * month of publication for news of a fresh one; an article that looks back gives the stated time of the attack, else the year.
 * @param own the sentences that speak of this incident, in order; the first ones are headline and lead
 */
export const knownOfMain = (own: readonly Sentence[], datesIn: DatesIn, publishedDay: string | undefined): string => {
  const dated = datedIn(own.slice(0, 14), datesIn, publishedDay);
  if (publishedDay === undefined) return dated.find(({ precise }) => precise)?.month ?? dated[0]?.month ?? '';
  const head = own
    .slice(0, 3)
    .map(sentence => plain(sentence.text))
    .join(' ');
  const published = publishedDay.slice(0, 7);
  const near = (date: Dated): boolean => date.precise && monthsApart(date.month, published) <= 14;
  const back = LOOKING_BACK.test(head);
  if (FRESH.test(head) && !back) {
    const told = dated.find(date => date.disclosed && near(date) && monthsApart(date.month, published) <= 2);
    return told?.month ?? published;
  }
  if (back) {
    const older = dated.filter(date => near(date) && date.daysBefore >= LEAST_LOOK_BACK);
    const attack = older.find(date => date.attacked) ?? older[0];
    return (
      attack?.month ??
      sinceAttack(own.slice(0, HEAD), publishedDay) ??
      yearsAgo(head, publishedDay) ??
      dated[0]?.month.slice(0, 4) ??
      publishedDay.slice(0, 4)
    );
  }
  const told = dated.find(date => near(date) && monthsApart(date.month, published) <= 2);
  const older = datedIn(own.slice(0, HEAD), datesIn, publishedDay).find(date => date.attacked && near(date));
  return told?.month ?? sinceAttack(own.slice(0, HEAD), publishedDay) ?? older?.month ?? published;
};

/** The same for an incident told in passing: the time stated where it is told, else the year of publication. */
export const knownOfOther = (own: readonly Sentence[], datesIn: DatesIn, publishedDay: string | undefined): string => {
  const dated = datedIn(own, datesIn, publishedDay);
  const best = dated.find(date => date.disclosed && date.precise) ?? dated.find(date => date.precise) ?? dated[0];
  return best?.month ?? publishedDay?.slice(0, 4) ?? '';
};
