import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, messageOf } from '#errors';
import { errorCode } from '../errors.ts';
import type { Binaries } from './binaries.ts';
import { type Identity, mayEnter } from './identity.ts';

/** Where root keeps programs for users who may not enter the folder in which they were installed. */
const CACHE = '/var/cache/receipts';

const openUp = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    if (entry.isFile()) await chmod(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
};

const copy = async (from: string, to: string): Promise<void> => {
  const aside = `${to}.new-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o755 });
    await cp(from, aside, { recursive: true, verbatimSymlinks: true });
    await openUp(aside);
    await rename(aside, to);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another process was first.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
};

const exists = async (folder: string): Promise<boolean> =>
  readdir(folder).then(
    () => true,
    () => false,
  );

/**
 * The programs in a place that the server's user may enter: where they were installed, else (a project below /root, or
 * installed for its owner only) a copy in root's cache, made once per version.
 * @throws AppError `config` where the copy cannot be made.
 */
export const reachableBinaries = async (
  binaries: Binaries,
  identity: Identity | undefined,
  cache: string = CACHE,
): Promise<Binaries> => {
  if (!identity || (await mayEnter(dirname(binaries.postgres), identity))) return binaries;
  const home = join(cache, `postgres-${binaries.version}`);
  try {
    if (!(await exists(home))) await copy(binaries.home, home);
  } catch (cause) {
    throw new AppError('config', `The database's user may not enter ${binaries.home}: ${messageOf(cause)}`, {
      subject: binaries.home,
      hint: 'Install Receipts in a folder that all users may pass through, or set DATABASE_URL.',
      cause,
    });
  }
  const moved = (program: string) => join(home, program.slice(binaries.home.length));
  return {
    ...binaries,
    home,
    postgres: moved(binaries.postgres),
    initdb: moved(binaries.initdb),
    pgCtl: moved(binaries.pgCtl),
  };
};
