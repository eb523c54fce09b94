import { bigint, integer, jsonb, primaryKey, text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });
const sequence = (name: string) => bigint(name, { mode: 'number' });

/** Keys to the interface: of the secret only its hash. */
export const apiKeys = namespace.table('api_keys', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  secretHash: text('secret_hash').notNull(),
  scope: text('scope').notNull(),
  perMinute: integer('per_minute'),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
});

/** Every write. */
export const audit = namespace.table('audit', {
  id: text('id').primaryKey(),
  at: instant('at').notNull(),
  keyId: text('key_id'),
  who: text('who').notNull(),
  action: text('action').notNull(),
  subject: text('subject'),
  status: integer('status'),
  requestId: text('request_id'),
});

/** Answers to requests that may be sent again. */
export const idempotency = namespace.table(
  'idempotency',
  {
    keyId: text('key_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    token: text('token').notNull(),
    begunAt: instant('begun_at').notNull(),
    answer: jsonb('answer'),
  },
  table => [primaryKey({ columns: [table.keyId, table.idempotencyKey] })],
);

/** The last number given to a change. */
export const changeCounter = namespace.table('change_counter', {
  id: text('id').primaryKey(),
  last: sequence('last').notNull(),
});

/** What became of incidents, in the order of commits. */
export const changes = namespace.table('changes', {
  seq: sequence('seq').primaryKey(),
  at: instant('at').notNull(),
  victim: text('victim').notNull(),
  incidentId: text('incident_id').notNull(),
  kind: text('kind').notNull(),
  movedTo: text('moved_to'),
  events: jsonb('events').notNull(),
});

/** Who is told of changes. */
export const subscriptions = namespace.table('subscriptions', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  channel: text('channel').notNull(),
  target: text('target').notNull(),
  query: text('query').notNull(),
  filter: jsonb('filter').notNull(),
  description: text('description'),
  cadence: text('cadence'),
  secret: text('secret').notNull(),
  state: text('state').notNull(),
  reason: text('reason'),
  createdAt: instant('created_at').notNull(),
  seen: sequence('seen').notNull(),
  nextAt: instant('next_at'),
  failingSince: instant('failing_since'),
});

/** Incidents of which a subscriber was told. */
export const told = namespace.table(
  'told',
  { subscriptionId: text('subscription_id').notNull(), incidentId: text('incident_id').notNull() },
  table => [primaryKey({ columns: [table.subscriptionId, table.incidentId] })],
);

/** Messages to webhooks. */
export const deliveries = namespace.table('deliveries', {
  id: text('id').primaryKey(),
  subscriptionId: text('subscription_id').notNull(),
  seq: sequence('seq'),
  state: text('state').notNull(),
  attempts: integer('attempts').notNull(),
  createdAt: instant('created_at').notNull(),
  nextAt: instant('next_at'),
  finishedAt: instant('finished_at'),
});

/** Every time that a message was sent. */
export const attempts = namespace.table(
  'attempts',
  {
    deliveryId: text('delivery_id').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    milliseconds: integer('milliseconds').notNull(),
    status: integer('status'),
    error: text('error'),
  },
  table => [primaryKey({ columns: [table.deliveryId, table.number] })],
);
