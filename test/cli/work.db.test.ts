import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, start } from '../support/command.ts';
import { createDatabase } from '../support/database.ts';
import { serve } from '../support/http-server.ts';
import { startOutlet } from '../support/outlet.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-work-'));
let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (origin: string): Record<string, string> => ({
  DATABASE_URL: database.url,
  RECEIPTS_DATA_DIR: folder,
  RECEIPTS_FETCH_ORIGINS: origin,
});

describe('receipts poll', () => {
  test('polls the named feed, reads what it brings, and shows up in the status', async () => {
    await using outlet = await startOutlet('outlet', [
      {
        slug: 'harrods',
        title: 'Harrods confirms customer data theft after cyber attack',
        published: '2025-09-27T09:00:00Z',
        body: 'Harrods has confirmed that hackers stole the names of customers in a cyber attack on one of its suppliers.\n\nNo passwords were taken, the department store said on Saturday in a short note to everybody concerned.',
      },
    ]);
    const environment = at(outlet.server.origin);
    await run(['sources', 'add', outlet.source.feedUrl, '--id', 'outlet'], environment);
    const tried = await run(['poll', 'outlet', '--dry-run'], environment);
    expect(tried.stdout).toContain(outlet.source.feedUrl);
    expect(outlet.server.requests).toHaveLength(0);
    const polled = await run(['poll', 'outlet', '--json'], environment);
    expect(JSON.parse(polled.stdout)).toMatchObject({ polled: 1, newArticles: 1, incidents: 1, stopped: false });
    const { lastPolls } = JSON.parse((await run(['status', '--json'], environment)).stdout);
    expect(lastPolls).toMatchObject([{ sourceId: 'outlet', outcome: 'items', items: 1 }]);
    const strange = await run(['poll', 'nobody'], environment);
    expect(strange.stderr).toContain('There is no source "nobody"');
  });
});

describe('receipts worker', () => {
  test('works until it is told to stop', async () => {
    const worker = start(['worker'], { ...at('http://127.0.0.1:1'), RECEIPTS_POLL: 'false' }, { direct: true });
    await worker.says(/Working on the jobs/);
    worker.process.kill('SIGTERM');
    const { code, stderr } = await worker.finished;
    expect(code).toBe(0);
    expect(stderr).toContain('Stopped.');
  });
});

describe('A second Ctrl-C', () => {
  test('ends at once what would go on', async () => {
    await using silent = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      if (request.url === '/sitemap.xml') response.end(`<urlset><url><loc>${silent.origin}/never</loc></url></urlset>`);
    });
    const command = start(['backfill', 'sitemap', `${silent.origin}/sitemap.xml`], at(silent.origin), { direct: true });
    await command.says(/1 pages found/);
    const again = setInterval(() => command.process.kill('SIGINT'), 100);
    const { code, stderr } = await command.finished;
    clearInterval(again);
    expect(stderr).toContain('Ctrl-C again stops at once');
    expect(stderr).not.toContain('new,');
    expect(code).toBe(130);
  });
});

describe('--dry-run', () => {
  test('looks whether a correction could be made, and makes none', async () => {
    const signed = ['--who', 'Ada Desk', '--why', 'A try.', '--dry-run'];
    const environment = { DATABASE_URL: database.url };
    const { code, stderr } = await run(['corrections', 'retitle', 'harrods-2025-09', 'Other', ...signed], environment);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Nothing was written')]);
    const absent = await run(['corrections', 'merge', 'nobody-2025-01', 'harrods-2025-09', ...signed], environment);
    expect(absent.code).toBe(1);
    expect((await run(['corrections', 'list', '--json'], environment)).stdout).toContain('"items": []');
  });
});
