import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, messageOf } from '#errors';
import { errorCode } from '../errors.ts';
import type { Binaries } from './binaries.ts';
import { type Identity, launchAs } from './identity.ts';
import type { Layout } from './layout.ts';
import { isAlive, runToEnd } from './process.ts';

/** The superuser of the own cluster; only who can enter the socket's folder can be it. */
export const SUPERUSER = 'receipts';

const clusterMajor = async (layout: Layout): Promise<string | undefined> =>
  readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').then(
    text => text.trim(),
    () => undefined,
  );

const sweepAbandoned = async (layout: Layout): Promise<void> => {
  for (const name of await readdir(layout.dataDir)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) await rm(join(layout.dataDir, name), { recursive: true, force: true });
  }
};

const initdb = async (
  binaries: Binaries,
  folder: string,
  identity: Identity | undefined,
  tcp: boolean,
  passwordFile: string,
) => {
  const args = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(tcp ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust']),
  ];
  const folders = [dirname(folder), dirname(binaries.initdb)];
  return runToEnd(await launchAs(identity, folders, binaries.initdb, args));
};

const writePassword = async (layout: Layout, identity: Identity | undefined): Promise<void> => {
  await writeFile(layout.password, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(error => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  if (identity) await chown(layout.password, identity.uid, identity.gid);
};

/**
 * Makes the cluster where there is none. It is made aside and renamed when it is whole: a crash leaves none or all of
 * it, and of two processes that make one at once, one wins.
 * @throws AppError `config` where the cluster is of another major version; `database-unavailable` where making it fails.
 */
export const ensureCluster = async (
  layout: Layout,
  binaries: Binaries,
  identity: Identity | undefined,
  tcp: boolean,
): Promise<void> => {
  const major = await clusterMajor(layout);
  if (major === binaries.major) return;
  if (major !== undefined) {
    throw new AppError(
      'config',
      `${layout.cluster} was made by Postgres ${major}; the bundled one is ${binaries.major}.`,
      {
        subject: layout.cluster,
        hint: `Dump it with Postgres ${major} and load it into a new RECEIPTS_DATA_DIR, or set DATABASE_URL.`,
      },
    );
  }
  await sweepAbandoned(layout);
  const aside = join(layout.dataDir, `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(aside, { mode: 0o700 });
    await chmod(aside, 0o700);
    if (identity) await chown(aside, identity.uid, identity.gid);
    if (tcp) await writePassword(layout, identity);
    const { code, output } = await initdb(binaries, aside, identity, tcp, layout.password);
    if (code !== 0) throw new Error(output.trim() || `initdb ended with code ${code}`);
    await rename(aside, layout.cluster);
  } catch (cause) {
    await rm(aside, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(cause) ?? '') && (await clusterMajor(layout))) return;
    throw new AppError(
      'database-unavailable',
      `A database could not be made in ${layout.dataDir}: ${messageOf(cause)}`,
      {
        subject: layout.dataDir,
        hint: 'Set RECEIPTS_DATA_DIR to a folder on a local disk that can be written, or set DATABASE_URL.',
        cause,
      },
    );
  }
};
