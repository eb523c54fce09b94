import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.ts';
import { createDatabase } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-house-'));
const house = join(folder, 'house');
let old: Awaited<ReturnType<typeof createDatabase>>;
let fresh: typeof old;
const signed = ['--who', 'Ada Desk', '--why', 'Clearer.'];
const at = (database: { readonly url: string }) => ({ DATABASE_URL: database.url });

beforeAll(async () => {
  [old, fresh] = [await createDatabase(), await createDatabase()];
  const article = {
    url: 'https://outlet.example/harrods',
    source: 'outlet.example',
    title: 'Harrods confirms customer data theft after cyber attack',
    published: '2025-09-27',
    text: 'Harrods has confirmed that hackers stole customer names in a cyber attack on a supplier.\n\nNo passwords were taken, the store said.',
  };
  const file = join(folder, 'one.jsonl');
  writeFileSync(file, `${JSON.stringify(article)}\n`);
  await run(['import', file], at(old));
  await run(['corrections', 'retitle', 'harrods-2025-09', 'Harrods, by its supplier', ...signed], at(old));
});
afterAll(async () => {
  await Promise.all([old.drop(), fresh.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

const exported = async (database: { readonly url: string }): Promise<string> =>
  (await run(['export', 'incidents', '--format', 'ndjson'], at(database))).stdout;

describe('Moving house', () => {
  test('takes texts, decisions and ids to another installation, which then tells the same', async () => {
    const out = await run(['export', 'move', '--out', house], at(old));
    expect(out.code).toBe(0);
    expect(out.stderr).toContain('keep it to yourself');
    const manifest = JSON.parse(readFileSync(join(house, 'manifest.json'), 'utf8'));
    expect(manifest.notice).toMatch(/^CONFIDENTIAL/);
    expect(manifest.files.revisions).toMatchObject({ rows: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readFileSync(join(house, 'revisions.ndjson'), 'utf8')).toContain('hackers stole customer names');
    if (process.platform !== 'win32') expect(statSync(house).mode & 0o077).toBe(0);
    const taken = await run(['import', house, '--json'], at(fresh));
    expect(JSON.parse(taken.stdout)).toMatchObject({ added: { articles: 1, decisions: 1 }, incidents: 1 });
    const before = await exported(old);
    expect(before).toContain('Harrods, by its supplier');
    expect(await exported(fresh)).toBe(before);
  });

  test('twice changes nothing', async () => {
    const again = await run(['import', house, '--json'], at(fresh));
    expect(JSON.parse(again.stdout)).toMatchObject({ added: { articles: 0, claims: 0, decisions: 0 }, incidents: 1 });
  });

  test('writes nothing of an archive that is damaged, and says which file is', async () => {
    appendFileSync(join(house, 'claims.ndjson'), '{}\n');
    const { code, stderr } = await run(['import', house], at(fresh));
    expect(code).toBe(1);
    expect(stderr).toContain('claims.ndjson is not as it was written');
  });
});

describe('receipts export', () => {
  test('writes one incident in any format of the API, as it stood on a day', async () => {
    const csv = await run(['export', 'incident', 'harrods-2025-09', '--format', 'csv'], at(old));
    expect(csv.stdout).toContain('passwords');
    const out = join(folder, 'harrods.md');
    expect((await run(['export', 'incident', 'harrods-2025-09', '--format', 'md', '--out', out], at(old))).code).toBe(
      0,
    );
    expect(readFileSync(out, 'utf8')).toContain('Harrods');
  });

  test('says which formats there are, and which incident is not', async () => {
    expect((await run(['export', 'incidents', '--format', 'doc'], at(old))).stderr).toContain('There are ');
    const absent = await run(['export', 'incident', 'nobody-2025-01', '--format', 'csv'], at(old));
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('nobody-2025-01');
  });
});

describe('An operator', () => {
  test('sees sources, queue, polls and counts as one JSON object', async () => {
    const { stdout } = await run(['status', '--json'], at(old));
    expect(JSON.parse(stdout)).toMatchObject({ articles: 1, incidents: 1, sources: [], lastPolls: [], queue: [] });
  });

  test('is told by the doctor what is broken and how to mend it', async () => {
    const sound = await run(['doctor', '--no-feeds', '--json'], { ...at(old), RECEIPTS_DATA_DIR: folder });
    expect(sound.code).toBe(0);
    const states = JSON.parse(sound.stdout).checks.map(({ name, state }: Record<string, string>) => `${name} ${state}`);
    expect(states).toEqual(
      expect.arrayContaining(['database ok', 'schema ok', 'clock ok', 'time zones (database) ok']),
    );
    const broken = await run(['doctor', '--no-feeds'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/FAIL {2}database: .*127\.0\.0\.1:1.*\n +fix: Start that server/);
    expect(broken.stdout).not.toContain('secret');
  });
});
