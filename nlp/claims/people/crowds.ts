import type { Subject } from '#domain/vocabulary.ts';

/** The people that a number counts; `end` is where their noun ends in the plain text. */
export interface Crowd {
  readonly subject: Subject;
  readonly end: number;
  readonly noun: string;
}

const CUSTOMERS =
  'customers?|consumers?|shoppers?|members?|users?|clients?|guests?|subscribers?|account[ -]holders?|account owners?|accounts?|cardholders?|buyers?|patrons?|diners|households?|loyalty members?|visitors|recipients';
const EMPLOYEES = 'employees?|staff(?: members)?|workers?|colleagues?|people';
const OTHERS =
  'people|individuals?|persons?|applicants?|residents|citizens|patients|drivers|americans|britons|californians|students|donors|others';

const NOUN = new RegExp(
  `^(?:[ -](?!orders?\\b|transactions?\\b|cards?\\b|stores?\\b|shops?\\b|servers?\\b|files?\\b|records?\\b|and\\b|or\\b|in\\b|to\\b|from\\b|per\\b|for\\b|by\\b|were\\b|was\\b|at\\b|on\\b|with\\b)(?:of (?:its |the |their |our |his )?)?[\\w&'.-]*?){0,6}?["']? (?:of (?:its |the |their |our )?)?(?<noun>${CUSTOMERS}|${EMPLOYEES}|${OTHERS})(?![\\w-])(?! (?:records|data|cards|orders|service|numbers|emails|addresses|details|credentials|names|passwords|transactions|tickets|accounts?\\b))`,
);
const WORKFORCE = /\b(?:employ(?:s|ed|ing)|employer of|workforce|staff of|payroll|hires?|employees)\b[^.;]*$/;
const LONGEST = 90;

/** The people whom the number at `start`–`end` of a plain sentence counts, if it counts people. */
export const crowdAfter = (text: string, start: number, end: number): Crowd | undefined => {
  if (
    /[£$€#]\s?$|\b(?:top|page|section|figure|version|fiscal|year|in|since|january|february|march|april|may|june|july|august|september|october|november|december) $/.test(
      text.slice(Math.max(0, start - 12), start),
    )
  )
    return undefined;
  const hit = NOUN.exec(text.slice(end, end + LONGEST));
  const noun = hit?.groups?.['noun'];
  if (hit === null || noun === undefined) return undefined;
  return {
    subject: subjectOf(noun, text.slice(Math.max(0, start - 60), start), hit[0]),
    end: end + hit[0].length,
    noun,
  };
};

const subjectOf = (noun: string, before: string, words: string): Subject => {
  if (WORKFORCE.test(before) || /^(?:employees?|staff|workers?|colleagues?)/.test(noun)) return 'employee';
  if (/applicants?/.test(noun) || /\b(?:employees?|staff|workers?)\b/.test(words)) return 'employee';
  return 'customer';
};
