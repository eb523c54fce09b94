import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, openClient, parseDatabaseUrl } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { seed } from '../http/seed.ts';
import { run } from '../support/command.ts';
import { createDatabase } from '../support/database.ts';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-backup-'));
const file = join(folder, 'one.ndjson.gz');
type Empty = Awaited<ReturnType<typeof createDatabase>>;
let old: TestDesk;
let fresh: Empty;
let token: string;
const at = ({ url }: { readonly url: string }) => ({ DATABASE_URL: url });

const onClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = openClient(parseDatabaseUrl(url), 1);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};

/** Every row of every table as text, in order; numbers of transactions left out, and what is kept for a day of paging. */
const everything = (url: string): Promise<Readonly<Record<string, readonly string[]>>> =>
  onClient(url, async client => {
    const tables = await client.rows<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'receipts' and c.relkind = 'r' and c.relname not in ('incident_moves', 'migrations') order by 1`);
    const found: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const rows = await client.rows<{ json: string }>(
        sql.raw(`select (to_jsonb(t) - 'xid')::text as json from receipts.${name} as t order by 1`),
      );
      found[name] = rows.map(({ json }) => json);
    }
    const sequences = await client.rows<{ json: string }>(sql`
      select json_build_array(sequencename, last_value)::text as json from pg_sequences where schemaname = 'receipts'`);
    return { ...found, sequences: sequences.map(({ json }) => json).sort() };
  });

const schemas = (url: string): Promise<readonly string[]> =>
  onClient(url, async client =>
    (
      await client.rows<{ name: string }>(
        sql`select nspname as name from pg_namespace where nspname like 'receipts%' order by 1`,
      )
    ).map(({ name }) => name),
  );

beforeAll(async () => {
  old = await testDesk({ RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' });
  fresh = await createDatabase();
  await seed(old.program.store);
  token = await old.key('admin');
  const asAdmin = { Authorization: `Bearer ${token}`, 'Idempotency-Key': 'once' };
  await old.http.post('/v1/articles').set(asAdmin).send(ARTICLES.first);
  await old.http.post('/v1/webhooks').set('Authorization', asAdmin.Authorization).send({ url: 'https://me.example/' });
  await old.desk.requests.add({
    id: 'req_1',
    at: '2031-04-01T00:00:00.000Z',
    incidentId: 'lanternby-2031-03',
    message: 'It was 15, not 17.',
  } as never);
});
afterAll(async () => {
  await old?.close();
  await fresh?.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('A backup', () => {
  test('restored into an empty database is the same in every row of every table', async () => {
    const made = await run(['backup', '--out', file, '--json'], at(old));
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('keep it to yourself')]);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    const restored = await run(['restore', file, '--json'], at(fresh));
    expect([restored.code, restored.stderr]).toEqual([0, expect.stringContaining('whole')]);
    expect(JSON.parse(restored.stdout).rows).toBe(JSON.parse(made.stdout).rows);
    const [before, after] = [await everything(old.url), await everything(fresh.url)];
    expect(after).toEqual(before);
    const filled = Object.entries(before).filter(([, rows]) => rows.length > 0);
    for (const table of [
      'revisions',
      'claims',
      'decisions',
      'api_keys',
      'audit',
      'subscriptions',
      'changes',
      'timelines',
    ])
      expect(filled.map(([name]) => name)).toContain(table);
  });

  test('restored serves the same, takes the same keys, and goes on', async () => {
    const again = await testDesk({ RECEIPTS_RATE_LIMIT: '0' }, { url: fresh.url });
    try {
      const both = async (path: string) =>
        Promise.all([old, again].map(async desk => (await desk.http.get(path)).text));
      for (const path of [
        '/v1/incidents',
        '/v1/incidents/lanternby-2031-03/timeline',
        '/v1/corrections',
        '/v1/articles',
      ]) {
        const [first, second] = await both(path);
        expect(second).toBe(first);
      }
      const asAdmin = { Authorization: `Bearer ${token}` };
      expect((await again.http.get('/v1/webhooks').set(asAdmin)).body.items).toHaveLength(1);
      expect((await again.http.post('/v1/articles').set(asAdmin).send(ARTICLES.second)).status).toBe(201);
      expect((await again.http.get('/v1/changes?from=2031-03-19&to=2031-03-20')).status).toBe(200);
    } finally {
      await again.close();
    }
  });

  test('is not restored over anything', async () => {
    const { code, stderr } = await run(['restore', file], at(old));
    expect([code, stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  });

  test.each([
    ['that breaks off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'cannot be read'],
    ['without its end', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace(/.*\n$/, '')), 'is not whole'],
    ['that lacks a row', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace(/\n.*/, '')), 'is not whole'],
    ['that is none', () => gzipSync('{}'), 'is no backup'],
    ['that is no archive', () => Buffer.from('hello'), 'cannot be read'],
  ])('%s is refused before anything is written', async (_how, damage, message) => {
    const empty = await createDatabase({ bare: true });
    try {
      const bad = join(folder, 'bad.gz');
      writeFileSync(bad, damage(readFileSync(file)));
      const { code, stderr } = await run(['restore', bad], at(empty));
      expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
      expect(await schemas(empty.url)).toEqual([]);
    } finally {
      await empty.drop();
    }
  });

  test('whose restoring breaks off leaves an empty database, into which it can be restored again', async () => {
    const empty = await createDatabase({ bare: true });
    try {
      const bad = join(folder, 'strange.gz');
      const text = gunzipSync(readFileSync(file)).toString();
      const claim = text.split('\n').find(line => line.startsWith('{"t":"claims"')) ?? '';
      writeFileSync(
        bad,
        gzipSync(text.replace(claim, claim.replace(/"analysis_id": "\w+"/, '"analysis_id": "ana_none"'))),
      );
      expect((await run(['restore', bad], at(empty))).code).toBe(1);
      expect(await schemas(empty.url)).toEqual(['receipts_restoring']);
      expect((await run(['restore', file], at(empty))).code).toBe(0);
      expect(await schemas(empty.url)).toEqual(['receipts']);
    } finally {
      await empty.drop();
    }
  });

  test('of an older schema is brought up to date', async () => {
    const [older, empty] = [await createDatabase({ bare: true }), await createDatabase({ bare: true })];
    try {
      const { loadMigrations } = await import('../../db/migrate.ts');
      await onClient(older.url, client => migrate(client, loadMigrations().slice(0, 4)));
      await onClient(older.url, client =>
        client.script(`insert into receipts.decisions values
          ('dec_1', 'retitle', '{"incident": "a-2031-01", "title": "A"}', 'Ada', 'Clearer.', now(), '{a-2031-01}')`),
      );
      const out = join(folder, 'older.gz');
      expect((await run(['backup', '--out', out], at(older))).code).toBe(0);
      expect((await run(['restore', out], at(empty))).code).toBe(0);
      const { decisions, change_counter } = await everything(empty.url);
      expect([decisions?.length, change_counter?.length]).toEqual([1, 1]);
    } finally {
      await Promise.all([older.drop(), empty.drop()]);
    }
  });

  test('of nothing is refused', async () => {
    const empty = await createDatabase({ bare: true });
    const { code, stderr } = await run(['backup', '--out', join(folder, 'none.gz')], at(empty));
    await empty.drop();
    expect([code, stderr]).toEqual([1, expect.stringContaining('nothing to back up')]);
  });
});
