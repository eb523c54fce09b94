import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type postgres from 'postgres';
import { type Endpoint, openDriver } from '../../db/client.ts';
import { type Attachment, attachEmbedded } from '../../db/embedded.ts';
import { openDatabase } from '../../db/open.ts';
import { until } from './scenario.ts';

const run = promisify(execFile);

/** A look into a data directory from outside. */
export interface Archive extends AsyncDisposable {
  readonly endpoint: Endpoint;
  readonly driver: postgres.Sql;
}

/** Attaches to a data directory and opens a driver of its own. */
export const openArchive = async (dataDir: string): Promise<Archive> => {
  const attachment: Attachment = await attachEmbedded({ dataDir });
  const driver = openDriver(attachment.endpoint, 'faults', 2);
  return {
    endpoint: attachment.endpoint,
    driver,
    [Symbol.asyncDispose]: async () => {
      await driver.end({ timeout: 1 });
      await attachment.release();
    },
  };
};

/** Makes a data directory with a migrated database, stopped. */
export const makeDataDir = async (dataDir: string): Promise<void> => {
  const database = await openDatabase({ dataDir });
  await database.close();
};

/** Copies a stopped data directory with all its owners and modes. */
export const copyDataDir = async (from: string, to: string): Promise<void> => {
  await run('cp', ['-a', from, to]);
};

/** Where the work on some sources stands. */
export const stageOf = async (driver: postgres.Sql, ids: readonly string[]): Promise<string> => {
  const [row] = await driver<[{ polled: number; items: number; pending: number; marks: number }]>`
    select (select count(*)::integer from receipts.source_state where source_id in ${driver(ids)}) as polled,
      (select count(*)::integer from receipts.items where source_id in ${driver(ids)}) as items,
      (select count(*)::integer from receipts.items where source_id in ${driver(ids)} and state = 'pending') as pending,
      (select count(*)::integer from receipts.relink_marks) as marks`;
  if (row.polled < ids.length || row.items === 0) return 'before the feed was written';
  if (row.pending > 0) return 'among the articles';
  return row.marks > 0 ? 'while linking' : 'when all was done';
};

/** Waits until nothing is left to do. */
export const settled = (driver: postgres.Sql, ids: readonly string[], seconds: number): Promise<void> =>
  until('work is left', seconds, async () => (await stageOf(driver, ids)) === 'when all was done');

/** Process id of the server of a data directory; undefined where none is marked. */
export const postmasterOf = async (dataDir: string): Promise<number | undefined> => {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 0 ? pid : undefined;
};

/** Processes that another one started. Linux only, else none. */
export const childrenOf = async (parent: number): Promise<readonly number[]> => {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name));
  const children = await Promise.all(
    pids.map(async pid => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) === parent ? [Number(pid)] : [];
    }),
  );
  return children.flat();
};

/** Sends SIGKILL where somebody is left to get it. */
export const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
};
