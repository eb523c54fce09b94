import type { MoneyClaim, MoneyValue } from '#domain/claim.ts';
import type { Certainty, MoneyMetric } from '#domain/vocabulary.ts';
import { retailerRow } from '../entities.ts';
import { type MoneyMention, moneyIn } from '../money.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { isThreat } from './advice.ts';
import {
  AGGREGATE,
  directionOf,
  IN_GENERAL,
  LEVEL_AFTER,
  LEVEL_BEFORE,
  NOT_IMPOSED,
  OF_OTHERS,
  withoutCoins,
} from './money/context.ts';
import { MEASURES, type Measure } from './money/measures.ts';
import { placesOf, sentencesToRead, speaksOfAnother, speaksOfVictim } from './place.ts';

const BEFORE = 140;
const AFTER = 100;
const SIGNED: ReadonlySet<MoneyMetric> = new Set(['market-value', 'share-price', 'profit', 'sales']);
const OF_MANY: ReadonlySet<MoneyMetric> = new Set(['ransom-demand', 'ransom-payment']);
/** A sum that is said to be still to come, or is estimated. */
const FORECAST =
  /\b(?:likely|expect\w*|forecast\w*|estimat\w*|could|may|might|would|potential\w*|brac(?:e|es|ing)|warn(?:s|ed|ing)|predict\w*|project(?:s|ed|ion)|set to|fac(?:es|ing)|gear\w* up|will|anticipat\w*|fear(?:s|ed)|looming)\b/;

/** "Will pay $17m to settle" is agreed; "could pay" is not. */
const UNDECIDED = /\b(?:could|may|might|would|likely|propos(?:es|ed)|potential\w*|fac(?:es|ing)|up to)\b/;

/** What one firm paid or was made to pay: only where the sentence speaks of the victim, not of another firm. */
const OF_ONE: ReadonlySet<MoneyMetric> = new Set(['ransom-payment', 'fine', 'settlement']);

/** "Or hand over $1,000 in vouchers": asked of the victim, not given by it. */
const EXTORTED = /\b(?:demand\w*|extort\w*|ransom)\b/;

/** "A $50 million ransom, one of the highest at the time": still one ransom. */
const ONE_OF_THE = /,? (?:one of|among) the (?:highest|largest)\b/;

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly letters: string;
}

/** The words on both sides of a sum, up to the neighbouring sums; a conversion and a period behind it are left out. */
const surroundings = (sentence: Sentence, sums: readonly MoneyMention[], index: number): Surroundings => {
  const letters = sentence.letters;
  const sum = sums[index];
  if (sum === undefined) return { before: '', after: '', letters };
  const [lead, end] = [sum.lead - sentence.start, sum.end - sentence.start];
  const from = (sums[index - 1]?.end ?? sentence.start) - sentence.start;
  const to = (sums[index + 1]?.lead ?? sentence.end) - sentence.start;
  const after = letters
    .slice(end, Math.max(end, to))
    .replace(/^ ?[([][^)\]]{0,60}[)\]]/, '')
    .replace(/^ (?:a|per|each|every) (?:day|week|month)\b/, '');
  return {
    before: withoutCoins(letters.slice(Math.max(0, from, lead - BEFORE), lead)),
    after: after.slice(0, AFTER),
    letters,
  };
};

const fits = (measure: Measure, mention: MoneyMention, { before, after, letters }: Surroundings): boolean =>
  (measure.percent === true) === (mention.currency === undefined) &&
  (measure.before?.test(before) ?? true) &&
  (measure.after?.test(after) ?? true) &&
  (measure.beside?.test(letters) ?? true);

const valueFor = (metric: MoneyMetric, mention: MoneyMention, sign: 1 | -1): MoneyValue => {
  const { value, max, currency, qualifier, per } = mention;
  const ends = sign < 0 && max !== undefined ? { min: -max, max: -value } : { min: value, max };
  const size = currency === undefined ? { percent: sign * value } : max === undefined ? { amount: sign * value } : ends;
  return {
    metric,
    ...(size as Pick<MoneyValue, 'amount' | 'min' | 'max' | 'percent'>),
    ...(currency === undefined ? {} : { currency }),
    qualifier,
    ...(per === undefined ? {} : { per }),
  };
};

const HOME_DOLLARS: Readonly<Record<string, string>> = { CA: 'CAD', AU: 'AUD', NZ: 'NZD' };
/** An outlet that writes "US$" for American dollars, or "$5-million" as Canadian papers do. */
const OTHER_DOLLARS = /\bUS ?\$|(?<![A-Z])\$[\d.,]+-[mb]illion/;

/** A bare "$" is the dollar of the victim's country where the outlet marks the American one. */
const inHomeDollars = (reading: Reading, mention: MoneyMention, incident: number): MoneyMention => {
  const home = HOME_DOLLARS[retailerRow(reading.incidents[incident]?.victim ?? '')?.country ?? ''];
  const bare = /^\$/.test(reading.text.slice(mention.start)) && !/[A-Za-z]$/.test(reading.text.slice(0, mention.start));
  return home !== undefined && bare && mention.currency === 'USD' && OTHER_DOLLARS.test(reading.text)
    ? { ...mention, currency: home }
    : mention;
};

