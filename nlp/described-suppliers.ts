import { slug } from '#domain/ids.ts';
import type { Mention, Sentence } from './types.ts';

/** A firm that serves shops and that no list has, as the article introduces it. */
export interface DescribedSupplier {
  readonly id: string;
  readonly name: string;
}

const NAME = "(\\p{Lu}[\\p{L}\\p{N}&'’-]+(?: (?:& )?\\p{Lu}[\\p{L}\\p{N}&'’-]+){0,2})";
const SERVES =
  '(?:(?:payments?|payroll|logistics|technology|outsourcing|software|staffing|benefits|call[- ]cent(?:er|re)|customer (?:care|support|experience|service)|point-of-sale|fulfil?lment|warehousing|marketing|loyalty|delivery)[\\p{L} -]{0,40}? (?:providers?|vendors?|suppliers?|giant|agency|firm|company|contractors?|processor)|(?:services|staff benefits|payroll) (?:agency|provider|firm))';
/** "payment giant X", "X, one of the largest call center providers", "X is a provider of payroll services" */
const INTRODUCED = [
  new RegExp(`\\b${SERVES} ${NAME}`, 'gu'),
  new RegExp(`${NAME}, (?:an?|the|one of) [^.;]{0,100}?\\b${SERVES}`, 'gu'),
  new RegExp(
    `${NAME} (?:is|was) (?:an?|the|one of) (?:[\\p{L}-]+ ){0,4}?(?:providers?|vendors?|suppliers?) of\\b`,
    'gu',
  ),
];
/** Shops are named as its customers, or as those that were hit through it. */
const CLIENTS =
  /\b(?:customers|clients|users|accounts|works with|services|entities|organi[sz]ations|companies) (?:[a-z]+ ){0,6}?(?:includ\w+|such as|like|for|are|impacted|affected)\b/;
const INTRODUCTION = 6;
const LEAST_TIMES = 3;

/** A sentence's first word may be of the trade: "Payroll provider X". */
const uncapped = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const timesOf = (sentences: readonly Sentence[], name: string): number =>
  sentences.filter(({ text }) => text.includes(name)).length;

/** Suppliers of shops introduced in the lead of an article that names shops as their customers. */
export const describedSuppliers = (
  sentences: readonly Sentence[],
  known: readonly Mention[],
): readonly DescribedSupplier[] => {
  const retailers = known.filter(({ kind }) => kind === 'retailer');
  if (retailers.some(({ sentence }) => sentence === 0)) return [];
  const served = retailers.some(({ sentence }) => CLIENTS.test(sentences[sentence]?.letters ?? ''));
  if (!served) return [];
  const found = new Map<string, DescribedSupplier>();
  for (const sentence of sentences.slice(1, INTRODUCTION))
    for (const pattern of INTRODUCED)
      for (const match of [sentence.text, uncapped(sentence.text)].flatMap(text =>
        text === sentence.text || pattern === INTRODUCED[0] ? [...text.matchAll(pattern)] : [],
      )) {
        const name = (match[1] ?? '').replace(/['’]s?$/u, '');
        const start = sentence.start + match.index + match[0].indexOf(name);
        const isKnown = known.some(other => other.start < start + name.length && start < other.end);
        if (name.length > 2 && !isKnown && timesOf(sentences, name) >= LEAST_TIMES)
          found.set(slug(name), { id: slug(name), name });
      }
  return [...found.values()];
};
