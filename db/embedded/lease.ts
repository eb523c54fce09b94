import type postgres from 'postgres';
import { type Endpoint, openDriver } from '../client.ts';

/** Number of the advisory lock (in the database `postgres`) that every attached process holds as shared. */
const LEASE = 7_236_524_002;

/**
 * A process' word to the server that it is there: a session that holds a shared lock. Postgres gives the lock back the
 * moment the process is gone, however it went, so nothing can be left behind.
 */
export interface Lease {
  /** Gives it back. True where nobody else holds one: nobody can get one from then on, and the server is ours to stop. */
  giveBack(): Promise<boolean>;
  close(): Promise<void>;
}

const locked = async (driver: postgres.Sql, call: string): Promise<boolean> => {
  const [row] = await driver.unsafe<[{ ok: boolean }]>(`select ${call}(${LEASE}) as ok`);
  return row.ok;
};

/**
 * Takes a lease of the server at an endpoint; undefined where somebody is about to stop it.
 * `lost` is called when the lease ended without our doing: the server went away or cut the session.
 * Rejects with the driver's error where the server does not let us in.
 */
export const takeLease = async (endpoint: Endpoint, lost: () => void): Promise<Lease | undefined> => {
  let held = false;
  const driver = openDriver(endpoint, 'receipts lease', 1, {
    // The lock lives as long as the session: no other session may silently take its place.
    max_lifetime: null,
    idle_timeout: 0,
    onclose: () => {
      if (held) {
        held = false;
        lost();
      }
    },
  });
  try {
    held = await locked(driver, 'pg_try_advisory_lock_shared');
  } catch (error) {
    await driver.end({ timeout: 0 });
    throw error;
  }
  const close = async () => {
    held = false;
    await driver.end({ timeout: 1 });
  };
  if (!held) {
    await close();
    return undefined;
  }
  return {
    giveBack: async () => {
      if (!held) return false;
      held = false;
      await locked(driver, 'pg_advisory_unlock_shared');
      return locked(driver, 'pg_try_advisory_lock');
    },
    close,
  };
};
