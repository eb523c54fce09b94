import type { Source } from '#domain/article.ts';
import { AppError } from '#errors';
import type { Client } from '../client.ts';
import { and, eq, isNull, sql } from '../drizzle.ts';
import { brokenConstraint } from '../errors.ts';
import { sources } from '../schema/index.ts';
import type { DueSource, FeedWishes, RemovedSource, SourceStatus } from '../store.ts';
import { isoTime, present, toJson } from '../text.ts';

/** A row `s` of the table of sources as the domain's Source, in JSON. */
export const SOURCE_JSON = sql.raw(`jsonb_build_object('id', s.id, 'publisher', s.publisher, 'country', s.country,
  'kind', s.kind, 'feedUrl', s.feed_url, 'language', s.language, 'why', s.why, 'confirmed', s.confirmed)`);

const IN_USE = sql.raw('s.removed_at is null and s.retired_at is null');

const ROWS = sql.raw(`as r("id" text, "publisher" text, "country" text, "kind" text, "feedUrl" text, "language" text,
  "why" text, "confirmed" boolean)`);

/**
 * Brings the builtin rows of this version: adds and updates them, retires those that are no longer brought. A source
 * that the user removed stays removed; one that the user added keeps its id and feed.
 */
export const syncBuiltinSources = async (client: Client, rows: readonly Source[]): Promise<void> => {
  await client.rows(sql`
    with given as (
      select * from jsonb_to_recordset(${toJson(rows)}::jsonb) ${ROWS}
    ), written as (
      insert into receipts.sources as s (id, publisher, country, kind, feed_url, language, why, confirmed, origin)
      select id, publisher, country, kind, "feedUrl", language, why, confirmed, 'builtin' from given
      where not exists (
        select from receipts.sources u
        where u.origin = 'user' and u.removed_at is null and u.feed_url = given."feedUrl" and u.id <> given.id)
      order by id
      on conflict (id) do update set
        publisher = excluded.publisher, country = excluded.country, kind = excluded.kind,
        feed_url = excluded.feed_url, language = excluded.language, why = excluded.why,
        confirmed = excluded.confirmed, retired_at = null
      where s.origin = 'builtin' and (s.retired_at is not null
        or (s.publisher, s.country, s.kind, s.feed_url, s.language, s.why, s.confirmed)
          is distinct from (excluded.publisher, excluded.country, excluded.kind, excluded.feed_url, excluded.language,
            excluded.why, excluded.confirmed))
    )
    update receipts.sources set retired_at = now()
    where origin = 'builtin' and retired_at is null and id not in (select id from given)`);
};

interface StatusRow {
  readonly source: Source;
  readonly origin: 'builtin' | 'user';
  readonly last_polled_at: string | null;
  readonly last_success_at: string | null;
  readonly last_error_at: string | null;
  readonly last_error: string | null;
  readonly next_poll_at: string | null;
  readonly failures: number;
  readonly items: number;
  readonly articles: number;
  readonly from_feed: number;
  readonly page_error: string | null;
  readonly page_error_at: string | null;
  readonly failed: number;
  readonly pending: number;
}

const time = <K extends string>(key: K, value: string | null) => present(key, value === null ? null : isoTime(value));

const toStatus = (row: StatusRow): SourceStatus => ({
  ...row.source,
  origin: row.origin,
  ...time('lastPolledAt', row.last_polled_at),
  ...time('lastSuccessAt', row.last_success_at),
  ...time('lastErrorAt', row.last_error_at),
  ...present('lastError', row.last_error),
  ...time('nextPollAt', row.next_poll_at),
  failures: row.failures,
  items: row.items,
  articles: row.articles,
  articlesFromFeed: row.from_feed,
  failedItems: row.failed,
  pendingItems: row.pending,
  ...present('lastPageError', row.page_error),
  ...time('lastPageErrorAt', row.page_error_at),
});

/** Sources in use with what happened to them, by id. */
export const listSources = async (client: Client): Promise<readonly SourceStatus[]> => {
  const rows = await client.rows<StatusRow>(sql`
    select ${SOURCE_JSON} as source, s.origin, t.last_polled_at, t.last_success_at, t.last_error_at, t.last_error,
      t.next_poll_at, coalesce(t.failures, 0) as failures, coalesce(i.items, 0) as items,
      coalesce(a.articles, 0) as articles, coalesce(a.from_feed, 0) as from_feed, coalesce(i.failed, 0) as failed,
      coalesce(i.pending, 0) as pending, e.last_error as page_error, e.last_attempt_at as page_error_at
    from receipts.sources s
    left join receipts.source_state t on t.source_id = s.id
    left join (
      select source_id, count(*)::integer as items, count(*) filter (where state = 'failed')::integer as failed,
        count(*) filter (where state = 'pending')::integer as pending
      from receipts.items group by source_id) i on i.source_id = s.id
    left join (
      select source_id, count(*)::integer as articles,
        count(*) filter (where current_from_feed)::integer as from_feed
      from receipts.articles group by source_id) a on a.source_id = s.id
    left join (
      select distinct on (source_id) source_id, last_error, last_attempt_at
      from receipts.items where last_error is not null
      order by source_id, last_attempt_at desc) e on e.source_id = s.id
    where ${IN_USE} order by s.id`);
  return rows.map(toStatus);
};

