import { countOf } from '../numbers/small-numbers.ts';
import { wordNumbersIn } from '../numbers/word-numbers.ts';
import type { Sentence } from '../types.ts';
import { ATTACKED, type Dated, type DatesIn, datedIn, FUTURE_DAYS, monthsApart } from './dated.ts';

const LOOKING_BACK =
  /\b(?:profits?|half[- ]year|financial hit|results|earnings|(?<!-)sales(?! (?:ratio|team|tax|staff|representatives|associates|channels?|data))|costs?|cost it|months? (?:after|ago|on)|earlier this year|last year|years? (?:after|ago)|arrest\w*|sentenc\w+|fined?|settle\w*|lawsuits?|suit|restor\w+|recover\w*|bounc\w+|resum\w+|resigns?|quits?|turnaround|(?:pre-tax|underlying|annual|quarterly|net|operating) (?:[a-z-]+ )?loss(?:es)?|(?:first|second) half|lessons|anniversary|wake of|refus\w+|still dealing|weeks (?:after|on|later)|months later|plead\w*|jail\w*|chair(?:man)?)\b/;
const FRESH =
  /\b(?:discloses|confirms?|admits?|warns|tells (?:customers|staff|shoppers|patients|[\d,.]+)|(?:has|have) (?:warned|told|written|notified|informed)|is (?:mailing|writing|emailing)|notifies|informs|(?:accounts|data|records) leaked|claim(?:s|ed)? to have (?:stolen|hit|breached|hacked)|(?:is|are|has (?:begun|started)|have (?:begun|started)|begins?|began|starts?) (?:now )?(?:sending|mailing|writing|emailing|notifying|warning|informing|alerting|investigating)|sends? (?:out )?(?:[a-z]+ ){0,2}(?:letters|notices|notifications|emails)|has (?:disclosed|confirmed|admitted|revealed|taken down)|takes? down|hit by|has suffered|says (?:hackers|data|customer)|under (?:cyber)?attack|suffers|stops|pauses|latest)\b/;
const OWN_TIME_AGO = /\b(\d+|two|three|four|five|six|seven|eight|nine|ten) years ago\b/;
/** Letters that go out later about what is known by its month: "a May incident". */
const SENDING =
  /\b(?:begins?|began|is|are|has started|has begun) (?:sending|mailing)\b(?!.*\b(?:disclos|warns|admits))/;
/** It happened within days of publication. */
const DAY_NEAR =
  '(?:weekend|yesterday|today|tonight|overnight|this (?:week|morning|evening)|(?:on|since|from) (?:mon|tues|wednes|thurs|fri|satur|sun)day|days ago|last week)';
const RECENT = new RegExp(
  `\\b${DAY_NEAR}(?:'s)? (?:[a-z-]+ ){0,2}(?:attack|hack|breach|incident|outage)\\b|\\b(?:attack(?:ed)?|hack(?:ed)?|breach(?:ed)?|hit|struck|incident|outage|began|started) (?:[a-z-]+ ){0,4}${DAY_NEAR}\\b`,
);
/** Sentences that set the time of a story: headline and lead. */
const HEAD = 6;
/** What an article that looks back says of the last days is not the attack. */
const LEAST_LOOK_BACK = 14;

/** "Three weeks after M&S was hit", "four months on from the attack", "shut for eighteen days", "46 days after a hack". */
const SINCE =
  /\b((?:one |two |three )?[a-z]+(?:-[a-z]+)?|\d{1,3}) (day|week|month)s? (?:after|since|on from|on since|following|into|ago)\b|\b(?:shut|closed|down|offline|off) for ([a-z]+|\d{1,3}) (day|week|month)s?\b/;
const DAYS_IN: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4 };

const sinceAttack = (head: readonly Sentence[], publishedDay: string): string | undefined => {
  for (const sentence of head) {
    const text = sentence.letters;
    const match = SINCE.exec(text);
    if (!match || !ATTACKED.test(match[3] === undefined ? text.slice(match.index, match.index + 120) : text)) continue;
    const word = match[1] ?? match[3] ?? '';
    const count = /^an?$/.test(word) ? 1 : (wordNumbersIn(word).at(-1)?.value ?? Number(word));
    const days = count * (DAYS_IN[match[2] ?? match[4] ?? ''] ?? 1);
    if (!Number.isFinite(days)) continue;
    return new Date(Date.parse(publishedDay) - days * 864e5).toISOString().slice(0, 7);
  }
  return undefined;
};

const yearsAgo = (text: string, publishedDay: string): string | undefined => {
  const match = OWN_TIME_AGO.exec(text)?.[1];
  if (match) return String(Number(publishedDay.slice(0, 4)) - countOf(match));
  return /\blast year\b/.test(text) ? String(Number(publishedDay.slice(0, 4)) - 1) : undefined;
};

