import type { DataType, Subject } from '#domain/vocabulary.ts';

const EMPLOYEES =
  /\b(?:employees?|staff|workers?|colleagues?|personnel|job applicants?|applicants|workforce|contractors|employment|payroll)\b/;
const CUSTOMERS =
  /\b(?:customers?|consumers?|clients?|shoppers?|members?|users?|guests?|buyers?|cardholders?|subscribers?|patrons?|diners)\b/;
const SUPPLIERS =
  /\b(?:suppliers?|vendors?|business partners?|franchisees?)(?:'s?|s')? (?:data|information|details|names|records)\b/;

/** Whose data it is: told by the words nearest to it, in the plain sentence; customers where nobody is named. */
export const subjectOf = (type: DataType, text: string, context: string): Subject => {
  if (type === 'corporate-data' || type === 'source-code') return 'other';
  if (SUPPLIERS.test(text)) return 'supplier';
  if (type === 'employment-records') return 'employee';
  if (/ntds|domain controller|active directory/.test(text)) return 'employee';
  for (const words of [text, context]) {
    if (CUSTOMERS.test(words)) return 'customer';
    if (EMPLOYEES.test(words)) return 'employee';
  }
  return 'customer';
};
