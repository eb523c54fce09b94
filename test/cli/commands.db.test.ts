import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.ts';
import { createDatabase } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-cli-'));
let database: Awaited<ReturnType<typeof createDatabase>>;
let environment: Record<string, string>;
beforeAll(async () => {
  database = await createDatabase();
  environment = { DATABASE_URL: database.url };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const ARTICLE = {
  id: 'a-1',
  url: 'https://outlet.example/harrods',
  source: 'outlet.example',
  title: 'Harrods confirms customer data theft after cyber attack',
  published: '2025-09-27',
  text: 'Harrods has confirmed that hackers stole customer names in a cyber attack on a supplier.\n\nNo passwords or payment card details were taken, the department store said.',
};

describe('receipts analyze', () => {
  test('prints the claims of a text from standard input, in the form of the codebook', async () => {
    const { code, stdout } = await run(
      ['analyze', '-', '--published', '2025-09-27'],
      {},
      `${ARTICLE.title}\n${ARTICLE.text}`,
    );
    expect(code).toBe(0);
    const analysis = JSON.parse(stdout);
    expect(analysis.incidents[0]).toMatchObject({ victim: 'harrods', key: 'harrods-2025-09', role: 'main' });
    expect(analysis.incidents[0].data).toContainEqual(
      expect.objectContaining({ type: 'passwords', polarity: 'not-taken' }),
    );
  });

  test('prints one analysis a line for a file of articles; a line that does not parse is named, the rest goes on', async () => {
    const path = file(
      'mixed.jsonl',
      `${JSON.stringify(ARTICLE)}\n{"text": \n${JSON.stringify({ ...ARTICLE, id: 'a-2' })}\n`,
    );
    const { code, stdout, stderr } = await run(['analyze', '--jsonl', path]);
    expect(code).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual(['a-1', 'a-2']);
    expect(stderr).toContain(`${path}:2: not JSON`);
  });

  test('says what to give where it is given nothing', async () => {
    const { code, stderr } = await run(['analyze']);
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing to analyse');
    expect(stderr).not.toContain('at ');
  });
});

describe('receipts import', () => {
  test('takes articles in, names the lines that are wrong, and changes nothing the second time', async () => {
    const path = file('import.jsonl', `${JSON.stringify(ARTICLE)}\nnonsense\n`);
    const first = await run(['import', path, '--json'], environment);
    expect(first.code).toBe(1);
    expect(first.stderr).toContain(`${path}:2: not JSON and not a URL`);
    expect(JSON.parse(first.stdout)).toMatchObject({ lines: 2, new: 1, incidents: 1, failed: [{ line: 2 }] });
    const second = await run(['import', path, '--json'], environment);
    expect(JSON.parse(second.stdout)).toMatchObject({ new: 0, revised: 0, unchanged: 1, incidents: 0 });
  });

  test('says which file cannot be read', async () => {
    const { code, stderr } = await run(['import', join(folder, 'absent.jsonl')], environment);
    expect(code).toBe(1);
    expect(stderr).toContain('absent.jsonl cannot be read');
  });

  test.each([['import'], ['analyze', '--jsonl']])('of a folder in place of a file (%s) says so', async (...command) => {
    const { code, stderr } = await run([...command, folder], environment);
    expect(code).toBe(1);
    expect(stderr).toContain(`${folder} cannot be read`);
  });
});

describe('receipts corrections', () => {
  const signed = ['--who', 'Ada Desk', '--why', 'Asked for by the desk.'];

  test('are made, listed and taken back; the id of the decision goes to standard output', async () => {
    const made = await run(
      ['corrections', 'retitle', 'harrods-2025-09', 'Harrods, by its supplier', ...signed],
      environment,
    );
    expect(made.stdout).toMatch(/^dec_[0-9a-f]{20}\n$/);
    expect(made.stderr).toContain('1 incidents derived anew');
    const listed = JSON.parse((await run(['corrections', 'list', '--json'], environment)).stdout);
    expect(listed.items).toMatchObject([{ decision: { kind: 'retitle', who: 'Ada Desk' }, matches: true }]);
    const undone = await run(['corrections', 'undo', made.stdout.trim(), ...signed], environment);
    expect(undone.code).toBe(0);
    expect((await run(['corrections', 'list'], environment)).stdout).toContain('undone by Ada Desk');
    expect((await run(['corrections', 'list', '--unmatched', '--json'], environment)).stdout).toContain('"items": []');
  });

  test('want a name and a reason, and something that is there', async () => {
    expect((await run(['corrections', 'takedown', ARTICLE.url, '--note', 'Law.'], environment)).code).toBe(2);
    const { code, stderr } = await run(['corrections', 'dismiss', 'clm_nothing', ...signed], environment);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no claim with the id "clm_nothing"');
  });
});

describe('receipts rebuild and reanalyse', () => {
  test('leave what was read with the same rules as it was', async () => {
    const read = await run(['reanalyse', '--json'], environment);
    expect(JSON.parse(read.stdout)).toMatchObject({ analyses: 0, incidents: 0, stopped: false });
    const built = await run(['rebuild', '--json'], environment);
    expect(JSON.parse(built.stdout)).toEqual({ victims: 1, incidents: 1, changed: [] });
  });
});

describe('receipts sources', () => {
  test('adds, lists, exports, removes and imports feeds', async () => {
    const url = 'https://outlet.example/feed.xml';
    expect((await run(['sources', 'add', url, '--publisher', 'An Outlet'], environment)).code).toBe(0);
    const listed = JSON.parse((await run(['sources', 'list', '--json'], environment)).stdout);
    expect(listed.sources).toContainEqual(
      expect.objectContaining({ feedUrl: url, publisher: 'An Outlet', origin: 'user' }),
    );
    const again = await run(['sources', 'add', url], environment);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/outlet\.example/);
    const opml = join(folder, 'feeds.opml');
    expect((await run(['sources', 'export', opml], environment)).code).toBe(0);
    expect((await run(['sources', 'remove', 'outlet-example'], environment)).code).toBe(0);
    expect((await run(['sources', 'import', opml], environment)).stderr).toMatch(/1 of \d+ sources added/);
    expect((await run(['sources', 'remove', 'nobody'], environment)).stderr).toContain('There is no source "nobody"');
  });

  test('are those that come along where nothing was started yet', async () => {
    const fresh = await createDatabase();
    const { stdout } = await run(['sources', 'list'], { DATABASE_URL: fresh.url });
    expect(stdout).toContain('bleepingcomputer');
    expect((await run(['sources', 'remove', 'bleepingcomputer'], { DATABASE_URL: fresh.url })).code).toBe(0);
    expect((await run(['sources', 'list'], { DATABASE_URL: fresh.url })).stdout).not.toContain('bleepingcomputer');
    await fresh.drop();
  });

  test.each([
    ['outlet.example/feed.xml', 'outlet.example/feed.xml'],
    ['ftp://outlet.example/feed', 'ftp://outlet.example/feed'],
    // A password is never said again.
    ['https://me:secret@outlet.example/feed', 'https://(hidden)@outlet.example/feed'],
  ])('refuse %s, without a database', async (address, named) => {
    const { code, stderr } = await run(['sources', 'add', address], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(stderr).toContain(`The address "${named}"`);
  });

  test('refuse a kind of publisher that there is not, and say which there are', async () => {
    const { code, stderr } = await run(['sources', 'add', 'https://b.example/feed', '--kind', 'gossip'], environment);
    expect(code).toBe(1);
    expect(stderr).toContain('trade-press');
  });
});

describe('any command', () => {
  test('says which setting is wrong, and how', async () => {
    const { code, stderr } = await run(['status'], { PORT: 'eighty' });
    expect(code).toBe(1);
    expect(stderr).toContain('PORT: "eighty" must be a whole number');
  });

  test('says that a database cannot be reached, without its password or a stack', async () => {
    const { code, stderr } = await run(['status'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(stderr).toContain('127.0.0.1:1');
    expect(stderr).not.toMatch(/secret|\n\s+at /);
  });

  test('that there is not is answered with help and exit code 2', async () => {
    const { code, stderr } = await run(['publish']);
    expect(code).toBe(2);
    expect(stderr).toContain('receipts --help');
  });
});
