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

  test('what an older version wrote is taken along: a text that came back was seen twice', async () => {
    const { client } = await empty();
    await migrate(client, loadMigrations().slice(0, 2));
    await client.script(`
      insert into receipts.articles (id, canonical_url, publisher, publisher_kind, current_revision, current_analysis,
        current_fetched_at, current_from_feed, victims, first_seen_at)
      values ('art_1', 'https://till.example/1', 'Till', 'news', 'rev_1', 'ana_1', '2026-03-05', false, '{}', '2026-03-01');
      insert into receipts.revisions (id, article_id, title, text, fetched_at, origin)
      values ('rev_1', 'art_1', 'T', 'First.', '2026-03-01', 'page'), ('rev_2', 'art_1', 'T', 'Second.', '2026-03-03', 'page');
      insert into receipts.decisions (id, kind, target, who, reason, decided_at)
      values ('dec_1', 'takedown', '{}', 'Ada', 'So it is.', '2026-03-06');`);
    expect(await migrate(client)).toEqual({ from: 2, to: newest });
    const seen = await client.rows<{ revision_id: string; day: string }>(sql`
      select revision_id, to_char(seen_at, 'DD') as day from receipts.sightings order by seen_at`);
    expect(seen.map(({ revision_id, day }) => [revision_id, day])).toEqual([
      ['rev_1', '01'],
      ['rev_2', '03'],
      ['rev_1', '05'],
    ]);
    expect(await client.rows(sql`select touches from receipts.decisions`)).toHaveLength(1);
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
