import { and, arrayContains, eq, like, type SQL, sql } from 'drizzle-orm';
import { slug } from '#domain/ids.ts';
import { AppError } from '#errors';
import { incidents } from '../schema/index.ts';
import type { IncidentFilter } from '../store.ts';
import { storable } from '../text.ts';

/** Text as it is searched: lower case, without accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A `like` pattern for text that contains the term as it is. */
const containing = (term: string): string => `%${term.replace(/[\\%_]/g, '\\$&')}%`;

const LONGEST_QUERY = 200;

const terms = (q: string): readonly string[] => {
  if (q.length > LONGEST_QUERY) {
    throw new AppError('invalid-parameter', `The search text is longer than ${LONGEST_QUERY} characters.`, {
      subject: 'q',
      hint: 'Search for fewer words.',
    });
  }
  return fold(storable(q)).split(/\s+/).filter(Boolean);
};

const dataCondition = ({ dataType, polarity }: IncidentFilter): SQL | undefined => {
  const column = polarity === 'not-taken' ? incidents.dataNotTaken : incidents.dataTaken;
  if (dataType !== undefined) return arrayContains(column, [dataType]);
  return polarity === undefined ? undefined : sql`cardinality(${column}) > 0`;
};

/**
 * The filter as a condition over the table of incidents; undefined where it lets everything through. A data type
 * without a polarity means that it was taken: what somebody says was not taken is found only by asking for that. Every
 * word of `q` must stand in title or retailer.
 * @throws AppError `invalid-parameter` where `q` is too long.
 */
export const incidentCondition = (filter: IncidentFilter): SQL | undefined =>
  and(
    filter.retailer === undefined ? undefined : eq(incidents.victim, storable(filter.retailer)),
    filter.actor === undefined ? undefined : arrayContains(incidents.actors, [slug(filter.actor)]),
    dataCondition(filter),
    ...terms(filter.q ?? '').map(term => like(incidents.search, containing(term))),
  );
