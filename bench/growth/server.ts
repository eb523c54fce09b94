import { chmod, mkdir } from 'node:fs/promises';
import type postgres from 'postgres';
import { openDriver } from '../../db/client.ts';
import { attachEmbedded } from '../../db/embedded.ts';
import { openDatabase } from '../../db/open.ts';

/** Of a benchmark: what is lost when the machine goes down is made again, and the disk is not what is measured. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=1GB',
  'max_wal_size=4GB',
  'checkpoint_timeout=30min',
  'work_mem=8MB',
  'maintenance_work_mem=256MB',
];

/** Receipts' own Postgres in a folder, for any number of archives; stopped by `release`. */
export const openServer = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const attachment = await attachEmbedded({ dataDir: folder, settings: SETTINGS });
  const { host, port, user } = attachment.endpoint;
  const urlOf = (database: string): string =>
    `postgres://${user}@${encodeURIComponent(host ?? '')}:${port}/${database}`;
  const main = openDriver(attachment.endpoint, 'receipts bench', 1);
  return {
    urlOf,
    /** Makes the database where it is not there; true: it is new. */
    async create(database: string): Promise<boolean> {
      const [found] = await main`select from pg_database where datname = ${database}`;
      if (found) return false;
      await main.unsafe(`create database ${database}`);
      return true;
    },
    open: (database: string) => openDatabase({ url: urlOf(database), dataDir: '' }),
    driver: (database: string): postgres.Sql =>
      openDriver({ ...attachment.endpoint, database }, 'receipts bench', 2, { fetch_types: true }),
    async release() {
      await main.end({ timeout: 1 });
      await attachment.release();
    },
  };
};
