import { gated } from '../gate/index.ts';
import type { DateMention, Sentence } from '../types.ts';
import { INCIDENT_NOUN } from '../victims/relations.ts';
import { signsIn } from '../victims/signs.ts';

/** Reads the dates of a sentence. */
export type DatesIn = (sentence: Sentence) => readonly DateMention[];

const INCIDENT = gated(
  new RegExp(
    `\\b(?:${INCIDENT_NOUN}|attacks?|incidents?|hacked|stolen|stole|attackers|hackers|threat actors|unauthori[sz]ed|compromised|targeted|hit)\\b`,
  ),
);
const DISCLOSED =
  /\b(?:disclos\w+|confirm\w+|reported|reveal\w+|announc\w+|admitted|told|became (?:public|known)|surfaced|publicly|notified|informed|news broke|came to light|downplayed|acknowledged)\b/;
/** Words for the incident itself. */
export const ATTACKED =
  /\b(?:attacks?|incidents?|breach(?:es|ed)?|hit|struck|began|beg[iu]n|started|occurred|took place|happened|suffered|hack(?:ed)?|cyber\S*|targeted|infected)\b/;
/** What lasts unseen, or is found out by the firm alone: nobody else knew of it then. */
const SILENT =
  /\b(?:between|until|first (?:got|gained|obtained|accessed|entered)|started|gained (?:unauthori[sz]ed )?access|breached on|systems were breached|obtained|collected|identified|discovered|detected|noticed|learn(?:ed|t)|became aware|(?:we|investigation|review) (?:later |has |have )?(?:confirmed|determined|concluded)|copied|exposed since|had access)\b/;
