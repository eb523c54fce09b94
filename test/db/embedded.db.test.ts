import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openClient, openDriver } from '../../db/client.ts';
import { createStore } from '../../db/create-store.ts';
import { findBinaries, finishInstall } from '../../db/embedded/binaries.ts';
import { isAlive, runToEnd } from '../../db/embedded/process.ts';
import { reachableBinaries } from '../../db/embedded/reachable.ts';
import { attachEmbedded, type EmbeddedOptions } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { source } from './samples.ts';

const CHILD = new URL('./attach-child.ts', import.meta.url).pathname;

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'receipts-own-'));
  await chmod(made, 0o755);
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
};

/** One directory for all tests that are not about making one; each leaves its server stopped. */
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'receipts-own-'));
  await chmod(home, 0o755);
  await (await attach(home)).release();
});
afterAll(() => rm(home, { recursive: true, force: true }));

const attach = (dataDir: string, over: Partial<EmbeddedOptions> = {}) =>
  attachEmbedded({ dataDir, settings: ['fsync=off'], patience: 30, ...over });

const postmaster = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const isStopped = (dataDir: string): boolean => !existsSync(join(dataDir, 'postgres', 'postmaster.pid'));

/** A process that attaches. */
const child = async (dataDir: string): Promise<ChildProcess> => {
  const started = spawn(process.execPath, [CHILD, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void started.kill('SIGKILL'));
  const [said] = await Promise.race([once(started.stdout, 'data'), once(started, 'exit')]);
  expect(String(said).trim()).toBe('attached');
  return started;
};

const leave = async (process: ChildProcess): Promise<void> => {
  process.stdin?.end();
  if (process.exitCode === null) await once(process, 'exit');
  expect(process.exitCode).toBe(0);
};

const answer = async ({ endpoint }: Awaited<ReturnType<typeof attach>>): Promise<number> => {
  const driver = openDriver(endpoint, 'test', 1);
  try {
    const [row] = await driver.unsafe<[{ answer: number }]>('select 42 as answer');
    return row.answer;
  } finally {
    await driver.end();
  }
};

describe('processes that share a data directory', () => {
  test('use one server, which the last one out stops', async () => {
    const dataDir = home;
    const first = await child(dataDir);
    const server = await postmaster(dataDir);
    const second = await child(dataDir);
    expect(await postmaster(dataDir)).toBe(server);
    await leave(first);
    expect(isAlive(server)).toBe(true);
    const third = await attach(dataDir);
    await leave(second);
    expect(await answer(third)).toBe(42);
    await third.release();
    expect(isStopped(dataDir)).toBe(true);
  });

  test('two that make the database at the same moment end on one', async () => {
    const dataDir = await folder();
    const both = await Promise.all([child(dataDir), child(dataDir)]);
    await Promise.all(both.map(leave));
    expect(isStopped(dataDir)).toBe(true);
  });

  test('ten times three that start at the same moment end on one server, which stops each time', async () => {
    const dataDir = home;
    for (let round = 0; round < 10; round++) {
      const all = await Promise.all([attach(dataDir), attach(dataDir), child(dataDir)]);
      const [one, two, other] = all;
      expect(await Promise.all([answer(one), answer(two)])).toEqual([42, 42]);
      await Promise.all([one.release(), two.release(), leave(other)]);
      expect(isStopped(dataDir)).toBe(true);
    }
  });

  test('one that comes while the last one leaves gets a server that stays', async () => {
    const dataDir = home;
    let leaving = await attach(dataDir);
    for (let round = 0; round < 10; round++) {
      const [, coming] = await Promise.all([leaving.release(), attach(dataDir)]);
      expect(await answer(coming)).toBe(42);
      leaving = coming;
    }
    await leaving.release();
    expect(isStopped(dataDir)).toBe(true);
  });
});

describe('after a crash', () => {
  test('a server whose owner was killed with -9 serves on, and the next one out stops it', async () => {
    const dataDir = home;
    const owner = await child(dataDir);
    const server = await postmaster(dataDir);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(isAlive(server)).toBe(true);
    const next = await attach(dataDir);
    expect(await postmaster(dataDir)).toBe(server);
    expect(await answer(next)).toBe(42);
    await next.release();
    expect(isStopped(dataDir)).toBe(true);
  });

  test('a server that was killed with -9 with its owner is started again', async () => {
    const dataDir = home;
    const owner = await child(dataDir);
    process.kill(await postmaster(dataDir), 'SIGKILL');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const next = await attach(dataDir);
    expect(await answer(next)).toBe(42);
    await next.release();
    expect(isStopped(dataDir)).toBe(true);
  });

  test('a stale postmaster.pid whose number another program has now is no obstacle', async () => {
    const dataDir = home;
    const mark = `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n${join(dataDir, 'socket')}\n\n\nready\n`;
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), mark);
    await writeFile(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), mark);
    const next = await attach(dataDir);
    expect(await answer(next)).toBe(42);
    await next.release();
  });

  test('a server that is killed under an open store is started again, and what was acknowledged is there', async () => {
    const dataDir = home;
    const attachment = await attach(dataDir, { settings: [] });
    const client = openClient(attachment.endpoint);
    await migrate(client);
    const store = createStore(client);
    for (let round = 0; round < 3; round++) {
      await store.addSource(source({ id: `s${round}`, feedUrl: `https://till.example/${round}` }));
      const killed = await postmaster(dataDir);
      process.kill(killed, 'SIGKILL');
      await vi.waitFor(async () => expect(await postmaster(dataDir)).not.toBe(killed), { timeout: 30_000 });
      // The first statements may meet the dead server; they are told so by name.
      let listed: readonly { readonly id: string }[] | undefined;
      while (!listed) {
        listed = await store.listSources().catch(error => {
          expect(error).toMatchObject({ code: 'database-unavailable' });
          return undefined;
        });
      }
      expect(listed.map(({ id }) => id)).toContain(`s${round}`);
    }
    await client.close();
    await attachment.release();
    expect(isStopped(dataDir)).toBe(true);
  });

  test('a half-made database of a process that was killed is swept away', async () => {
    const dataDir = await folder();
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    const left = join(dataDir, `postgres.new-${gone.pid}-abcd`);
    await mkdir(left);
    await (await attach(dataDir)).release();
    expect(existsSync(left)).toBe(false);
  });
});