const readSum = (reading: Reading, sentence: Sentence, sums: readonly MoneyMention[], index: number): MoneyClaim[] => {
  const mention = sums[index];
  if (mention === undefined || mention.vague) return [];
  const around = surroundings(sentence, sums, index);
  const measure = MEASURES.find(one => fits(one, mention, around));
  if (measure === undefined) return [];
  const { metric, rule } = measure;
  if (metric !== 'fine' && metric !== 'profit' && (LEVEL_BEFORE.test(around.before) || LEVEL_AFTER.test(around.after)))
    return [];
  if (metric === 'profit' && /\b(?:to|from|against|than) $/.test(around.before) && rule !== 'loss-of') return [];
  if (OF_MANY.has(metric) && AGGREGATE.test(around.letters.replace(ONE_OF_THE, ''))) return [];
  if (
    (OF_MANY.has(metric) || metric === 'cost') &&
    OF_OTHERS.test(sentence.letters.slice(0, mention.lead - sentence.start))
  )
    return [];
  if (metric === 'fine' && NOT_IMPOSED.test(around.before)) return [];
  if (OF_ONE.has(metric) && (!speaksOfVictim(reading, sentence) || speaksOfAnother(reading, sentence))) return [];
  if (metric === 'fine' && isThreat(around.letters)) return [];
  if (metric === 'compensation' && EXTORTED.test(around.letters)) return [];
  if (metric === 'cost' && IN_GENERAL.test(around.letters)) return [];
  const direction = directionOf(around.before, around.after);
  if ((metric === 'market-value' || metric === 'share-price') && direction === 0) return [];
  const scope = reading.scopeAt(sentence, mention.start, mention.end);
  // "unless $2,000 is paid", "would leak it if … wasn't paid": the condition is the demand
  const demanded = metric === 'ransom-demand';
  if ((scope.negated && !demanded) || (scope.conditional && !demanded) || scope.generic) return [];
  const sign =
    SIGNED.has(metric) && !((metric === 'market-value' || metric === 'share-price') && direction > 0) ? -1 : 1;
  const open = (OF_ONE.has(metric) ? UNDECIDED : FORECAST).test(around.letters);
  const certainty: { certainty?: Certainty } = open ? { certainty: 'possible' } : {};
  return placesOf(reading, sentence, {
    start: mention.lead,
    end: mention.end,
    around: [60, 60],
    rule: `money/${rule}`,
    confidence: measure.metric === 'cost' ? 0.7 : 0.8,
    ...certainty,
  }).map(place => ({
    kind: 'money',
    value: valueFor(metric, inHomeDollars(reading, mention, place.incident), sign),
    ...place,
  }));
};

const size = ({ value }: MoneyClaim): number => Math.abs(value.amount ?? value.max ?? value.min ?? 0);

const NEARLY = 0.03;
/** How many figures of a sum say something: 26.42 million has four. */
const figures = (amount: number): number => String(Math.round(amount)).replace(/0+$/, '').length;

/** "RM26m" beside "RM26.42 million" is the same sum, rounded. */
const mostPrecise = (claims: readonly MoneyClaim[]): readonly MoneyClaim[] =>
  claims.filter(
    claim =>
      !claims.some(
        other =>
          other.incident === claim.incident &&
          other.value.metric === claim.value.metric &&
          other.value.currency === claim.value.currency &&
          other.value.amount !== undefined &&
          claim.value.amount !== undefined &&
          other.value.amount !== claim.value.amount &&
          Math.abs(size(other) - size(claim)) <= NEARLY * size(other) &&
          figures(size(other)) > figures(size(claim)),
      ),
  );

/** A cost of the same size as a named loss is that loss, told loosely ("an £80m hit"); so is a sum told converted. */
const withoutEchoes = (claims: readonly MoneyClaim[], conversions: ReadonlySet<string>): readonly MoneyClaim[] =>
  claims.filter(claim => {
    if (conversions.has(`${claim.value.currency} ${size(claim)}`)) return false;
    return !(
      claim.value.metric === 'cost' &&
      claims.some(
        other => other.value.metric !== 'cost' && other.incident === claim.incident && size(other) === size(claim),
      )
    );
  });

/**
 * Reads money claims: what an incident cost, took off the value, the sales or the profit, what was demanded, paid, fined.
 * Sums that measure nothing of the incident (annual revenue, prices, sums raised) are none.
 */
export const moneyClaims: Extractor<MoneyClaim> = reading => {
  const sums = sentencesToRead(reading).map(sentence => moneyIn(sentence));
  const conversions = new Set(sums.flat().flatMap(({ converted: c }) => (c ? [`${c.currency} ${c.value}`] : [])));
  const claims = sentencesToRead(reading).flatMap((sentence, i) =>
    (sums[i] ?? []).flatMap((_, index) => readSum(reading, sentence, sums[i] ?? [], index)),
  );
  return withoutEchoes(mostPrecise(claims), conversions);
};
