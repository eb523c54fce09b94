import { slug } from '#domain/ids.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import { type SQL, sql } from '../drizzle.ts';
import type { IncidentFilter } from '../store.ts';
import { storable } from '../text.ts';
import { containing, terms } from './search.ts';

const all = (conditions: readonly (SQL | undefined)[]): SQL =>
  sql.join(
    conditions.filter(condition => condition !== undefined),
    sql` and `,
  );

/** First instant of a day, as `reported_at` has instants. */
const startOf = (day: string): string => (day.length === 10 ? `${day}T00:00:00.000Z` : day);
const endOf = (day: string): string => (day.length === 10 ? `${day}T23:59:59.999Z` : day);

/** A denial is found only by asking for denials, and what was taken back by its speaker not at all. */
const standing = ({ certainty }: IncidentFilter): SQL => {
  if (certainty === undefined) return sql`f.stands`;
  return certainty === 'denied' ? sql`f.certainty = 'denied'` : sql`f.certainty = ${certainty} and f.stands`;
};

const qualifiers = (filter: IncidentFilter): readonly (SQL | undefined)[] => [
  filter.speaker && sql`${filter.speaker} = any(f.speakers)`,
  filter.minIndependent === undefined ? undefined : sql`f.independent >= ${filter.minIndependent}`,
  filter.happenedFrom === undefined ? undefined : sql`f.happened_to >= ${filter.happenedFrom}`,
  filter.happenedTo === undefined ? undefined : sql`f.happened_from <= ${filter.happenedTo}`,
  filter.reportedFrom === undefined ? undefined : sql`f.reported_at >= ${startOf(filter.reportedFrom)}`,
  filter.reportedTo === undefined ? undefined : sql`f.reported_at <= ${endOf(filter.reportedTo)}`,
];

const said = (kind: ClaimKind, key?: string, detail?: string): SQL =>
  all([
    sql`f.kind = ${kind}`,
    key === undefined ? undefined : sql`f.key = ${storable(key)}`,
    detail === undefined ? undefined : sql`f.detail = ${detail}`,
  ]);

/** Sums without sign: what is only bounded on one side reaches as far as it may. */
const sumCondition = ({ metric, currency, minAmount, maxAmount }: IncidentFilter): SQL | undefined => {
  if (metric === undefined && currency === undefined) return undefined;
  const low = sql`least(abs(coalesce(f.low, 0)), abs(coalesce(f.high, 'infinity')))`;
  const high = sql`greatest(abs(coalesce(f.low, 0)), abs(coalesce(f.high, 'infinity')))`;
  const bounded = minAmount !== undefined || maxAmount !== undefined;
  return all([
    said('money', metric, currency),
    bounded ? sql`(f.low is not null or f.high is not null)` : undefined,
    minAmount === undefined ? undefined : sql`${high} >= ${minAmount}::double precision`,
    maxAmount === undefined ? undefined : sql`${low} <= ${maxAmount}::double precision`,
  ]);
};

/** One condition per thing that is asked for: each may be met by an event of its own. */
const events = (filter: IncidentFilter): readonly SQL[] => {
  const { attackType, actor, dataType, polarity, service, serviceState, kind } = filter;
  return [
    attackType && said('attack', attackType),
    actor && said('actor', slug(actor)),
    dataType || polarity ? said('data', dataType, polarity ?? 'taken') : undefined,
    service || serviceState ? said('service', service, serviceState) : undefined,
    sumCondition(filter),
    kind && said(kind),
  ].filter(condition => condition !== undefined && condition !== '');
};

const someEvent = (conditions: readonly (SQL | undefined)[]): SQL =>
  sql`exists (select from receipts.incident_facts f where f.incident_id = i.id and ${all(conditions)})`;

const eventConditions = (filter: IncidentFilter): readonly SQL[] => {
  const asked = events(filter);
  const narrowed = qualifiers(filter);
  if (asked.length > 0) return asked.map(condition => someEvent([condition, standing(filter), ...narrowed]));
  const isNarrowed = filter.certainty !== undefined || narrowed.some(condition => condition !== undefined);
  return isNarrowed ? [someEvent([standing(filter), ...narrowed])] : [];
};

/** A year stands for all its months. */
const lastMonth = (known: string): string => (known.length === 4 ? `${known}-12` : known);

/**
 * The filter as a condition over `receipts.incidents i`; `true` where it lets everything through. A data type without a
 * polarity means that it was taken: what somebody says was not taken is found only by asking for that. Every word of `q`
 * must stand in title or retailer.
 * @throws AppError `invalid-parameter` where `q` is too long.
 */
export const incidentCondition = (filter: IncidentFilter): SQL => {
  const { retailer, status, country, shop, knownFrom, knownTo, updatedFrom, updatedTo } = filter;
  return all([
    sql`true`,
    retailer === undefined ? undefined : sql`i.victim = ${storable(retailer)}`,
    status === undefined ? undefined : sql`i.state = ${status}`,
    country === undefined ? undefined : sql`i.country = ${country}`,
    shop === undefined ? undefined : sql`i.shop = ${storable(shop)}`,
    knownFrom === undefined ? undefined : sql`i.known >= ${knownFrom}`,
    knownTo === undefined ? undefined : sql`i.known <= ${lastMonth(knownTo)}`,
    updatedFrom === undefined ? undefined : sql`i.updated_at >= ${startOf(updatedFrom)}::timestamptz`,
    updatedTo === undefined ? undefined : sql`i.updated_at <= ${endOf(updatedTo)}::timestamptz`,
    ...eventConditions(filter),
    ...terms(filter.q ?? '').map(term => sql`i.search like ${containing(term)}`),
  ]);
};
