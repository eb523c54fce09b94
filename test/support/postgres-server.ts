import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openClient, openDriver, parseDatabaseUrl } from '../../db/client.ts';
import { type Attachment, attachEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server for tests, and the migrated database on it that theirs are copies of. */
    postgres: { readonly url: string; readonly template: string };
  }
}

/** The same server, another database. */
export const onDatabase = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
};

const urlOf = ({ endpoint }: Attachment): string =>
  `postgres://${endpoint.user}@${encodeURIComponent(endpoint.host ?? '')}:${endpoint.port}/postgres`;

/** Runs one statement on the server's own database. */
export const administer = async (url: string, statement: string): Promise<void> => {
  const driver = openDriver(parseDatabaseUrl(url), 'receipts tests', 1);
  try {
    await driver.unsafe(statement);
  } finally {
    await driver.end({ timeout: 1 });
  }
};

const ownServer = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-test-'));
  // The server's user must pass through it where the tests run as root.
  await chmod(folder, 0o755);
  // Nothing of it must survive a crash of the machine.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const attachment = await attachEmbedded({ dataDir: folder, settings });
  return {
    url: urlOf(attachment),
    stop: async () => {
      await attachment.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Starts a server for the database tests (or takes the one of DATABASE_URL) and makes the template database once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const server = given ? { url: given, stop: async () => {} } : await ownServer();
  const template = `receipts_test_${randomBytes(6).toString('hex')}`;
  await administer(server.url, `create database ${template}`);
  const client = openClient(parseDatabaseUrl(onDatabase(server.url, template)), 1);
  await migrate(client);
  await client.close();
  project.provide('postgres', { url: server.url, template });
  return async () => {
    await administer(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}
