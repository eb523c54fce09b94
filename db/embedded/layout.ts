import { hash } from 'node:crypto';
import { lstat, mkdir, realpath, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, messageOf } from '#errors';

/** Where the own server keeps what. */
export interface Layout {
  readonly dataDir: string;
  /** Postgres' own data directory. */
  readonly cluster: string;
  readonly log: string;
  /** Holds the password where the server listens on TCP. */
  readonly password: string;
}

/** The port that names the socket file; nothing listens on it on the network. */
export const SOCKET_PORT = 5432;
/** Longest path of a unix socket on the platforms that we run on, in bytes (macOS 103, Linux 107). */
const LONGEST_SOCKET = 103;

/**
 * Makes the data directory where it is missing.
 * @throws AppError `config` where it cannot be made.
 */
export const layOut = async (dataDir: string): Promise<Layout> => {
  try {
    // Making all of a path fails with ENOENT where the disk is read-only; making the last of it tells why.
    await mkdir(dataDir, { recursive: true }).catch(() => mkdir(dataDir));
    const real = await realpath(dataDir);
    return {
      dataDir: real,
      cluster: join(real, 'postgres'),
      log: join(real, 'postgres.log'),
      password: join(real, 'postgres.password'),
    };
  } catch (cause) {
    throw new AppError('config', `The data directory ${dataDir} cannot be used: ${messageOf(cause)}`, {
      subject: dataDir,
      hint: 'Set RECEIPTS_DATA_DIR to a folder that can be written, or set DATABASE_URL.',
      cause,
    });
  }
};

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET;

/**
 * The folder for the server's socket: inside the data directory, or, where that path is too long for a socket, a short
 * folder whose name follows from it.
 */
export const socketFolder = (layout: Layout, temporary: string = tmpdir()): string => {
  const inside = join(layout.dataDir, 'socket');
  if (fits(inside)) return inside;
  const name = `receipts-${hash('sha256', layout.dataDir).slice(0, 16)}`;
  return fits(join(temporary, name)) ? join(temporary, name) : join('/tmp', name);
};

/** Takes away the socket's folder of a server that has stopped, where it stands outside the data directory. */
export const dropSocketFolder = async (layout: Layout): Promise<void> => {
  const folder = socketFolder(layout);
  // Not empty means that the next server is there already.
  if (!folder.startsWith(layout.dataDir)) await rmdir(folder).catch(() => {});
};

/**
 * Makes a folder that only its owner can enter, or makes sure that the one that stands is such a folder.
 * @throws AppError `config` where somebody else's folder stands there.
 */
export const makePrivate = async (folder: string, owners: readonly number[]): Promise<void> => {
  await mkdir(folder, { mode: 0o700, recursive: true });
  const found = await lstat(folder);
  if (found.isDirectory() && owners.includes(found.uid) && (found.mode & 0o077) === 0) return;
  throw new AppError('config', `${folder} is not a private folder of this user.`, {
    subject: folder,
    hint: 'Remove it, or set RECEIPTS_DATA_DIR to a shorter path.',
  });
};