const earliest = (dates: readonly Dated[]): string | undefined =>
  dates.toSorted((a, b) => b.daysBefore - a.daysBefore)[0]?.month;

/** An incident of so many days ago that is told in headline or lead with its year alone is a story of the past. */
const LONG_AGO = 540;
const ofYear = (lead: readonly Dated[], published: string): string | undefined =>
  lead.find(
    date =>
      !date.precise &&
      !date.other &&
      !date.aftermath &&
      date.month < published.slice(0, 4) &&
      (date.own || (date.stolen && date.daysBefore > LONG_AGO)),
  )?.month;

/**
 * The month (`YYYY-MM`) or year in which the article's main incident became known, as told: a stated disclosure, else the
 * month of publication for news of a fresh one; an article that looks back gives the stated time of the attack, else the year.
 * @param own the sentences that speak of this incident, in order; the first ones are headline and lead
 * @param named those of them that name the victim: the first public word may be told late
 */
export const knownOfMain = (
  own: readonly Sentence[],
  datesIn: DatesIn,
  publishedDay: string | undefined,
  named: readonly Sentence[] = [],
): string => {
  const dated = datedIn(own.slice(0, 14), datesIn, publishedDay).filter(({ other }) => !other);
  if (publishedDay === undefined) return dated.find(({ precise }) => precise)?.month ?? dated[0]?.month ?? '';
  const head = own
    .slice(0, 3)
    .map(sentence => sentence.letters)
    .join(' ');
  const published = publishedDay.slice(0, 7);
  const near = (date: Dated): boolean => date.precise && monthsApart(date.month, published) <= 14;
  const back = LOOKING_BACK.test(head);
  const onset = dated.filter(date => near(date) && !date.aftermath && !date.silent);
  const since = sinceAttack(own.slice(0, HEAD), publishedDay);
  const fresh = FRESH.test(head);
  const later = datedIn(named, datesIn, publishedDay).filter(({ other }) => !other);
  const heard = [...dated, ...later].find(date => near(date) && date.public);
  if (fresh && !back) {
    const told = onset.filter(date => date.disclosed && monthsApart(date.month, published) <= 2);
    const named = SENDING.test(head)
      ? onset.find(date => date.own && monthsApart(date.month, published) <= 2)
      : undefined;
    return heard?.month ?? told[0]?.month ?? named?.month ?? published;
  }
  const year = ofYear(datedIn(own.slice(0, 3), datesIn, publishedDay), published);
  if (year !== undefined) return year;
  if (back) {
    const before = ({ daysBefore }: Dated): boolean => daysBefore >= LEAST_LOOK_BACK;
    const found =
      earliest(onset.filter(date => date.own && date.daysBefore >= 1)) ?? earliest(onset.filter(before)) ?? since;
    const older = earliest(dated.filter(date => near(date) && before(date) && !date.aftermath));
    const long = dated.find(date => date.full && date.precise && !date.aftermath);
    const recent = RECENT.test(head) ? published : undefined;
    const told = dated[0]?.month.slice(0, 4) ?? publishedDay.slice(0, 4);
    return found ?? older ?? long?.month ?? yearsAgo(head, publishedDay) ?? recent ?? (fresh ? published : told);
  }
  const told = dated.filter(date => near(date) && !date.aftermath && monthsApart(date.month, published) <= 2);
  const first = told.find(date => date.disclosed && date.daysBefore > FUTURE_DAYS);
  const ownDay = earliest(onset.filter(date => date.own && date.daysBefore > FUTURE_DAYS));
  const inHead = datedIn(own.slice(0, 3), datesIn, publishedDay).find(date => near(date) && date.own && !date.other);
  return (
    since ?? first?.month ?? heard?.month ?? inHead?.month ?? ownDay ?? told[0]?.month ?? earliest(onset) ?? published
  );
};

/**
 * The same for an incident told in passing: the time stated where it is told, best in a sentence that names the victim;
 * else the year of publication. What came of it later gives the year alone.
 * @param named those of the sentences that name the victim
 */
export const knownOfOther = (
  own: readonly Sentence[],
  named: readonly Sentence[],
  datesIn: DatesIn,
  publishedDay: string | undefined,
): string => {
  const there = datedIn(named, datesIn, publishedDay);
  const dated = there.length > 0 ? there : datedIn(own, datesIn, publishedDay);
  const onset = dated.filter(({ aftermath }) => !aftermath);
  const best = onset.find(date => date.disclosed && date.precise) ?? onset.find(date => date.precise) ?? onset[0];
  return best?.month ?? dated[0]?.month.slice(0, 4) ?? publishedDay?.slice(0, 4) ?? '';
};
