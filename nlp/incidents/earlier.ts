import { gated } from '../gate/index.ts';
import { countOf } from '../numbers/small-numbers.ts';
import type { Mention, Sentence } from '../types.ts';
import type { Cast } from '../victims/cast.ts';
import { INCIDENT_NOUN } from '../victims/relations.ts';
import { signsIn } from '../victims/signs.ts';
import { type DatesIn, isToCome, monthOf, monthsApart } from './dated.ts';
import type { TopicAt } from './topics.ts';

/** An incident at a victim beside its chief one, and where the article speaks of it (document offsets). */
export interface Earlier {
  readonly victim: string;
  readonly known: string;
  readonly spans: readonly (readonly [number, number])[];
}

const ANOTHER = gated(
  /\b(?:another|previous(?:ly)?|earlier|similar|prior|past|separate|second|first|two|three|also|isn't the only|not the (?:first|only)|most severe)\b/,
);
const NEW_INCIDENT = gated(
  new RegExp(
    `\\b(?:an?|another|two|three|several|similar|previous|earlier|prior|past|separate|disclosed|reported|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{4})?|\\d{4})(?: [a-z-]+){0,4}? (?:${INCIDENT_NOUN}|incidents?|attacks?|vulnerability|issue)\\b|\\b(?:was|were|had been|has been|being|got) (?:hit|breached|hacked|attacked|targeted|struck)\\b`,
  ),
);
/** "the December 2023 ransomware attack": named after its time, it is one that is known. */
const OF_THEN = new RegExp(`^ (?:[a-z-]+ ){0,2}(?:${INCIDENT_NOUN}|incident|attack)\\b`);
const NTH_IN_YEARS = gated(
  /\b(?:second|third) (?:time|breach|incident|attack)?(?: [a-z]+){0,2} ?in (\d|two|three|four|five|six) years\b/,
);
const GOES_ON =
  /^["']*(?:that (?:incident|breach|attack)|the stolen|the incident|the breach|at the time|it was later|those|these (?:incidents|breaches)|in that)\b/;
/** The sentence speaks of the victim without its name. */
const ABOUT_IT =
  /^["']*(?:the (?:company|retailer|chain|brand|firm|store|group|retail chain|most severe|incident)|it |its |two |three |another |this (?:is|was|not))|\bits (?:parent|site|website|customers|systems)\b|\bthe (?:company|retailer|chain|brand|firm)\b/;
/** The firm found it then: the incident of the story itself, before anybody was told. */
const FOUND_THEN =
  /\b(?:detected|discovered|identified|noticed|learned|learnt|became aware|determined|concluded|investigation) [^.;]{0,70}$/;
const OTHER_ONE = gated(
  /\b(?:another|previous|separate|prior|similar|second)\b|^(?:in (?:\d|[a-z]+ \d)|earlier (?:in|this|last)\b)/,
);
/** "On 5 May we learned that …": the same, told from the day on. */
const THEN_FOUND =
  /^,? (?:\S+ ){1,4}?(?:detected|discovered|identified|noticed|learned|learnt|became aware|determined|concluded)\b/;
/** A stretch of time: of records, of customers, of an access that went unseen. */
const STRETCH =
  /\b(?:between|from|dating (?:back )?(?:to|from)|back to|through|until|till|or before|prior to) (?:[a-z]+ )?$|\bbetween [^.;]{3,30} and $/;
/** Another incident in so many words: it may be a month away only. */
const OTHER_INCIDENT = gated(
  new RegExp(
    `\\b(?:another|previous|earlier|separate|prior|similar|second)(?: [a-z-]+){0,3}? (?:${INCIDENT_NOUN}|incidents?|attacks?)\\b`,
  ),
);
/** The time of what customers did, of a gang's beginning, or of a supplier's own breach. */
const NOT_AN_ATTACK =
  /\b(?:since|until) (?:early |late |mid |at least )?$|\b(?:customers?|shoppers|people|users|clients|those|anyone) (?:that |who )[^,;.]{0,80}$|\bits (?:supplier|vendor|partner|rival|competitor)\b[^;.]{0,80}$/;
/** Headline and lead tell of the story's own incident. */
const LEAD = 3;
const APART = 2;
const NEARBY = 12;

/** Whether a date at an offset of a lower-case sentence belongs to the story's own incident, or to no incident. */
const ofThisOne = (text: string, first: number, last: number): boolean => {
  const before = text.slice(Math.max(0, first - 90), first);
  if (NOT_AN_ATTACK.test(before) || STRETCH.test(before)) return true;
  return (FOUND_THEN.test(before) || THEN_FOUND.test(text.slice(last, last + 90))) && !OTHER_ONE.test(text);
};

/** "Hackers also stole", "In 2020 skimmers had been planted": a crime beside this one … */
const ALSO = /^["'(]?in (?:[a-z]+ )?\d{4}\b|\balso\b|\bonce before\b|\bnot the first\b|\bno stranger\b/;
/** … and not the first step of it. */
const FIRST_STEP = /\b(?:initial(?:ly)?|first|as early as|since|began)\b/;

/** Whether a sentence may bring in an incident: it names one, or tells a crime as done. */
const bringsIn = ({ letters }: Sentence, text: string): boolean => {
  if (NEW_INCIDENT.test(text, letters)) return true;
  const { crime, unsure, bait } = signsIn(letters);
  return crime && !unsure && !bait && ALSO.test(text) && !FIRST_STEP.test(text);
};

const nthInYears = ({ letters }: Sentence, publishedDay: string | undefined): string | undefined => {
  const years = NTH_IN_YEARS.exec(letters)?.[1];
  return years && publishedDay ? String(Number(publishedDay.slice(0, 4)) - countOf(years)) : undefined;
};

/** Where a date's incident begins in the sentence: at the clause before it that brings the incident in. */
const spanOf = (sentence: Sentence, text: string, at: number, whole: boolean): readonly [number, number] => {
  if (whole) return [sentence.start, sentence.end];
  const cut = Math.max(text.lastIndexOf(', ', at), text.lastIndexOf(' by the ', at), text.lastIndexOf('; ', at), 0);
  return [sentence.start + cut, sentence.end];
};

/** A year alone tells of the incident of a month in it, where there is one. */
const withoutYears = (all: readonly Earlier[], chief: ReadonlyMap<string, string>): readonly Earlier[] => {
  const months = (victim: string): readonly string[] => [
    chief.get(victim) ?? '',
    ...all.filter(one => one.victim === victim).map(one => one.known),
  ];
  const isYearOf = (one: Earlier): boolean =>
    one.known.length === 4 && months(one.victim).some(month => month.startsWith(`${one.known}-`));
  return all
    .filter(one => !isYearOf(one))
    .map(one => ({
      ...one,
      spans: [
        ...one.spans,
        ...all
          .filter(year => year.victim === one.victim && isYearOf(year) && one.known.startsWith(year.known))
          .flatMap(({ spans }) => spans),
      ],
    }));
};

/**
 * Incidents of the past at a victim of the article: told with a date of their own that is not the chief incident's, or
 * brought in as another one.
 */
export const earlierIncidents = (
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  cast: Cast,
  topicAt: TopicAt,
  known: ReadonlyMap<string, string>,
  datesIn: DatesIn,
  publishedDay: string | undefined,
): readonly Earlier[] => {
  const found = new Map<string, Earlier>();
  const add = (victim: string, when: string, span: readonly [number, number]): void => {
    const key = `${victim}-${when}`;
    found.set(key, { victim, known: when, spans: [...(found.get(key)?.spans ?? []), span] });
  };
  let last: readonly { readonly victim: string; readonly known: string }[] = [];
  const namedHere = (victim: string, sentence: Sentence): boolean =>
    mentions.some(mention => mention.sentence === sentence.index && mention.id === victim);
  for (const sentence of sentences) {
    const text = sentence.text.toLowerCase();
    const skeleton = cast.skeletons[sentence.index]?.text ?? '';
    if (last.length > 0 && GOES_ON.test(skeleton)) {
      for (const { victim, known: when } of last) add(victim, when, [sentence.start, sentence.end]);
      continue;
    }
    const here: { readonly victim: string; readonly known: string }[] = [];
    const nth = nthInYears(sentence, publishedDay);
    if (nth !== undefined)
      for (const victim of topicAt(sentence, sentence.start, sentence.start))
        if (![...found.values()].some(one => one.victim === victim)) add(victim, nth, [sentence.end - 1, sentence.end]);
    if (sentence.block.kind !== 'headline' && bringsIn(sentence, text))
      for (const date of datesIn(sentence))
        for (const victim of topicAt(sentence, date.start, date.end)) {
          const behind = text.slice(date.end - sentence.start);
          if (!(namedHere(victim, sentence) || ABOUT_IT.test(skeleton) || OF_THEN.test(behind))) continue;
          const when = monthOf(date.date.edtf);
          const chief = known.get(victim);
          const before = publishedDay === undefined || when.slice(0, 4) <= publishedDay.slice(0, 4);
          if (!chief || !before) continue;
          const otherTime =
            when.length === 4
              ? when < chief.slice(0, 4)
              : chief.length > 4
                ? monthsApart(when, chief) >= (OTHER_INCIDENT.test(text, sentence.letters) ? 1 : APART) && when < chief
                : when.slice(0, 4) < chief;
          const another =
            ANOTHER.test(text, sentence.letters) ||
            /^(?:in (?:\d|early|late|mid|january|february|march|april|may|june|july|august|september|october|november|december)|earlier (?:in|this|last)\b)/.test(
              text,
            );
          // what came less than a year before is how this one came about, unless it is told as another
          const longBefore = when.slice(0, 4) < chief.slice(0, 4) && monthsApart(when, chief) > NEARBY;
          if (!(otherTime && (another || longBefore))) continue;
          const first = date.start - sentence.start;
          if (isToCome(sentence, date) || ofThisOne(text, first, date.end - sentence.start)) continue;
          if (sentence.index < LEAD && !OTHER_ONE.test(text, sentence.letters)) continue;
          const whole = first < 40 || !/\b(?:by|after|than|since|following)\b/.test(text.slice(0, first));
          add(victim, when, spanOf(sentence, text, first, whole));
          here.push({ victim, known: when });
        }
    if (here.length > 0 || sentence.block !== sentences[sentence.index - 1]?.block) last = here;
  }
  return withoutYears([...found.values()], known);
};
