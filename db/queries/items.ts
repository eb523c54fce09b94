import type { Source } from '#domain/article.ts';
import type { Client } from '../client.ts';
import { and, asc, eq, isNull, lte, or, type SQL, sql } from '../drizzle.ts';
import { items } from '../schema/index.ts';
import type { ItemFailure, PendingItem } from '../store.ts';
import { present, storable } from '../text.ts';
import { SOURCE_JSON } from './sources.ts';

interface ItemRow {
  readonly id: string;
  readonly source: Source;
  readonly key: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly author: string | null;
  readonly published_at: string | null;
  readonly updated_at: string | null;
  readonly attempts: number;
  readonly content_hash: string;
}

const toItem = (row: ItemRow): PendingItem => ({
  id: row.id,
  source: row.source,
  attempts: row.attempts,
  state: row.content_hash,
  item: {
    key: row.key,
    url: row.url,
    title: row.title,
    text: row.text,
    ...present('author', row.author),
    ...present('publishedAt', row.published_at),
    ...present('updatedAt', row.updated_at),
  },
});

const select = async (client: Client, rest: SQL): Promise<readonly PendingItem[]> => {
  const rows = await client.rows<ItemRow>(sql`
    select i.id, ${SOURCE_JSON} as source, i.key, i.url, i.title, i.text, i.author, i.published_at, i.updated_at,
      i.attempts, i.content_hash
    from receipts.items i join receipts.sources s on s.id = i.source_id
    where i.state = 'pending' and ${rest}`);
  return rows.map(toItem);
};

/** Items whose article is still to be had and whose time has come, the longest waiting first. */
export const pendingItems = async (client: Client, now: string, limit: number): Promise<readonly PendingItem[]> =>
  select(
    client,
    sql`(i.next_attempt_at is null or i.next_attempt_at <= ${now}::timestamptz)
      order by i.next_attempt_at nulls first, i.id limit ${limit}`,
  );

const isDue = (now: string) =>
  and(eq(items.state, 'pending'), or(isNull(items.nextAttemptAt), lte(items.nextAttemptAt, now)));

/** Ids of what `pendingItems` gives, without reading their texts. */
export const pendingItemIds = async (client: Client, now: string, limit: number): Promise<readonly string[]> => {
  const rows = await client.query(orm =>
    orm
      .select({ id: items.id })
      .from(items)
      .where(isDue(now))
      .orderBy(sql`${items.nextAttemptAt} nulls first`, asc(items.id))
      .limit(limit),
  );
  return rows.map(row => row.id);
};

/** One item, while its article is still to be had. */
export const getPendingItem = async (client: Client, id: string): Promise<PendingItem | undefined> =>
  (await select(client, sql`i.id = ${id}`))[0];

/** Whether an item's article is still to be had and its time has come. */
export const isItemDue = async (client: Client, id: string, now: string): Promise<boolean> => {
  const rows = await client.query(orm =>
    orm
      .select({ id: items.id })
      .from(items)
      .where(and(eq(items.id, id), isDue(now))),
  );
  return rows.length > 0;
};

/** Notes that an item's article could not be had. The same failure (by its time) counts once. */
export const recordItemFailure = async (client: Client, failure: ItemFailure): Promise<void> => {
  const { itemId, at, error, retryAt } = failure;
  await client.query(orm =>
    orm
      .update(items)
      .set({
        attempts: sql`${items.attempts} + 1`,
        lastAttemptAt: at,
        lastError: storable(error),
        nextAttemptAt: retryAt ?? null,
        state: retryAt === undefined ? 'failed' : 'pending',
      })
      .where(
        and(
          eq(items.id, itemId),
          eq(items.state, 'pending'),
          sql`${items.lastAttemptAt} is distinct from ${at}::timestamptz(3)`,
        ),
      ),
  );
};
