import type { IncidentFilter } from '#db';
import { AppError } from '#errors';
import type { Member } from './body.ts';
import { FILTER_PARAMETERS, incidentFilter } from './filters.ts';
import { readParameters } from './params.ts';

/** The filters of a subscription, an object of the parameters of `/v1/incidents`, each as text. */
export const filterMember: Member<Readonly<Record<string, string>>> = {
  read: value =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(one => typeof one === 'string')
      ? (value as Readonly<Record<string, string>>)
      : undefined,
  allowed: ['an object of the filters of /v1/incidents, each as text, e.g. {"retailer": "harrods"}'],
};

/**
 * A saved filter: as the store reads it, and as a query. Throws AppError `invalid-parameter` with a `parameter` such as
 * `filter.retailer`.
 */
export const savedFilter = (
  given: Readonly<Record<string, string>>,
): { readonly filter: IncidentFilter; readonly query: string } => {
  const query = new URLSearchParams(Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  try {
    return { filter: incidentFilter(readParameters(query, FILTER_PARAMETERS)), query: query.toString() };
  } catch (error) {
    if (!(error instanceof AppError) || error.subject === undefined) throw error;
    throw new AppError('invalid-parameter', error.message, {
      subject: `filter.${error.subject}`,
      ...(error.data === undefined ? {} : { data: error.data }),
    });
  }
};

/** A saved query as the object that it came from. */
export const filterOf = (query: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(query));
