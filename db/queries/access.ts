import type { ApiKey, AuditEntry, Scope } from '#domain/access.ts';
import type { Access, KeptAnswer, RepeatableRequest, Repetition } from '../access.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import { isoTime, present, storable, toJson } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: string;
  readonly scope: Scope;
  readonly per_minute: number | null;
  readonly created_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const time = (value: string | null): string | null => (value === null ? null : isoTime(value));

const toKey = (row: KeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  ...present('perMinute', row.per_minute),
  createdAt: isoTime(row.created_at),
  ...present('lastUsedAt', time(row.last_used_at)),
  ...present('revokedAt', time(row.revoked_at)),
});

const findKey = async (client: Client, id: string) => {
  const [row] = await client.rows<KeyRow>(sql`
    with used as (
      update receipts.api_keys set last_used_at = now()
      where id = ${storable(id)} and revoked_at is null
        and (last_used_at is null or last_used_at < now() - interval '1 minute')
    )
    select * from receipts.api_keys where id = ${storable(id)}`);
  return row && { key: toKey(row), secretHash: row.secret_hash };
};

interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly key_id: string | null;
  readonly who: string;
  readonly action: string;
  readonly subject: string | null;
  readonly status: number | null;
  readonly request_id: string | null;
}

const toEntry = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: isoTime(row.at),
  ...present('keyId', row.key_id),
  who: row.who,
  action: row.action,
  ...present('subject', row.subject),
  ...present('status', row.status),
  ...present('requestId', row.request_id),
});

/** A request that was begun so long ago and has no answer was left by a process that died. */
const ABANDONED = sql.raw(`interval '1 minute'`);
const KEPT = sql.raw(`interval '1 day'`);

interface RequestRow {
  readonly fingerprint: string;
  readonly token: string;
  readonly answer: KeptAnswer | null;
}

const beginRequest = async (client: Client, request: RepeatableRequest): Promise<Repetition> => {
  const { keyId, idempotencyKey, fingerprint, token, at } = request;
  const [row] = await client.rows<RequestRow>(sql`
    with old as (
      delete from receipts.idempotency
      where begun_at < ${at}::timestamptz - ${KEPT}
        and (key_id, idempotency_key) is distinct from (${keyId}, ${idempotencyKey})
    ), mine as (
      insert into receipts.idempotency as i (key_id, idempotency_key, fingerprint, token, begun_at)
      values (${keyId}, ${idempotencyKey}, ${fingerprint}, ${token}, ${at})
      on conflict (key_id, idempotency_key) do update set
        token = excluded.token, begun_at = excluded.begun_at, fingerprint = excluded.fingerprint, answer = null
      where i.begun_at < excluded.begun_at - ${KEPT}
        or (i.answer is null and i.fingerprint = excluded.fingerprint
          and (i.token = excluded.token or i.begun_at < excluded.begun_at - ${ABANDONED}))
      returning fingerprint, token, null::jsonb as answer
    )
    select * from mine
    union all
    select fingerprint, token, answer from receipts.idempotency
    where key_id = ${keyId} and idempotency_key = ${idempotencyKey} and not exists (select from mine)`);
  // Another one wrote it between the two looks.
  if (row === undefined) return { state: 'busy' };
  if (row.fingerprint !== fingerprint) return { state: 'other' };
  if (row.answer !== null)
    return { state: 'answered', answer: typeof row.answer === 'string' ? JSON.parse(row.answer) : row.answer };
  return { state: row.token === token ? 'begun' : 'busy' };
};

/** Keys, the log of writes, and requests that may come twice. */
export const createAccess = (client: Client): Access => ({
  createKey: async ({ id, name, scope, perMinute, createdAt, secretHash }) => {
    await client.rows(sql`
      insert into receipts.api_keys (id, name, secret_hash, scope, per_minute, created_at)
      values (${id}, ${storable(name)}, ${secretHash}, ${scope}, ${perMinute ?? null}, ${createdAt})
      on conflict (id) do nothing`);
  },
  findKey: id => findKey(client, id),
  listKeys: async () =>
    (await client.rows<KeyRow>(sql`select * from receipts.api_keys order by created_at, id`)).map(toKey),
  revokeKey: async (id, at) => {
    const rows = await client.rows(sql`
      update receipts.api_keys set revoked_at = ${at}
      where id = ${storable(id)} and (revoked_at is null or revoked_at = ${at}) returning id`);
    return rows.length > 0;
  },
  beginWrite: async ({ id, at, keyId, who, action, subject, requestId }) => {
    await client.rows(sql`
      insert into receipts.audit (id, at, key_id, who, action, subject, request_id)
      values (${id}, ${at}, ${keyId ?? null}, ${storable(who)}, ${storable(action)}, ${subject ?? null},
        ${requestId ?? null})
      on conflict (id) do nothing`);
  },
  endWrite: async (id, { status, subject }) => {
    await client.rows(sql`
      update receipts.audit set status = ${status ?? null}, subject = coalesce(${subject ?? null}, subject)
      where id = ${id}`);
  },
  listWrites: async page => {
    const after = readCursor(page, 'audit', 2);
    const rows = await client.rows<AuditRow>(sql`
      select * from receipts.audit
      where ${after ? sql`(at, id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`}
      order by at desc, id desc limit ${page.limit + 1}`);
    return toPage(rows, page, 'audit', row => [isoTime(row.at), row.id], toEntry);
  },
  beginRequest: request => beginRequest(client, request),
  keepAnswer: async ({ keyId, idempotencyKey, token }, answer) => {
    await client.rows(sql`
      update receipts.idempotency set answer = ${toJson(answer)}::jsonb
      where key_id = ${keyId} and idempotency_key = ${idempotencyKey} and token = ${token}`);
  },
  dropRequest: async ({ keyId, idempotencyKey, token }) => {
    await client.rows(sql`
      delete from receipts.idempotency
      where key_id = ${keyId} and idempotency_key = ${idempotencyKey} and token = ${token} and answer is null`);
  },
});
