import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../db/open.ts';
import { administer, onDatabase } from './postgres-server.ts';

/** A database of a test's own, and the URL under which other processes find it. */
export interface TestDatabase extends Database {
  readonly url: string;
  /** Closes it and drops it. */
  close(): Promise<void>;
}

/** A fresh database, empty but migrated. `bare`: not even migrated. Close it in `afterAll`. */
export const createDatabase = async ({
  bare = false,
} = {}): Promise<{
  readonly url: string;
  drop(): Promise<void>;
}> => {
  const { url, template } = inject('postgres');
  const name = `receipts_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${bare ? 'template0' : template}`);
  return { url: onDatabase(url, name), drop: () => administer(url, `drop database if exists ${name} with (force)`) };
};

/** Opens a fresh database, empty but migrated. Close it in `afterAll`. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const { url, drop } = await createDatabase();
  const database = await openDatabase({ url, dataDir: '' });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await drop();
    },
  };
};
