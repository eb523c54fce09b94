import type { Subject } from '#domain/vocabulary.ts';

/** The people that a number counts; `end` is where their noun ends in the plain text. */
export interface Crowd {
  readonly subject: Subject;
  readonly end: number;
  readonly noun: string;
  /** Where the words begin that say of the count itself that it is of those who were hit. */
  readonly affected?: number;
}

const CUSTOMERS =
  'customers?|consumers?|shoppers?|members?|users?|clients?|guests?|subscribers?|account[ -]holders?|account owners?|accounts?|(?:loyalty )?card ?holders?|buyers?|patrons?|diners|households?|loyalty members?|visitors|recipients|passengers|travellers|motorists';
const SUPPLIERS = 'suppliers?|merchants|sellers|vendors|business partners|franchisees|farmers|growers';
const EMPLOYEES =
  'employees?|staff(?: members)?|workers?|colleagues?|pharmacists|associates|team members|couriers|cashiers|people';
const OTHERS =
  'people|individuals?|persons?|applicants?|residents|citizens|patients|drivers|americans|britons|californians|students|donors|others';

/** No attribute of people: what the number counts, or the begin of another phrase. */
const NO_ATTRIBUTE =
  'orders?|transactions?|cards?|stores?|shops?|servers?|files?|records?|gbs?|tbs?|gb|tb|bug|bugs|jobs|years?|days?|months?|weeks?|hours?|and|or|in|to|from|per|for|by|were|was|at|on|with|after|also|until|that|than|other|involved|pages?|systems?|devices|computers|companies|organi[sz]ations|businesses|victims|email';
const NOUN = new RegExp(
  `^(?: of (?:its |the |their |our |his ))?(?: ?(?:current|past|present|active) (?:and|or)(?: [\\d,.]+)? (?:former|past|inactive|future))?(?: (?!(?:${NO_ATTRIBUTE})\\b)[a-z]+ and(?= [a-z]+ (?:[a-z]+ )?(?:program(?:me)?|loyalty|club|account)))?(?:[ -](?!(?:${NO_ATTRIBUTE})\\b)(?:of (?:its |the |their |our |his )?)?[\\w&'.]*){0,5}?["']? (?:of (?:its |the |their |our )?)?(?<noun>${CUSTOMERS}|${EMPLOYEES}|${SUPPLIERS}|${OTHERS})(?![\\w-])(?! (?:records|data|cards|orders|service|numbers|emails|addresses|details|credentials|names|passwords|transactions|tickets|accounts?\\b))`,
);
/** "Office 365", "younger than 18", "March 2021": these count nobody. */
const COUNTS_NOBODY =
  /(?:[£$€#]\s?|[a-z]-|\b(?:top|page|section|figure|version|fiscal|year|in|since|office|windows|(?:younger|older) than|aged?|january|february|march|april|may|june|july|august|september|october|november|december) )$/;
const YEAR = /^(?:19|20)\d\d$/;
const WORKFORCE =
  /\b(?:employ(?:s|ed|ing)|employer of|workforce|staff of|payroll|hires?|employees)\b(?![^.;]*\b(?:serv(?:es|ed|ing)|and (?:has|had|counts|boasts)|customers|members)\b)[^.;]*$/;
const LONGEST = 90;

/** "it put their number at 27,000", "people - 310 in total": the noun stands before the figure. */
const TOLD_BEFORE =
  /\b(?:(?:number|total|count|tally|toll) of (?:[a-z]+ ){0,3}?(?<counted>people|persons|customers|individuals|users|employees|workers|staff|members|accounts|shoppers|consumers|victims|clients)\b[^.;,\d]{0,60}? (?:is|was|were|at|to|reach(?:es|ed)?|exceed(?:s|ed)?|total(?:s|led|ed)|topped)|put(?:s|ting)? (?:the|their|that|this) (?:number|figure|total|count|tally)(?: of (?<of>[\w ]{3,40}?))?(?: affected)? at|number of (?:affected |impacted )?(?<people>people|customers|individuals|users|employees|members)(?: affected| impacted)?(?: (?:is|was|to|at|has risen to|rose to)|:| ?-)) ?(?:[a-z]+ ){0,3}$/;
/** "The breach affected 32,234." */
const BARE_COUNT =
  /\b(?:breach|incident|attack|hack|leak|intrusion) (?:\w+ ){0,2}?(?:affect|impact)(?:s|ed|ing) (?:[a-z]+ ){0,3}$/;
const NOTHING_AFTER = /^(?: in total| overall| altogether)?(?:[.,;]|$)/;
/** Records of people, counted at once: "15 million customer records". */
const RECORDS =
  /^ (?:(?:data|customer|user|personal|unique|individual|member|account|stolen|exposed|leaked) )*records?\b(?! (?:were |was )?(?:sales|profit|year|high))/;

/** The people whom the number at `start`–`end` of a plain sentence counts, if it counts people. */
export const crowdAfter = (text: string, start: number, end: number): Crowd | undefined => {
  if (COUNTS_NOBODY.test(text.slice(Math.max(0, start - 13), start)) || YEAR.test(text.slice(start, end)))
    return undefined;
  const hit = NOUN.exec(text.slice(end, end + LONGEST));
  const noun = hit?.groups?.['noun'];
  if (hit === null || noun === undefined) return recordsAfter(text, end) ?? crowdBefore(text, start, end);
  return {
    subject: subjectOf(
      noun,
      text.slice(Math.max(0, start - 60), start),
      hit[0],
      text.slice(end + hit[0].length, end + LONGEST),
    ),
    end: end + hit[0].length,
    noun,
  };
};

const subjectOf = (noun: string, before: string, words: string, after: string): Subject => {
  if (/^(?:suppliers?|merchants|sellers|vendors|business|franchisees|farmers|growers)/.test(noun)) return 'supplier';
  if (
    WORKFORCE.test(before) ||
    /^(?:employees?|staff|workers?|colleagues?|pharmacists|associates|team|couriers|cashiers)/.test(noun)
  )
    return 'employee';
  if (/^ of (?:its|the|their|his) (?:staff|workforce|employees)\b/.test(after)) return 'employee';
  if (/applicants?/.test(noun) || /\b(?:employees?|staff|workers?)\b/.test(words)) return 'employee';
  return 'customer';
};

const recordsAfter = (text: string, end: number): Crowd | undefined => {
  const hit = RECORDS.exec(text.slice(end, end + LONGEST));
  return hit === null ? undefined : { subject: 'customer', end: end + hit[0].length, noun: 'records' };
};

/** The people whom words before a figure say that it counts; they are those who were hit. */
const crowdBefore = (text: string, start: number, end: number): Crowd | undefined => {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const bare = BARE_COUNT.exec(before);
  if (bare !== null && NOTHING_AFTER.test(text.slice(end, end + 20)))
    return { subject: 'customer', end, noun: 'people', affected: start - before.length + bare.index };
  const hit = TOLD_BEFORE.exec(before);
  if (hit === null) return undefined;
  const { of, people, counted } = hit.groups ?? {};
  const noun = of ?? people ?? counted ?? 'people';
  // "the number of customers rose to …": of a firm, unless somebody was hit
  if (
    counted &&
    !/\b(?:affected|impacted|exposed|compromised|breached|stolen|victims|hit|involved|notified)\b/.test(hit[0])
  )
    return undefined;
  return {
    subject: /employee|staff|worker/.test(noun) ? 'employee' : 'customer',
    end,
    noun,
    affected: start - before.length + hit.index,
  };
};
