import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openClient, parseDatabaseUrl } from '../../db/client.ts';
import { loadMigrations, type Migration, migrate, schemaVersion } from '../../db/migrate.ts';
import { openDatabase } from '../../db/open.ts';
import { createDatabase } from '../support/database.ts';

const empty = async () => {
  const { url, drop } = await createDatabase({ bare: true });
  const clients = Array.from({ length: 4 }, () => openClient(parseDatabaseUrl(url), 2));
  onTestFinished(async () => {
    await Promise.all(clients.map(client => client.close()));
    await drop();
  });
  const [client] = clients;
  return { url, client: client!, clients };
};

const newest = loadMigrations().at(-1)!.version;

describe('migrating', () => {
  test('the files are numbered without gap', () => {
    expect(loadMigrations().map(({ version }) => version)).toEqual(loadMigrations().map((_, index) => index + 1));
  });

  test('four processes that start at once on an empty database all succeed, and each migration is done once', async () => {
    const { client, clients } = await empty();
    const results = await Promise.all(clients.map(other => migrate(other)));
    expect(results.map(({ to }) => to)).toEqual([newest, newest, newest, newest]);
    const rows = await client.rows<{ version: string }>(sql`select version from receipts.migrations order by version`);
    expect(rows.map(({ version }) => Number(version))).toEqual(loadMigrations().map(({ version }) => version));
  });

  test('a migrated database is left alone', async () => {
    const { client } = await empty();
    await migrate(client);
    expect(await migrate(client)).toEqual({ from: newest, to: newest });
  });

  test('a migration that fails in its middle leaves nothing behind, and can be done later', async () => {
    const { client } = await empty();
    const broken: Migration = {
      version: newest + 1,
      name: 'broken',
      text: 'create table receipts.half (id integer); select 1 / 0;',
    };
    await expect(migrate(client, [...loadMigrations(), broken])).rejects.toMatchObject({ code: '22012' });
    expect(await schemaVersion(client)).toBe(newest);
    const mended = { ...broken, text: 'create table receipts.half (id integer);' };
    expect(await migrate(client, [...loadMigrations(), mended])).toEqual({ from: newest, to: newest + 1 });
  });

  test('a schema that is newer than the code is refused with what to do, and is not touched', async () => {
    const { url, client } = await empty();
    await migrate(client);
    await client.rows(sql`insert into receipts.migrations (version, name) values (${newest + 7}, 'from the future')`);
    const error: unknown = await openDatabase({ url, dataDir: '' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'database-schema-newer',
      hint: expect.stringContaining('newer'),
      data: { found: newest + 7, known: newest },
    });
    expect(await schemaVersion(client)).toBe(newest + 7);
  });

  test('a URL that is no Postgres URL is refused without repeating it', async () => {
    const error: unknown = await openDatabase({ url: 'mysql://me:s3cret@host/db', dataDir: '' }).catch(
      thrown => thrown,
    );
    expect(error).toMatchObject({ code: 'config', subject: 'DATABASE_URL' });
    expect(JSON.stringify([error, String(error)])).not.toContain('s3cret');
  });

  test('a socket’s folder can stand in the URL in both of libpq’s ways', () => {
    const socket = { host: '/run/postgresql', database: 'receipts' };
    expect(parseDatabaseUrl('postgres:///receipts?host=/run/postgresql')).toEqual(socket);
    expect(parseDatabaseUrl('postgresql://me@%2Frun%2Fpostgresql:5433/receipts')).toEqual({
      ...socket,
      port: 5433,
      user: 'me',
    });
  });
});
