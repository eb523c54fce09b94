import type { Delivery, DeliveryAttempt, DeliveryState } from '#domain/subscription.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { AttemptResult, FanOut } from '../push.ts';
import type { Page, PageRequest } from '../store.ts';
import { isoTime, present, storable, toJson } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';

interface DeliveryRow {
  readonly id: string;
  readonly subscription_id: string;
  readonly seq: string | null;
  readonly state: DeliveryState;
  readonly created_at: string;
  readonly next_at: string | null;
  readonly finished_at: string | null;
  readonly tried: string | readonly AttemptRow[];
}

interface AttemptRow {
  readonly at: string;
  readonly milliseconds: number;
  readonly status: number | null;
  readonly error: string | null;
}

const time = (value: string | null): string | null => (value === null ? null : isoTime(value));

const toAttempt = ({ at, milliseconds, status, error }: AttemptRow): DeliveryAttempt => ({
  at: isoTime(at),
  milliseconds,
  ...present('status', status),
  ...present('error', error),
});

const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  subscription: row.subscription_id,
  ...present('seq', row.seq === null ? null : Number(row.seq)),
  state: row.state,
  createdAt: isoTime(row.created_at),
  ...present('nextAt', time(row.next_at)),
  ...present('finishedAt', time(row.finished_at)),
  attempts: (typeof row.tried === 'string' ? (JSON.parse(row.tried) as AttemptRow[]) : row.tried).map(toAttempt),
});

const COLUMNS = sql.raw(`d.id, d.subscription_id, d.seq, d.state, d.created_at, d.next_at, d.finished_at,
  coalesce((select json_agg(json_build_object('at', a.at, 'milliseconds', a.milliseconds, 'status', a.status,
    'error', a.error) order by a.number) from receipts.attempts a where a.delivery_id = d.id), '[]') as tried`);

/** How long deliveries are listed after they ended. */
const KEPT = sql.raw(`interval '30 days'`);

/** Moves a subscription on with the deliveries that follow, all or nothing. False where it was moved by somebody else. */
export const fanOut = async (
  client: Client,
  { subscription, from, to, told, at, nextAt }: FanOut,
): Promise<boolean> => {
  const rows = await client.rows(sql`
    with moved as (
      update receipts.subscriptions set seen = ${to}, next_at = coalesce(${nextAt ?? null}::timestamptz, next_at)
      where id = ${subscription} and seen = ${from} returning id, channel
    ), given as (
      select moved.id as subscription_id, moved.channel, r.* from moved, jsonb_to_recordset(${toJson(told)}::jsonb) as r(
        seq bigint, incident text, delivery text)
    ), noted as (
      insert into receipts.told (subscription_id, incident_id) select distinct subscription_id, incident from given
      on conflict do nothing
    ), queued as (
      insert into receipts.deliveries (id, subscription_id, seq, state, attempts, created_at, next_at)
      select delivery, subscription_id, seq, 'pending', 0, ${at}::timestamptz, ${at}::timestamptz
      from given where channel = 'webhook'
      on conflict (id) do nothing
    ), old as (
      delete from receipts.deliveries d using moved
      where d.subscription_id = moved.id and d.finished_at < ${at}::timestamptz - ${KEPT}
    )
    select id from moved`);
  return rows.length > 0;
};

/** Puts a test message into the queue of a webhook. */
export const addTest = async (client: Client, delivery: string, subscription: string, at: string): Promise<void> => {
  await client.rows(sql`
    insert into receipts.deliveries (id, subscription_id, state, attempts, created_at, next_at)
    values (${delivery}, ${subscription}, 'pending', 0, ${at}, ${at}) on conflict (id) do nothing`);
};

/** The oldest delivery of a subscription that is due. */
export const nextDelivery = async (
  client: Client,
  subscription: string,
  now: string,
): Promise<Delivery | undefined> => {
  const [row] = await client.rows<DeliveryRow>(sql`
    select ${COLUMNS} from receipts.deliveries d
    where d.subscription_id = ${subscription} and d.state = 'pending' and d.next_at <= ${now}::timestamptz
    order by d.next_at, d.seq nulls first, d.id limit 1`);
  return row && toDelivery(row);
};

/** Writes what an attempt came to, and with it what becomes of the subscription. */
export const recordAttempt = async (client: Client, result: AttemptResult): Promise<void> => {
  const { delivery, subscription, number, attempt, state, nextAt, disable } = result;
  const { at, milliseconds, status, error } = attempt;
  await client.rows(sql`
    with sent as (
      insert into receipts.attempts (delivery_id, number, at, milliseconds, status, error)
      select d.id, ${number}::integer, ${at}::timestamptz, ${milliseconds}::integer, ${status ?? null}::integer,
        ${error === undefined ? null : storable(error)}::text
      from receipts.deliveries d where d.id = ${delivery}
      on conflict do nothing
    ), ended as (
      update receipts.deliveries set state = ${state}, attempts = ${number}, next_at = ${nextAt ?? null}::timestamptz,
        finished_at = case when ${state} = 'pending' then null else ${at}::timestamptz end
      where id = ${delivery} and attempts < ${number}
    )
    update receipts.subscriptions set
      failing_since = case when ${state} = 'delivered' then null else coalesce(failing_since, ${at}::timestamptz) end,
      state = case when ${disable ?? null}::text is null then state else 'disabled' end,
      reason = coalesce(${disable ?? null}::text, reason)
    where id = ${subscription}`);
};

export const getDelivery = async (client: Client, id: string): Promise<Delivery | undefined> => {
  const [row] = await client.rows<DeliveryRow>(
    sql`select ${COLUMNS} from receipts.deliveries d where d.id = ${storable(id)}`,
  );
  return row && toDelivery(row);
};

/** Newest first. @throws AppError `invalid-parameter`. */
export const listDeliveries = async (
  client: Client,
  subscription: string,
  page: PageRequest,
): Promise<Page<Delivery>> => {
  const after = readCursor(page, 'deliveries', 2);
  const rows = await client.rows<DeliveryRow>(sql`
    select ${COLUMNS} from receipts.deliveries d
    where d.subscription_id = ${subscription}
      and ${after ? sql`(d.created_at, d.id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`}
    order by d.created_at desc, d.id desc limit ${page.limit + 1}`);
  return toPage(rows, page, 'deliveries', row => [isoTime(row.created_at), row.id], toDelivery);
};