describe('the own server', () => {
  test('is in a session of its own, which Ctrl-C in our terminal does not reach', async () => {
    if (process.platform !== 'linux') return;
    const dataDir = home;
    const attachment = await attach(dataDir);
    const server = await postmaster(dataDir);
    const status = await readFile(`/proc/${server}/stat`, 'utf8');
    const [, , processGroup, session] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    expect([Number(processGroup), Number(session)]).toEqual([server, server]);
    await attachment.release();
  });

  test('works where the path is too long for a socket', async () => {
    const dataDir = join(await folder(), 'x'.repeat(100), 'päth with "quotes", commas');
    const attachment = await attach(dataDir);
    expect(attachment.endpoint.host?.startsWith(dataDir)).toBe(false);
    expect(await answer(attachment)).toBe(42);
    await attachment.release();
    expect(existsSync(attachment.endpoint.host!)).toBe(false);
  });

  test('works where the path has spaces, commas and quotes', async () => {
    const dataDir = join(await folder(), 'päth with "quotes", commas');
    const attachment = await attach(dataDir);
    expect(await answer(attachment)).toBe(42);
    await attachment.release();
  });

  test.runIf(process.getuid?.() === 0)('works below a folder that only root may enter', async () => {
    const closed = await folder();
    await chmod(closed, 0o700);
    const attachment = await attach(join(closed, 'data'));
    expect(await answer(attachment)).toBe(42);
    await attachment.release();
  });

  test.runIf(process.getuid?.() === 0)(
    'runs from a copy where it is installed below a folder that only root may enter',
    async () => {
      const closed = await folder();
      const cache = await folder();
      await chmod(cache, 0o755);
      const identity = { uid: 65_534, gid: 65_534 };
      const found = await findBinaries();
      const bin = join(closed, 'native', 'bin');
      await mkdir(bin, { recursive: true, mode: 0o700 });
      await chmod(closed, 0o700);
      await writeFile(join(bin, 'postgres'), '#!/bin/sh\nid -u\n', { mode: 0o700 });
      const [postgres, initdb, pgCtl] = ['postgres', 'initdb', 'pg_ctl'].map(name => join(bin, name)) as [
        string,
        string,
        string,
      ];
      const installed = { ...found, home: closed, postgres, initdb, pgCtl };
      const [usable] = await Promise.all([
        reachableBinaries(installed, identity, cache),
        reachableBinaries(installed, identity, cache),
      ]);
      expect(usable.postgres.startsWith(cache)).toBe(true);
      expect(await runToEnd({ file: usable.postgres, args: [], identity })).toMatchObject({ output: '65534\n' });
      expect(await reachableBinaries(found, undefined, cache)).toBe(found);
    },
  );

  test('listens on the loopback address with a password where it is told to', async () => {
    const attachment = await attach(await folder(), { transport: 'tcp' });
    expect(attachment.endpoint.host).toBe('127.0.0.1');
    expect(await answer(attachment)).toBe(42);
    const stranger = openDriver({ ...attachment.endpoint, password: 'guessed' }, 'test', 1);
    await expect(stranger.unsafe('select 1')).rejects.toMatchObject({ code: '28P01' });
    await stranger.end();
    await attachment.release();
  });

  test('says what is wrong where it cannot start, with the last lines of its log', async () => {
    const bad = attach(home, { settings: ['shared_buffers=nonsense'] });
    await expect(bad).rejects.toMatchObject({
      code: 'database-unavailable',
      data: { log: expect.arrayContaining([expect.stringContaining('shared_buffers')]) },
    });
  });

  test('refuses a directory made by another major version, and says so', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(attach(dataDir)).rejects.toMatchObject({ code: 'config', message: expect.stringContaining('17') });
  });

  test('names DATABASE_URL on a platform that has no bundled Postgres', async () => {
    await expect(findBinaries('sunos', 'x64')).rejects.toMatchObject({
      code: 'database-platform',
      hint: expect.stringContaining('DATABASE_URL'),
    });
  });

  test('makes the library links that an install without scripts left out, as often as it is asked', async () => {
    const home = await folder();
    await mkdir(join(home, 'native', 'lib'), { recursive: true });
    await writeFile(join(home, 'native', 'lib', 'libpq.so.5.18'), '');
    const programs = { postgres: join(home, 'postgres'), initdb: join(home, 'initdb'), pgCtl: join(home, 'pg_ctl') };
    for (const program of Object.values(programs)) await writeFile(program, '', { mode: 0o644 });
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' }];
    await writeFile(join(home, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    const binaries = { home, version: '18.0.0', major: '18', ...programs };
    await Promise.all([finishInstall(binaries), finishInstall(binaries)]);
    await finishInstall(binaries);
    expect(await readlink(join(home, 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
  });
});
