import { STATS_DIMENSIONS } from '#db';
import type { Handler } from '../answer.ts';
import { json } from '../answer.ts';
import { FILTER_PARAMETERS, incidentFilter } from '../filters.ts';
import { readParameters } from '../params.ts';

/** `GET /v1/stats`: how many incidents fit a filter, counted by month, attacker and more, and how long things took. */
export const stats: Handler = async (call, services) => {
  const { by = STATS_DIMENSIONS, ...filters } = readParameters(call.query, [...FILTER_PARAMETERS, 'by']);
  return json(await services.store.stats(incidentFilter(filters), by), services);
};