/** The press or the firm made it known then: the first public word, however long ago. */
const PUBLIC =
  /\b(?:first (?:reported|disclosed|confirmed|revealed|announced)|(?:publicly|originally|initially) (?:reported|disclosed|confirmed|revealed|announced|acknowledged)|made public|went public|news (?:of [a-z ]{0,30})?broke|\S+ reported|claim(?:ed|ing) (?:responsibility|credit|the attack)(?: for [a-z' -]{0,40})?|leak site) (?:[a-z'-]+ ){0,6}☉|☉,? (?:when )?(?:[\w'-]+ ){0,6}(?:first (?:reported|disclosed|revealed|announced)|(?:informed|told) the (?:public|press)|went public|publicly (?:disclosed|acknowledged|confirmed)|reported that)\b/;
/** What somebody says will happen then: no time of the past, whatever year the date is read as. */
const TO_COME =
  /\b(?:threaten\w*|deadline|timer|expir\w+|will|would|is due|are due|scheduled|planned|expected|plans|hopes)\b[^.;☉]{0,80}☉/;
/** How long a gang has been about. */
const CAREER =
  /\b(?:active|operating|around|in business|at work|emerged|surfaced|appeared|doing this [a-z]*) (?:since|in|around)(?: (?:early|late|mid))? ☉/;
/** Another incident, after which this one came: "follows another attack that was reported on 3 May". */
const BEFORE_THIS =
  /\b(?:follow(?:s|ed|ing)|after|second|third|latest)\b[^.;☉]{0,60}\b(?:another|previous|earlier|prior|being hit|first|similar)\b[^.;☉]{0,60}☉/;
/** When it happened, told afterwards. */
const HAPPENED = /\b(?:occurred|took place|happened|dates? (?:from|back)|compromised (?:on|in))\b/;
/** What comes of an incident later: steps of courts and police, figures, services that come back. */
const AFTERMATH =
  /\b(?:arrest\w*|charged|sentenc\w+|settle\w*|fined?|resum\w+|restor\w+|reopen\w*|again|back (?:on|online|up)|results|half[- ]year|resign\w*|figures?|expects?|expected|forecast|appeal|court|plead\w*|hearing)\b|☉ that (?:all|the|data) |\b(?:months?|weeks|half|quarter|year|period) (?:to|ended|ending) ☉/;
/** Shops and customers notice at once. */
const NOTICED = gated(
  /\b(?:clos(?:ed|ing)|shut|stopp?(?:ed|ing)|paus\w+|suspend\w*|offline|locked|unable|knocked|went down|failed)\b/,
);
/** News may be dated a day or two ahead of publication, by time zones. */
export const FUTURE_DAYS = 2;

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

/** UTF-16 units around a date in which the words for what happened then are looked for. */
const REACH = 90;
/** What stands nearer decides whether it was seen then, or came of it. */
const NEAR = 60;
/** The date is the attack's own: "last month's cyber attack", "the attack on 1 September". */
const OWN_DATE =
  /(?:attack(?:ed)?|hack(?:ed)?|breach|incident|hit|struck|launched|began|got in)\b[^.;,]{0,30}☉|☉(?:'s)? (?:[a-z]+ ){0,2}(?:cyber-?attack|attack|hack|breach|incident|outage|hit|leak)\b/;

const STOLEN_THEN =
  /\b(?:stolen|stole|breached|hacked|attacked|compromised|hit|theft of)\b[^.;☉]{0,60} (?:in|between|from|during|back in) ☉/;

const around = (sentence: Sentence, date: DateMention, reach: number): string => {
  const text = sentence.letters;
  const from = date.start - sentence.start;
  const to = date.end - sentence.start;
  return `${text.slice(Math.max(0, from - reach), from)}☉${text.slice(to, to + reach)}`;
};

const past = (date: DateMention, publishedDay: string | undefined): boolean => {
  if (publishedDay === undefined) return true;
  const day = date.date.edtf.replace(/[~?%]/g, '');
  return day <= publishedDay || Date.parse(day.slice(0, 10)) - Date.parse(publishedDay) <= FUTURE_DAYS * 864e5;
};

const daysBetween = (edtf: string, publishedDay: string | undefined): number =>
  publishedDay === undefined ? 0 : (Date.parse(publishedDay) - Date.parse(edtf.replace(/[~?%]/g, ''))) / 864e5;

/** A month or year that the article names, and what the words around make of it. */
export interface Dated {
  readonly month: string;
  readonly disclosed: boolean;
  readonly attacked: boolean;
  readonly precise: boolean;
  /** The incident's own date, by the words right beside it. */
  readonly own: boolean;
  /** Things were stolen then, by the words before it: "cards stolen from X in 2013". */
  readonly stolen: boolean;
  /** Written with its year. */
  readonly full: boolean;
  readonly silent: boolean;
  readonly aftermath: boolean;
  /** The first public word of it. */
  readonly public: boolean;
  /** Of an incident before this one. */
  readonly other: boolean;
  /** Before publication; 0 where that is unknown. */
  readonly daysBefore: number;
}

/** Whether the words around a date tell what somebody means to do then. */
export const isToCome = (sentence: Sentence, date: DateMention): boolean => TO_COME.test(around(sentence, date, NEAR));

const tells = (text: string): boolean => INCIDENT.test(text) || NOTICED.test(text) || signsIn(text).crime;

/** The dates of the sentences that tell of an incident, in order; those after publication are left out. */
export const datedIn = (
  sentences: readonly Sentence[],
  datesIn: DatesIn,
  publishedDay: string | undefined,
): readonly Dated[] =>
  sentences.flatMap(sentence =>
    tells(sentence.letters)
      ? datesIn(sentence)
          .filter(date => past(date, publishedDay))
          .map(date => {
            const clause = around(sentence, date, REACH);
            const close = around(sentence, date, NEAR);
            const own = OWN_DATE.test(close) && !HAPPENED.test(close);
            return {
              month: monthOf(date.date.edtf),
              disclosed: DISCLOSED.test(clause),
              attacked: ATTACKED.test(clause) || NOTICED.test(clause) || signsIn(clause).crime,
              own,
              stolen: STOLEN_THEN.test(close),
              full: /\d{4}/.test(sentence.text.slice(date.start - sentence.start, date.end - sentence.start)),
              silent: !own && (SILENT.test(close) || HAPPENED.test(close)),
              public: PUBLIC.test(close),
              other: BEFORE_THIS.test(clause),
              toCome: TO_COME.test(close) || CAREER.test(close),
              aftermath: !own && AFTERMATH.test(close),
              precise: date.date.precision !== 'year',
              daysBefore: daysBetween(date.date.edtf, publishedDay),
            };
          })
          .filter(
            ({ disclosed, attacked, silent, stolen, toCome }) =>
              !toCome && (disclosed || attacked || silent || (stolen && !disclosed)),
          )
      : [],
  );
