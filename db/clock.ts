import type { Client } from './client.ts';
import { sql } from './drizzle.ts';

/** The database's clock, by which all processes go: machines disagree about the time, and their clocks are moved. */
export interface Clock {
  /** What the database's clock shows; asks nothing of it. */
  now(): Date;
  /** Compares with the database where that was not done for a while. True where its clock was moved back meanwhile. */
  fresh(): Promise<boolean>;
}

/** How long a comparison holds, in ms. */
const HOLDS_MS = 10_000;
/** Less than this is how long an answer took, in ms. */
const MOVED_MS = 60_000;

interface Reading {
  /** Of the database, in ms since 1970. */
  readonly there: number;
  /** Of this process' steady clock, in ms. */
  readonly here: number;
}

const read = async (client: Client): Promise<Reading> => {
  const before = performance.now();
  const [row] = await client.rows<{ ms: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`,
  );
  return { there: Number(row?.ms), here: (before + performance.now()) / 2 };
};

/** Reads the database's clock and goes on from there. @throws AppError `database-unavailable`. */
export const openClock = async (client: Client): Promise<Clock> => {
  let last = await read(client);
  const now = () => last.there + performance.now() - last.here;
  return {
    now: () => new Date(now()),
    fresh: async () => {
      if (performance.now() - last.here < HOLDS_MS) return false;
      const found = await read(client);
      const expected = last.there + found.here - last.here;
      last = found;
      return found.there < expected - MOVED_MS;
    },
  };
};
