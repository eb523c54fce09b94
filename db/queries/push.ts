import type { EventNews, LoggedNews, NewsKind } from '#domain/news.ts';
import type { Cadence, Channel, Subscription, SubscriptionState } from '#domain/subscription.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { FilteredSubscription, Push } from '../push.ts';
import type { IncidentFilter } from '../store.ts';
import { isoTime, present, storable, toJson } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';
import { addTest, fanOut, getDelivery, listDeliveries, nextDelivery, recordAttempt } from './deliveries.ts';
import { incidentCondition } from './incident-condition.ts';

interface NewsRow {
  readonly seq: string;
  readonly at: string;
  readonly victim: string;
  readonly incident_id: string;
  readonly kind: NewsKind;
  readonly moved_to: string | null;
  readonly events: string | readonly EventNews[];
}

const parsed = <T>(value: string | T): T => (typeof value === 'string' ? (JSON.parse(value) as T) : value);

const toNews = (row: NewsRow): LoggedNews => ({
  seq: Number(row.seq),
  at: isoTime(row.at),
  victim: row.victim,
  incidentId: row.incident_id,
  kind: row.kind,
  ...present('movedTo', row.moved_to),
  events: parsed(row.events),
});

interface SubscriptionRow {
  readonly id: string;
  readonly owner: string;
  readonly channel: Channel;
  readonly target: string;
  readonly query: string;
  readonly filter: string | IncidentFilter;
  readonly description: string | null;
  readonly cadence: Cadence | null;
  readonly secret: string;
  readonly state: SubscriptionState;
  readonly reason: string | null;
  readonly created_at: string;
  readonly seen: string;
  readonly failing_since: string | null;
}

const toSubscription = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  owner: row.owner,
  channel: row.channel,
  target: row.target,
  query: row.query,
  ...present('description', row.description),
  ...present('cadence', row.cadence),
  secret: row.secret,
  state: row.state,
  ...present('reason', row.reason),
  createdAt: isoTime(row.created_at),
  seen: Number(row.seen),
  ...present('failingSince', row.failing_since === null ? null : isoTime(row.failing_since)),
});

const one = (rows: readonly SubscriptionRow[]): FilteredSubscription | undefined => {
  const [row] = rows;
  return row && { subscription: toSubscription(row), filter: parsed(row.filter) };
};

const LAST = sql.raw(`(select last from receipts.change_counter where id = 'changes')`);

const fitting = async (
  client: Client,
  filter: IncidentFilter,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await client.rows<{ id: string }>(sql`
    select i.id from receipts.incidents i
    where i.id in (select jsonb_array_elements_text(${toJson(ids)}::jsonb)) and ${incidentCondition(filter)}`);
  return new Set(rows.map(({ id }) => id));
};

const due = async (client: Client, now: string, limit: number): Promise<readonly string[]> => {
  const rows = await client.rows<{ id: string }>(sql`
    select id from receipts.subscriptions s
    where state = 'active' and (
      (channel = 'webhook' and seen < ${LAST})
      or (channel = 'email' and next_at <= ${now}::timestamptz)
      or exists (select from receipts.deliveries d
        where d.subscription_id = s.id and d.state = 'pending' and d.next_at <= ${now}::timestamptz))
    order by id limit ${limit}`);
  return rows.map(({ id }) => id);
};

/** Whether something is to be done for one subscription. */
export const isDue = async (client: Client, id: string, now: string): Promise<boolean> => {
  const rows = await client.rows(sql`
    select from receipts.subscriptions s
    where id = ${id} and state = 'active' and (
      (channel = 'webhook' and seen < ${LAST})
      or (channel = 'email' and next_at <= ${now}::timestamptz)
      or exists (select from receipts.deliveries d
        where d.subscription_id = s.id and d.state = 'pending' and d.next_at <= ${now}::timestamptz))`);
  return rows.length > 0;
};

export { due as dueSubscriptions };

/** The log of changes, and who is told of them. */
export const createPush = (client: Client): Push => ({
  lastNews: async () => {
    const [row] = await client.rows<{ last: string }>(sql`select ${LAST} as last`);
    return Number(row?.last ?? 0);
  },
  newsAfter: async (seq, limit) =>
    (
      await client.rows<NewsRow>(sql`select * from receipts.changes where seq > ${seq} order by seq limit ${limit}`)
    ).map(toNews),
  getNews: async seq => {
    const [row] = await client.rows<NewsRow>(sql`select * from receipts.changes where seq = ${seq}`);
    return row && toNews(row);
  },
  fitting: (filter, ids) => fitting(client, filter, ids),
  toldOf: async (subscription, ids) => {
    const rows = await client.rows<{ incident_id: string }>(sql`
      select incident_id from receipts.told where subscription_id = ${subscription}
        and incident_id in (select jsonb_array_elements_text(${toJson(ids)}::jsonb))`);
    return new Set(rows.map(row => row.incident_id));
  },
  subscribe: async (
    { id, owner, channel, target, query, description, cadence, secret, state, createdAt },
    filter,
    at,
  ) => {
    await client.rows(sql`
      insert into receipts.subscriptions
        (id, owner, channel, target, query, filter, description, cadence, secret, state, created_at, seen, next_at)
      values (${id}, ${owner}, ${channel}, ${storable(target)}, ${storable(query)}, ${toJson(filter)}::jsonb,
        ${description === undefined ? null : storable(description)}, ${cadence ?? null}, ${secret}, ${state},
        ${createdAt}, ${LAST}, ${at ?? null})
      on conflict (id) do nothing`);
  },
  getSubscription: async id =>
    one(await client.rows<SubscriptionRow>(sql`select * from receipts.subscriptions where id = ${storable(id)}`)),
  bySecret: async secret =>
    one(
      await client.rows<SubscriptionRow>(sql`select * from receipts.subscriptions where secret = ${storable(secret)}`),
    ),
  listSubscriptions: async ({ channel, owner }, page) => {
    const after = readCursor(page, 'subscriptions', 2);
    const rows = await client.rows<SubscriptionRow>(sql`
      select * from receipts.subscriptions
      where channel = ${channel} and ${owner === undefined ? sql`true` : sql`owner = ${owner}`}
        and ${after ? sql`(created_at, id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`}
      order by created_at desc, id desc limit ${page.limit + 1}`);
    return toPage(rows, page, 'subscriptions', row => [isoTime(row.created_at), row.id], toSubscription);
  },
  setState: async (id, state, reason) => {
    const rows = await client.rows(sql`
      update receipts.subscriptions set state = ${state}, reason = ${reason ?? null},
        failing_since = case when ${state} = 'active' then null else failing_since end
      where id = ${storable(id)} returning id`);
    return rows.length > 0;
  },
  unsubscribe: async id => {
    const rows = await client.rows(sql`delete from receipts.subscriptions where id = ${storable(id)} returning id`);
    return rows.length > 0;
  },
  due: (now, limit) => due(client, now, limit),
  fanOut: given => fanOut(client, given),
  addTest: (delivery, subscription, at) => addTest(client, delivery, subscription, at),
  nextDelivery: (subscription, now) => nextDelivery(client, subscription, now),
  recordAttempt: result => recordAttempt(client, result),
  getDelivery: id => getDelivery(client, id),
  listDeliveries: (subscription, page) => listDeliveries(client, subscription, page),
});
