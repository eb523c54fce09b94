import type { Client } from '../client.ts';
import { type SQL, sql } from '../drizzle.ts';
import type { Distribution, IncidentFilter, Stats, StatsDimension } from '../store.ts';
import { present } from '../text.ts';
import { incidentCondition } from './incident-condition.ts';

/** Values that are given of one dimension, at most. */
const MOST_VALUES = 200;

/** Which incidents are counted: under a filter those of the table `fitting`; else all, as indexes hold them. */
interface Counted {
  readonly incidents: SQL;
  readonly facts: SQL;
}

type Count = (counted: Counted) => SQL;

const facts =
  (kind: string, detail?: string): Count =>
  ({ facts: table }) =>
    sql`
  select f.key as value, count(distinct f.incident_id)::integer as incidents
  from ${table}
  where f.kind = ${kind} and f.stands and ${detail === undefined ? sql`true` : sql`f.detail = ${detail}`}
  group by f.key`;
const column =
  (name: string): Count =>
  ({ incidents }) =>
    sql`
  select ${sql.raw(name)} as value, count(*)::integer as incidents
  from ${incidents} where ${sql.raw(name)} is not null group by 1`;

const COUNTS: Readonly<Record<StatsDimension, Count>> = {
  month: column('known'),
  actor: facts('actor'),
  attackType: facts('attack'),
  dataType: facts('data', 'taken'),
  dataNotTaken: facts('data', 'not-taken'),
  country: column('country'),
  shop: column('shop'),
  status: column('state'),
  retailer: column('victim'),
  service: facts('service'),
};

const FITTING: Counted = {
  incidents: sql`fitting`,
  facts: sql`fitting join receipts.incident_facts f on f.incident_id = fitting.id`,
};
const ALL: Counted = { incidents: sql`receipts.incidents`, facts: sql`receipts.incident_facts f` };

const isOpen = (filter: IncidentFilter): boolean => Object.values(filter).every(value => value === undefined);

/** What stands before a count. */
const fitting = (filter: IncidentFilter): SQL =>
  isOpen(filter)
    ? sql``
    : sql`
  with fitting as materialized (
    select i.id, i.victim, i.known, i.country, i.shop, i.state, i.disclose_days, i.restore_days
    from receipts.incidents i where ${incidentCondition(filter)}
  )`;

interface Spread {
  readonly incidents: number;
  readonly parts: readonly number[] | null;
  readonly low: number | null;
  readonly high: number | null;
}

const spread = (name: string, { incidents }: Counted): SQL => {
  const days = sql.raw(name);
  return sql`(select jsonb_build_object('incidents', count(${days}), 'low', min(${days}), 'high', max(${days}),
    'parts', percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${days})) from ${incidents})`;
};

const toDistribution = ({ incidents, parts, low, high }: Spread): Distribution => ({
  incidents,
  ...present('min', low),
  ...present('q1', parts?.[0]),
  ...present('median', parts?.[1]),
  ...present('q3', parts?.[2]),
  ...present('max', high),
});

/** Counts of the incidents that fit a filter. @throws AppError `invalid-parameter`. */
export const stats = async (client: Client, filter: IncidentFilter, by: readonly StatsDimension[]): Promise<Stats> => {
  const counted = isOpen(filter) ? ALL : FITTING;
  const [whole] = await client.rows<{ incidents: number; disclose: Spread; restore: Spread }>(sql`
    ${fitting(filter)} select (select count(*) from ${counted.incidents})::integer as incidents,
      ${spread('disclose_days', counted)} as disclose, ${spread('restore_days', counted)} as restore`);
  const counts = await Promise.all(
    by.map(async one => {
      const order = one === 'month' ? sql`value` : sql`incidents desc, value`;
      const values = await client.rows<{ value: string; incidents: number }>(sql`
        ${fitting(filter)} select value, incidents from (${COUNTS[one](counted)}) as counts order by ${order} limit ${MOST_VALUES}`);
      return { by: one, values: values.map(({ value, incidents }) => ({ value, incidents })) };
    }),
  );
  const none: Spread = { incidents: 0, parts: null, low: null, high: null };
  return {
    incidents: whole?.incidents ?? 0,
    counts,
    daysToDisclose: toDistribution(whole?.disclose ?? none),
    daysToRestore: toDistribution(whole?.restore ?? none),
  };
};
