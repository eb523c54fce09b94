import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, messageOf } from '#errors';
import { openDriver } from '../../db/client.ts';
import { attachEmbedded } from '../../db/embedded.ts';
import { copyDataDir, postmasterOf } from './archive.ts';
import type { Ground, Outcome, Scenario } from './scenario.ts';
import { mountSmallDisk, noSmallDisk } from './small-disk.ts';
import { spawnWorker } from './workers.ts';

const MB = 2 ** 20;

/** Attaches, asks something, leaves. Undefined where it went well, else what was said instead. */
const use = async (dataDir: string): Promise<Error | undefined> => {
  try {
    const attachment = await attachEmbedded({ dataDir });
    const driver = openDriver(attachment.endpoint, 'faults', 1);
    try {
      await driver`select count(*) from receipts.sources`;
    } finally {
      await driver.end({ timeout: 1 });
      await attachment.release();
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

/** A person must learn which directory, and what is wrong with it. */
const refused = async (dataDir: string, why: RegExp): Promise<string | undefined> => {
  const error = await use(dataDir);
  if (error === undefined) return 'was used all the same';
  if (!(error instanceof AppError)) return `was refused without a message of ours: ${messageOf(error)}`;
  const said = `${error.message} ${error.hint ?? ''}`;
  return said.includes(dataDir) && why.test(said) ? undefined : `was refused unclearly: ${said}`;
};

const works = async (dataDir: string): Promise<string | undefined> => {
  const error = await use(dataDir);
  return error && `could not be used: ${messageOf(error)}`;
};

const gonePid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

const markAs = async (dataDir: string, pid: number): Promise<void> => {
  const socket = join(dataDir, 'socket');
  const mark = `${pid}\n${join(dataDir, 'postgres')}\n1\n5432\n${socket}\n\n\nready\n`;
  await mkdir(socket, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), mark);
  await writeFile(join(socket, '.s.PGSQL.5432.lock'), mark);
};

const ownerCrashed = async (dataDir: string): Promise<string | undefined> => {
  const owner = spawnWorker({ dataDir, origin: 'http://127.0.0.1:1' });
  await owner.loaded;
  await owner.go([]);
  const server = await postmasterOf(dataDir);
  await owner.kill();
  const attachment = await attachEmbedded({ dataDir });
  const adopted = (await postmasterOf(dataDir)) === server;
  await attachment.release();
  if (!adopted) return 'got another server';
  return (await postmasterOf(dataDir)) === undefined ? undefined : 'was left with a server';
};

type Case = readonly [what: string, check: () => Promise<string | undefined>];

const casesOf = (
  made: string,
  disk: string,
  fill: () => Promise<void>,
  clear: () => Promise<void>,
  setWritable: (is: boolean) => Promise<void>,
): readonly Case[] => {
  const held = join(disk, 'held');
  return [
    ['a server whose owner was killed', () => ownerCrashed(made)],
    ['a pid file of a process that is gone', async () => markAs(made, await gonePid()).then(() => works(made))],
    ['a pid file whose number another program has', () => markAs(made, process.pid).then(() => works(made))],
    [
      'a new directory on a disk that is full',
      () => fill().then(() => refused(join(disk, 'new'), /No space left|disk .* full/i)),
    ],
    ['a directory on a disk that is full', () => refused(held, /No space left|full/i)],
    ['the same when there is room', () => clear().then(() => works(held))],
    ['a read-only directory', () => setWritable(false).then(() => refused(held, /read-only/i))],
    ['a new directory on a read-only disk', () => refused(join(disk, 'other'), /read-only/i)],
    ['the same when it can be written', () => setWritable(true).then(() => works(held))],
  ];
};

const perform = async (rounds: number, ground: Ground): Promise<Outcome> => {
  const skipped = noSmallDisk();
  if (skipped !== undefined) return { rounds: 0, seen: 'nothing', failures: [], skipped };
  const made = await ground.dataDir();
  await using disk = await mountSmallDisk(`${made}-disk`, 300 * MB);
  await copyDataDir(made, join(disk.folder, 'held'));
  const cases = casesOf(made, disk.folder, () => disk.fill(0), disk.clear, disk.setWritable);
  const failures: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const [what, check] of cases) {
      const fault = await check().catch(messageOf);
      if (fault !== undefined) failures.push(`${what} ${fault}`);
    }
  }
  return {
    rounds,
    seen: `${cases.map(([what]) => what).join('; ')}: used, or refused with directory and reason`,
    failures,
  };
};

/** Directories in which the own server cannot simply start. */
export const directories: Scenario = {
  name: 'directories',
  title: "the own server's directory: owner crashed, pid file stale, disk full, read-only",
  rounds: 3,
  run: perform,
};
