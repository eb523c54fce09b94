import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type Layout, SOCKET_PORT, socketFolder } from './layout.ts';

const run = promisify(execFile);

/** The program that a process runs, as it was called; undefined where that cannot be told. */
const programOf = async (pid: number): Promise<string | undefined> => {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') {
    return run('ps', ['-o', 'comm=', '-p', String(pid)]).then(
      ({ stdout }) => basename(stdout.trim()),
      () => undefined,
    );
  }
  // Empty for a process that has ended and was not yet collected.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined ? undefined : basename(command.split(/[\0 ]/)[0] ?? '').replace(/:$/, '');
};

const takeAway = async (file: string, pid: number): Promise<void> => {
  const aside = `${file}.stale-${randomBytes(6).toString('hex')}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const [owner] = (await readFile(aside, 'utf8')).split('\n');
  // A server that started in this very moment wrote a new one: give it back.
  if (Number(owner) !== pid) await link(aside, file).catch(() => {});
  await rm(aside);
};

/**
 * Takes away the marks of a server that is gone where its process id belongs to another program now (usual in
 * containers), in which case Postgres itself would not dare to start. True where there was such a mark.
 */
export const clearStaleMarks = async (layout: Layout, pid: number): Promise<boolean> => {
  const program = await programOf(pid);
  if (program === undefined || program.startsWith('postgres')) return false;
  await takeAway(join(layout.cluster, 'postmaster.pid'), pid);
  await takeAway(join(socketFolder(layout), `.s.PGSQL.${SOCKET_PORT}.lock`), pid);
  return true;
};
