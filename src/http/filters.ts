import type { IncidentFilter } from '#db';
import { invalid, type ParameterName, type Values } from './params.ts';

/** What must hold of the same event of which the other filters ask. */
export const QUALIFIERS = [
  'certainty',
  'speaker',
  'minIndependent',
  'happenedFrom',
  'happenedTo',
  'reportedFrom',
  'reportedTo',
] as const;

/** Filters of incidents, wherever there are any: lists, exports, statistics, subscriptions. */
export const FILTER_PARAMETERS = [
  'retailer',
  'actor',
  'attackType',
  'dataType',
  'polarity',
  'service',
  'serviceState',
  'kind',
  'metric',
  'currency',
  'minAmount',
  'maxAmount',
  ...QUALIFIERS,
  'knownFrom',
  'knownTo',
  'updatedFrom',
  'updatedTo',
  'status',
  'country',
  'shop',
  'q',
] as const satisfies readonly (ParameterName & keyof IncidentFilter)[];

type FilterName = (typeof FILTER_PARAMETERS)[number];

const RANGES = ['happened', 'reported', 'known', 'updated'] as const;

const refuseBackwards = (given: Pick<Values, FilterName>): void => {
  for (const range of RANGES) {
    const [from, to] = [given[`${range}From`], given[`${range}To`]];
    // A year stands for all its months: what is compared is as long as the shorter text.
    const length = Math.min(from?.length ?? 0, to?.length ?? 0);
    if (from !== undefined && to !== undefined && from.slice(0, length) > to.slice(0, length))
      throw invalid(`${range}To`, `"${range}To" lies before "${range}From".`, [`${from} or later`]);
  }
};

const refuseBareSums = ({ minAmount, maxAmount, metric, currency }: Pick<Values, FilterName>): void => {
  if (minAmount === undefined && maxAmount === undefined) return;
  const name = minAmount === undefined ? 'maxAmount' : 'minAmount';
  if (metric === undefined || currency === undefined)
    throw invalid(name, `"${name}" needs "metric" and "currency": sums of different things are not compared.`, [
      'together with metric and currency',
    ]);
  if (minAmount !== undefined && maxAmount !== undefined && maxAmount < minAmount)
    throw invalid('maxAmount', '"maxAmount" is less than "minAmount".', [`${minAmount} or more`]);
};

/**
 * The incidents that a query's filters ask for. Throws AppError `invalid-parameter` where a range ends before it begins,
 * or a sum has no metric and currency.
 */
export const incidentFilter = (given: Pick<Values, FilterName>): IncidentFilter => {
  refuseBackwards(given);
  refuseBareSums(given);
  return Object.fromEntries(
    FILTER_PARAMETERS.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])),
  ) as IncidentFilter;
};
