import type { DataType, Subject } from '#domain/vocabulary.ts';

/** One employee is a culprit or a way in, unless it is the employee's data: "an employee's laptop", "employee records". */
const EMPLOYEES =
  /\b(?:employees|staff|workers|colleagues|personnel|job applicants?|applicants?|workforce|contractors|employment|payroll|pharmacists|security officers|team members|associates'? (?:data|information|details|personal|names?|work|e-?mails?|addresses|numbers)|work e-?mails?|(?:employee|worker|contractor|colleague|team member)(?:'s)? (?:(?:personal|personnel|private|sensitive|internal|confidential|contact|home|phone|email|health|login|bank) )?(?:data|details|info|information|records?|files?|names?|addresses|numbers?|ids?|emails?|documents|profiles|database|directory|contracts|roster|salar(?:y|ies)))\b/;
const CUSTOMERS =
  /\b(?:customers?|consumers?|clients?|shoppers?|(?<!(?:team|board|staff|crew|family) )members?|users?(?! ?(?:ids?|names?)\b)|guests?|buyers?|cardholders?|card holders?|subscribers?|patrons?|diners|donors)\b/;
const SUPPLIERS =
  /\b(?:suppliers?|vendors?|business partners?|franchisees?)(?:'s?|s')? (?:data|information|details|names|records)\b/;

/** Whose data it is: told by the words nearest to it, in the plain sentence; customers where nobody is named. */
export const subjectOf = (type: DataType, text: string, ...context: readonly string[]): Subject => {
  if (type === 'corporate-data' || type === 'source-code') return 'other';
  if (SUPPLIERS.test(text)) return 'supplier';
  if (type === 'employment-records') return 'employee';
  if (/ntds|domain controller|active directory/.test(text)) return 'employee';
  for (const words of [text, ...context]) {
    if (CUSTOMERS.test(words)) return 'customer';
    if (EMPLOYEES.test(words)) return 'employee';
  }
  return 'customer';
};

const OWNERS = /^.{0,40}?\b(?:of|on|about|from|for|belonging to|relating to) ([^.;:()]{3,120})/;
/** Where the list of owners ends and another phrase begins. */
const OWNERS_END = /\b(?:was|were|has|have|had|that|which|who|in|at|after|by|during|with|to|while)\b/;

/**
 * Whose data it is where the mention itself says so ("staff data", "the personal information of customers and staff");
 * one `undefined` where it does not. `text` is the plain sentence.
 */
export const namedSubjects = (
  type: DataType,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly (Subject | undefined)[] => {
  if (type !== 'personal-data') return [undefined];
  const owners = OWNERS.exec(text.slice(start))?.[1] ?? '';
  const words = owners.slice(0, OWNERS_END.exec(owners)?.index ?? owners.length);
  if (CUSTOMERS.test(words) && EMPLOYEES.test(words)) return ['customer', 'employee'];
  const own = text.slice(start, end);
  if (EMPLOYEES.test(own) !== CUSTOMERS.test(own)) return [EMPLOYEES.test(own) ? 'employee' : 'customer'];
  return [undefined];
};
