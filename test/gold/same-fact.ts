import { slug } from '#domain/ids.ts';
import type { Field } from '../../scripts/eval/labels.ts';

/** A fact as the codebook writes it. */
export type Fact = Readonly<Record<string, unknown>>;

/** The lists of facts that an incident may have. */
export { FIELDS as FACT_FIELDS, type Field as FactField } from '../../scripts/eval/labels.ts';

const DAY = 86_400_000;

/** Numbers agree within 2 %, with their sign. */
const near = (one: unknown, other: unknown): boolean =>
  typeof one === 'number' &&
  typeof other === 'number' &&
  Math.abs(one - other) <= 0.02 * Math.max(Math.abs(one), Math.abs(other));

const amountOf = (fact: Fact): unknown => fact['amount'] ?? fact['max'] ?? fact['min'];

const sameMoney = (gold: Fact, found: Fact): boolean =>
  gold['metric'] === found['metric'] &&
  (gold['percent'] === undefined
    ? near(amountOf(gold), amountOf(found)) && gold['currency'] === found['currency']
    : near(gold['percent'], found['percent']));

/** A year stands for its middle, a month for its fifteenth. */
const dayNumber = (date: string): number =>
  Date.parse(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date.slice(0, 10)) / DAY;

/** The label's precision decides: the same year, within 16 days where it says about or a month, within a day else. */
const sameDate = (gold: Fact, found: Fact): boolean => {
  const want = String(gold['date'] ?? '');
  const got = String(found['date'] ?? '');
  if (want === '' || got === '') return false;
  if (gold['precision'] === 'year' || want.length === 4) return want.slice(0, 4) === got.slice(0, 4);
  const coarse = gold['precision'] === 'about' || gold['precision'] === 'month' || want.length === 7;
  return Math.abs(dayNumber(want) - dayNumber(got)) <= (coarse ? 16 : 1);
};

const sameOf =
  (...names: readonly string[]) =>
  (gold: Fact, found: Fact): boolean =>
    names.every(name => gold[name] === found[name]);

/** A gang's name without "ransomware group" and the like. */
const gang = (fact: Fact): string =>
  slug(String(fact['name'])).replace(/-ransomware$|-(?:ransomware-)?(?:group|gang|cartel)$/, '');

/** When a label and a prediction say the same thing. */
export const SAME_FACT: Readonly<Record<Field, (gold: Fact, found: Fact) => boolean>> = {
  attack: sameOf('type'),
  actors: (gold, found) => gang(gold) === gang(found),
  data: sameOf('type', 'polarity'),
  people: (gold, found) => near(gold['count'], found['count']) && gold['sense'] === found['sense'],
  services: sameOf('service', 'state'),
  money: sameMoney,
  responses: sameOf('action'),
  leak: sameOf('state'),
  legal: sameOf('action'),
  dates: (gold, found) => gold['what'] === found['what'] && sameDate(gold, found),
};

/** Suspects' descriptions and dates of other events are kept but not scored. */
export const isScored = (field: Field, fact: Fact): boolean =>
  !(field === 'actors' && fact['role'] === 'suspect-person') && !(field === 'dates' && fact['what'] === 'other');