const REMEMBERED = 100;

/** Sources that the user took out, the last one first. */
export const listRemovedSources = async (client: Client): Promise<readonly RemovedSource[]> => {
  const rows = await client.rows<{ readonly source: Source; readonly removed_at: string }>(sql`
    select ${SOURCE_JSON} as source, s.removed_at from receipts.sources s
    where s.removed_at is not null and s.retired_at is null
    order by s.removed_at desc, s.id limit ${REMEMBERED}`);
  return rows.map(({ source, removed_at }) => ({ source, removedAt: isoTime(removed_at) }));
};

const conflict = (source: Source): AppError =>
  new AppError('conflict', `There is already a source with the id "${source.id}" or the feed ${source.feedUrl}.`, {
    subject: source.id,
    hint: '`receipts sources list` shows it. Remove it first, or give the new one a name of its own with --id.',
  });

/** Adds a source of the user's, or takes up again one that was removed. @throws AppError `conflict`. */
export const addSource = async (client: Client, source: Source): Promise<void> => {
  try {
    const written = await client.rows(sql`
      insert into receipts.sources as s (id, publisher, country, kind, feed_url, language, why, confirmed, origin)
      select id, publisher, country, kind, "feedUrl", language, why, confirmed, 'user'
      from jsonb_to_recordset(${toJson([source])}::jsonb) ${ROWS}
      where not exists (select from receipts.sources s where ${IN_USE} and s.feed_url = r."feedUrl" and s.id <> r.id)
      on conflict (id) do update set
        publisher = excluded.publisher, country = excluded.country, kind = excluded.kind,
        feed_url = excluded.feed_url, language = excluded.language, why = excluded.why,
        confirmed = excluded.confirmed, removed_at = null, retired_at = null,
        origin = case when s.feed_url = excluded.feed_url and s.retired_at is null then s.origin else 'user' end
      where not (${IN_USE})
      returning id`);
    if (written.length === 0) throw conflict(source);
  } catch (error) {
    if (brokenConstraint(error) === 'sources_user_feed_key') throw conflict(source);
    throw error;
  }
};

/** Stops a source. False where no such source is in use. */
export const removeSource = async (client: Client, id: string): Promise<boolean> => {
  const removed = await client.query(orm =>
    orm
      .update(sources)
      .set({ removedAt: sql`now()` })
      .where(and(eq(sources.id, id), isNull(sources.removedAt), isNull(sources.retiredAt)))
      .returning({ id: sources.id }),
  );
  return removed.length > 0;
};

interface DueRow {
  readonly source: Source;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly failures: number;
  readonly wishes: FeedWishes | null;
  readonly moved_to: string | null;
  readonly moved_since: string | null;
}

const toDue = (row: DueRow): DueSource => ({
  source: row.source,
  ...present('etag', row.etag),
  ...present('lastModified', row.last_modified),
  failures: row.failures,
  ...present('wishes', row.wishes),
  ...(row.moved_to === null || row.moved_since === null
    ? {}
    : { moved: { to: row.moved_to, since: isoTime(row.moved_since) } }),
});

const STATES = sql.raw('from receipts.sources s left join receipts.source_state t on t.source_id = s.id');

const DUE_AT = (now: string) => sql`${IN_USE} and (t.next_poll_at is null or t.next_poll_at <= ${now}::timestamptz)`;

/** Ids of the sources whose next poll has come, the longest waiting first. */
export const dueSourceIds = async (client: Client, now: string, limit: number): Promise<readonly string[]> => {
  const rows = await client.rows<{ id: string }>(sql`
    select s.id ${STATES} where ${DUE_AT(now)} order by t.next_poll_at nulls first, s.id limit ${limit}`);
  return rows.map(row => row.id);
};

/** A source in use, whether it is due or not. */
export const getDueSource = async (client: Client, id: string): Promise<DueSource | undefined> => {
  const [row] = await client.rows<DueRow>(sql`
    select ${SOURCE_JSON} as source, t.etag, t.last_modified, coalesce(t.failures, 0) as failures, t.wishes,
      case when t.moved_from = s.feed_url then t.moved_to end as moved_to, t.moved_since
    ${STATES} where ${IN_USE} and s.id = ${id}`);
  return row && toDue(row);
};

/** Whether a source is in use and its next poll has come. */
export const isSourceDue = async (client: Client, id: string, now: string): Promise<boolean> =>
  (await client.rows(sql`select ${STATES} where ${DUE_AT(now)} and s.id = ${id}`)).length > 0;
