import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveSite, startArchive } from '../support/archive-site.ts';
import { run, start } from '../support/command.ts';
import { createDatabase } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-backfill-'));
let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (site: ArchiveSite, name: string): Record<string, string> => ({
  DATABASE_URL: database.url,
  RECEIPTS_DATA_DIR: join(folder, name),
  RECEIPTS_FETCH_ORIGINS: site.origin,
});

/** Resolves when the site was asked for so many pages. */
const pagesAsked = async (site: ArchiveSite, count: number): Promise<void> => {
  while (site.asked.size < count) await once(site.incoming, 'request');
};

const timesAsked = (site: ArchiveSite): number[] => [...new Set(site.asked.values())];

describe('receipts backfill sitemap', () => {
  test('killed in the middle and started again, fetches each page once', async () => {
    await using site = await startArchive(40, { answerMs: 20 });
    const args = ['backfill', 'sitemap', `${site.origin}/`, '--delay', '0.02', '--json'];
    const first = start(args, environment(site, 'killed'), { direct: true });
    await pagesAsked(site, 15);
    first.process.kill('SIGKILL');
    await first.finished;
    const arriving = readdirSync(join(folder, 'killed', 'backfill'), { recursive: true, encoding: 'utf8' });
    const cut = arriving.filter(file => file.endsWith('.part')).length;
    const second = await run(args, environment(site, 'killed'));
    expect(second.stderr).toContain('Going on where the last run ended.');
    expect(second.code).toBe(0);
    expect(site.asked.size).toBe(40);
    // What had not arrived when the program died is the only thing that is asked for again: four at most at a time.
    expect(cut).toBeLessThanOrEqual(4);
    expect([...site.asked.values()].reduce((sum, times) => sum + times)).toBeLessThanOrEqual(40 + cut);
    const { incidents, ...counts } = JSON.parse(second.stdout);
    expect(counts).toMatchObject({ cut, failed: 0, later: 0, left: 0, stopped: false });
  });

  test('stops at Ctrl-C when what has begun is done, says what is left, and goes on from there', async () => {
    await using site = await startArchive(12);
    const args = ['backfill', 'sitemap', `${site.origin}/sitemap.xml`, '--delay', '0.05'];
    const first = start(args, environment(site, 'stopped'), { direct: true });
    await pagesAsked(site, 4);
    first.process.kill('SIGINT');
    const { code, stderr } = await first.finished;
    expect(code).toBe(130);
    expect(stderr).toMatch(/\d+ are left; run the same command again to go on/);
    expect((await run(args, environment(site, 'stopped'))).code).toBe(0);
    expect(site.asked.size).toBe(12);
    expect(timesAsked(site)).toEqual([1]);
  });

  test('with --dry-run lists what it would fetch, between two days, and fetches and writes nothing', async () => {
    await using site = await startArchive(20);
    const args = ['backfill', 'sitemap', `${site.origin}/`, '--from', '2025-01-15', '--dry-run', '--json'];
    const { code, stdout, stderr } = await run(args, environment(site, 'dry'));
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines).toHaveLength(7);
    expect(lines[0]).toEqual({ url: `${site.origin}/2025/harbour-stores-14`, modified: '2025-01-15' });
    expect(stderr).toContain('7 pages of 1 site would be taken in');
    expect(site.asked.size).toBe(0);
    expect(readdirSync(folder)).not.toContain('dry');
  });

  test('does not ask again for what is gone, and does for what may come back', async () => {
    await using site = await startArchive(6);
    site.answers.set('/2025/harbour-stores-2', 404).set('/2025/harbour-stores-6', 500);
    const args = ['backfill', 'sitemap', `${site.origin}/`, '--delay', '0', '--json'];
    const first = await run(args, environment(site, 'gone'));
    expect(first.code).toBe(1);
    expect(JSON.parse(first.stdout)).toMatchObject({ new: 4, failed: 1, later: 1 });
    site.answers.clear();
    expect(JSON.parse((await run(args, environment(site, 'gone'))).stdout)).toMatchObject({ new: 1, failed: 0 });
    expect(site.asked.get('/2025/harbour-stores-2')).toBe(1);
    expect(site.asked.get('/2025/harbour-stores-6')).toBe(2);
  });

  test('leaves a site that asks for patience alone', async () => {
    await using site = await startArchive(30);
    for (let number = 1; number <= 30; number++) site.answers.set(`/2025/harbour-stores-${number}`, 429);
    const args = ['backfill', 'sitemap', `${site.origin}/`, '--delay', '0', '--json'];
    expect(JSON.parse((await run(args, environment(site, 'patience'))).stdout)).toMatchObject({ new: 0, later: 30 });
    expect(site.asked.size).toBeLessThanOrEqual(4);
  });

  test('hurries nobody but a site of the operator', async () => {
    const { code, stderr } = await run(['backfill', 'sitemap', 'https://news.example/', '--delay', '0.1']);
    expect(code).toBe(1);
    expect(stderr).toContain('--delay 0.1 is no number of seconds from 1 to 3600');
  });
});

describe('receipts backfill dump and list', () => {
  test('take each row once, whatever happened before; a bad line is named', async () => {
    await using site = await startArchive(3);
    const dump = join(folder, 'dump.jsonl');
    const article = {
      url: 'https://outlet.example/a',
      title: 'Harrods cyber attack',
      text: 'Hackers attacked Harrods.',
    };
    writeFileSync(dump, `${JSON.stringify(article)}\n{"nothing": true}\n${JSON.stringify(article)}\n`);
    const first = await run(['backfill', 'dump', dump, '--json'], environment(site, 'dump'));
    expect(first.stderr).toContain(`${dump}:2: neither "text" nor "html" nor "url"`);
    expect(JSON.parse(first.stdout)).toMatchObject({ new: 1, failed: 1, left: 0 });
    const second = await run(['backfill', 'dump', dump, '--json'], environment(site, 'dump'));
    expect(JSON.parse(second.stdout)).toMatchObject({ new: 0, held: 0, failed: 0, left: 0 });
    expect(second.code).toBe(0);
  });
});
