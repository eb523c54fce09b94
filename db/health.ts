import type { Client } from './client.ts';
import { sql } from './drizzle.ts';

/** Jobs of one kind. */
export interface QueueLine {
  readonly kind: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** UTC ISO 8601: since when the oldest waits. */
  readonly oldest?: string;
}

/** A poll of a feed that was made. */
export interface PollLine {
  readonly sourceId: string;
  /** UTC ISO 8601. */
  readonly at: string;
  readonly outcome: string;
  readonly items: number;
  readonly error?: string;
}

/** Claims of one kind that count. */
export interface KindLine {
  readonly kind: string;
  readonly claims: number;
}

/** How an open database is, for its operator. */
export interface Health {
  /** Empty where nothing has worked on the queue yet. */
  queue(): Promise<readonly QueueLine[]>;
  /** Newest first. */
  lastPolls(limit: number): Promise<readonly PollLine[]>;
  /** Why nothing new is taken in for lack of room, as a sentence; undefined where there is room. */
  shortOfRoom(): Promise<string | undefined>;
  /** In the readings that count. */
  claimKinds(): Promise<readonly KindLine[]>;
}

const queue = async (client: Client): Promise<readonly QueueLine[]> => {
  const [found] = await client.rows<{ present: boolean }>(sql`select to_regclass('pgboss.job') is not null as present`);
  if (!found?.present) return [];
  const rows = await client.rows<Omit<QueueLine, 'oldest'> & { oldest: string | null }>(sql`
    select queue.name as kind,
      count(*) filter (where job.state in ('created', 'retry'))::integer as waiting,
      count(*) filter (where job.state = 'active')::integer as running,
      count(*) filter (where job.state = 'failed')::integer as failed,
      to_char(min(job.created_on) filter (where job.state in ('created', 'retry')) at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') as oldest
    from pgboss.queue left join pgboss.job on job.name = queue.name
    where left(queue.name, 2) <> '__' group by queue.name order by queue.name`);
  return rows.map(({ oldest, ...line }) => ({ ...line, ...(oldest === null ? {} : { oldest }) }));
};

const lastPolls = async (client: Client, limit: number): Promise<readonly PollLine[]> => {
  const rows = await client.rows<Omit<PollLine, 'error'> & { error: string | null }>(sql`
    select source_id as "sourceId", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      outcome, items, error
    from receipts.fetches order by at desc limit ${limit}`);
  return rows.map(({ error, ...line }) => ({ ...line, ...(error === null ? {} : { error }) }));
};

const claimKinds = (client: Client): Promise<readonly KindLine[]> =>
  client.rows<KindLine>(sql`
    select c.kind, count(*)::integer as claims
    from receipts.claims c join receipts.articles a on a.current_analysis = c.analysis_id
    group by c.kind order by c.kind`);

export const createHealth = (client: Client, shortOfRoom: Health['shortOfRoom']): Health => ({
  shortOfRoom,
  queue: () => queue(client),
  lastPolls: limit => lastPolls(client, limit),
  claimKinds: () => claimKinds(client),
});
