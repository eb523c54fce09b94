import { readFileSync } from 'node:fs';
import type { Client } from '../../db/client.ts';
import { sql } from '../../db/drizzle.ts';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

const backendMs = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
};

/**
 * How much processor time a client of one connection and this process have used, in ms: what a busy machine does not
 * change much. The server's part is NaN where there is no `/proc`.
 */
export const cpuOf = async (client: Client): Promise<() => { readonly node: number; readonly server: number }> => {
  const [row] = await client.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return () => {
    const { user, system } = process.cpuUsage();
    return { node: (user + system) / 1000, server: backendMs(row?.pid ?? 0) };
  };
};
