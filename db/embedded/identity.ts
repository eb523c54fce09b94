import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '#errors';

const run = promisify(execFile);

/** The user as whom the server runs. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** A program to start, with the identity to start it under. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly identity?: Identity;
}

const NAME = 'postgres';

const lookUp = async (): Promise<Identity | undefined> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
};

const createUser = async (): Promise<Identity> => {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  } catch (cause) {
    const appeared = await lookUp();
    if (appeared) return appeared;
    throw new AppError('config', `Postgres does not run as root, and the user "${NAME}" could not be created.`, {
      subject: NAME,
      hint: `Create that user, run Receipts as an ordinary user, or set DATABASE_URL.`,
      cause,
    });
  }
  const created = await lookUp();
  if (created) return created;
  throw new AppError('config', `The user "${NAME}" was created but cannot be found.`, {
    subject: NAME,
    hint: 'Run Receipts as an ordinary user, or set DATABASE_URL.',
  });
};

/**
 * Under which identity the server of a cluster runs: none of its own for an ordinary user; for root the owner of the
 * cluster where it exists, else the user `postgres`, created if need be (Postgres refuses to run as root).
 * @throws AppError `config` where the cluster belongs to somebody else.
 */
export const serverIdentity = async (cluster: string): Promise<Identity | undefined> => {
  const me = process.getuid?.();
  if (me === undefined) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (me !== 0) {
    if (!owner || owner.uid === me) return undefined;
    throw new AppError('config', `The database in ${cluster} belongs to another user (uid ${owner.uid}).`, {
      subject: cluster,
      hint: 'Run Receipts as that user or as root, choose another RECEIPTS_DATA_DIR, or set DATABASE_URL.',
    });
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await createUser());
};

/** Whether a user may pass through a folder and all those above it. */
export const mayEnter = async (folder: string, { uid, gid }: Identity): Promise<boolean> => {
  const { mode, uid: owner, gid: group } = await stat(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const above = dirname(folder);
  return above === folder || mayEnter(above, { uid, gid });
};

const requireSetpriv = async (folder: string): Promise<void> => {
  try {
    await run('setpriv', ['--version']);
  } catch (cause) {
    throw new AppError('config', `The user "${NAME}", as whom the database runs, may not enter ${folder}.`, {
      subject: folder,
      hint: 'Choose a RECEIPTS_DATA_DIR (and an install folder) that all users may pass through, or set DATABASE_URL.',
      cause,
    });
  }
};

/**
 * How to start a program under an identity when it needs the folders given. Where that user may not pass through them
 * (a project below /root), the program keeps root's right to do so, by util-linux' setpriv.
 */
export const launchAs = async (
  identity: Identity | undefined,
  folders: readonly string[],
  file: string,
  args: readonly string[],
): Promise<Launch> => {
  if (!identity) return { file, args };
  const entries = await Promise.all(folders.map(folder => mayEnter(folder, identity)));
  if (entries.every(Boolean)) return { file, args, identity };
  await requireSetpriv(folders[entries.indexOf(false)] ?? '');
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const become = [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, '--clear-groups'];
  return { file: 'setpriv', args: [...become, ...keep, '--', file, ...args] };
};
