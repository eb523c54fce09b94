import type { FeedItem } from '#domain/article.ts';
import { contentId } from '#domain/ids.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { PollRecord } from '../store.ts';
import { toJson } from '../text.ts';

const itemRow = (sourceId: string, item: FeedItem) => ({
  id: contentId('itm', sourceId, item.key),
  key: item.key,
  url: item.url,
  title: item.title,
  text: item.text,
  author: item.author,
  published_at: item.publishedAt,
  updated_at: item.updatedAt,
  content_hash: contentId('txt', item.title, item.text, item.publishedAt, item.updatedAt),
});

/** One row per key: a statement cannot write a row twice, and the first entry of a feed is its newest. */
const itemRows = (poll: PollRecord) => {
  const rows = new Map<string, ReturnType<typeof itemRow>>();
  for (const item of poll.items) {
    const row = itemRow(poll.sourceId, item);
    if (!rows.has(row.id)) rows.set(row.id, row);
  }
  return [...rows.values()];
};

/** Writes a finished poll: the fetch, the source's state and the items, all or nothing. Done twice, it is done once. */
export const recordPoll = async (client: Client, poll: PollRecord): Promise<{ readonly newItems: number }> => {
  const succeeded = poll.outcome === 'items' || poll.outcome === 'not-modified';
  const facts = toJson({
    id: contentId('fet', poll.sourceId, poll.at),
    source_id: poll.sourceId,
    at: poll.at,
    next_poll_at: poll.nextPollAt,
    outcome: poll.outcome,
    status: poll.status,
    bytes: poll.bytes,
    error: succeeded ? undefined : (poll.error ?? poll.outcome),
    warnings: poll.warnings ?? [],
    items: poll.items.length,
    etag: poll.etag,
    last_modified: poll.lastModified,
    wishes: poll.wishes,
    moved_from: poll.moved?.from,
    moved_to: poll.moved?.to,
    succeeded,
  });
  const [counted] = await client.rows<{ fresh: string }>(sql`
    with poll as (
      select * from jsonb_to_record(${facts}::jsonb) as p(
        id text, source_id text, at timestamptz, next_poll_at timestamptz, outcome text, status integer, bytes bigint,
        error text, warnings jsonb, items integer, etag text, last_modified text, wishes jsonb, moved_from text, moved_to text,
        succeeded boolean)
    ), logged as (
      insert into receipts.fetches (id, source_id, at, outcome, status, bytes, error, warnings, items)
      select id, source_id, at, outcome, status, bytes, error, warnings, items from poll
      on conflict (id) do nothing
    ), state as (
      insert into receipts.source_state as s (
        source_id, etag, last_modified, next_poll_at, failures, last_polled_at, last_success_at, last_error_at, last_error,
        wishes, moved_from, moved_to, moved_since)
      select source_id, etag, last_modified, next_poll_at, case when succeeded then 0 else 1 end, at,
        case when succeeded then at end, case when not succeeded then at end, error, wishes, moved_from,
        moved_to, case when moved_to is not null then at end
      from poll
      on conflict (source_id) do update set
        -- New validators only together with the items that they stand for.
        etag = case when (select outcome from poll) = 'items' then excluded.etag else s.etag end,
        last_modified = case when (select outcome from poll) = 'items' then excluded.last_modified else s.last_modified end,
        next_poll_at = excluded.next_poll_at,
        failures = case when (select succeeded from poll) then 0 else s.failures + 1 end,
        last_polled_at = excluded.last_polled_at,
        last_success_at = coalesce(excluded.last_success_at, s.last_success_at),
        last_error_at = coalesce(excluded.last_error_at, s.last_error_at),
        last_error = coalesce(excluded.last_error, s.last_error),
        wishes = case when (select outcome from poll) = 'items' then excluded.wishes else s.wishes end,
        moved_from = excluded.moved_from,
        moved_to = excluded.moved_to,
        moved_since = case when s.moved_from = excluded.moved_from and s.moved_to = excluded.moved_to
          then s.moved_since else excluded.moved_since end
      where s.last_polled_at is null or s.last_polled_at < excluded.last_polled_at
    ), written as (
      insert into receipts.items as i (
        id, source_id, key, url, title, text, author, published_at, updated_at, content_hash, state, first_seen_at, changed_at)
      select r.id, poll.source_id, r.key, r.url, r.title, r.text, r.author, r.published_at, r.updated_at, r.content_hash,
        'pending', poll.at, poll.at
      from jsonb_to_recordset(${toJson(itemRows(poll))}::jsonb) as r(
        id text, key text, url text, title text, text text, author text, published_at text, updated_at text,
        content_hash text)
      cross join poll
      order by r.id
      on conflict (id) do update set
        url = excluded.url, title = excluded.title, text = excluded.text, author = excluded.author,
        published_at = excluded.published_at, updated_at = excluded.updated_at, content_hash = excluded.content_hash,
        state = 'pending', attempts = 0, next_attempt_at = null, last_error = null,
        changed_at = excluded.changed_at
      where i.content_hash <> excluded.content_hash and i.changed_at < excluded.changed_at
      returning (xmax = 0) as inserted
    )
    select count(*) filter (where inserted) as fresh from written`);
  return { newItems: Number(counted?.fresh ?? 0) };
};
