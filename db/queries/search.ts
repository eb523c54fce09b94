import { type SQL, sql } from 'drizzle-orm';
import { slug } from '#domain/ids.ts';
import { AppError } from '#errors';
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
  const column = sql.raw(polarity === 'not-taken' ? 'data_not_taken' : 'data_taken');
  if (dataType !== undefined) return sql`${column} @> array[${dataType}]::text[]`;
  return polarity === undefined ? undefined : sql`cardinality(${column}) > 0`;
};

/**
 * The filter as a condition over the table of incidents. A data type without a polarity means that it was taken: what
 * somebody says was not taken is found only by asking for that. Every word of `q` must stand in title or retailer.
 * @throws AppError `invalid-parameter` where `q` is too long.
 */
export const incidentCondition = (filter: IncidentFilter): SQL => {
  const data = dataCondition(filter);
  const conditions = [
    ...(filter.retailer === undefined ? [] : [sql`victim = ${storable(filter.retailer)}`]),
    ...(filter.actor === undefined ? [] : [sql`actors @> array[${slug(filter.actor)}]::text[]`]),
    ...(data ? [data] : []),
    ...terms(filter.q ?? '').map(term => sql`search like ${containing(term)}`),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
};
