import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Postgres server of a cluster. */
export interface Node {
  readonly port: number;
  url(database: string): string;
  /** Ends it as a power cut would. */
  kill(): void;
  /** Starts it again where it ended. */
  start(): void;
}

export interface Cluster {
  readonly version: string;
  readonly primary: Node;
  readonly replica: Node;
  close(): void;
}

/** The newest Postgres that the system has installed; undefined: none. */
const binaries = (): string | undefined => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map(version => join(root, version, 'bin')).find(path => existsSync(join(path, 'pg_basebackup')));
};

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Whom Postgres runs as: it refuses to run as root. */
const identity = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string): number => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** A primary and a streaming replica of it, in a folder that goes when they are closed. Throws where there is no Postgres. */
export const openCluster = async (): Promise<Cluster> => {
  const bin = binaries();
  if (bin === undefined)
    throw new Error('No Postgres is installed under /usr/lib/postgresql (Debian: apt-get install postgresql).');
  const as = identity();
  const folder = mkdtempSync(join(tmpdir(), 'receipts-scale-'));
  chmodSync(folder, 0o755);
  if (as) chownSync(folder, as.uid, as.gid);
  const run = (name: string, args: readonly string[]): void => {
    const { status, stderr } = spawnSync(join(bin, name), args, { cwd: folder, encoding: 'utf8', ...as });
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  };
  const nodeAt = (name: string, port: number): Node => {
    const data = join(folder, name);
    let server: ReturnType<typeof spawn> | undefined;
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'max_connections=200',
      'hot_standby_feedback=on',
    ];
    return {
      port,
      url: database => `postgres://postgres@127.0.0.1:${port}/${database}`,
      kill: () => {
        server?.kill('SIGKILL');
      },
      start: () => {
        rmSync(join(data, 'postmaster.pid'), { force: true });
        server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap(setting => ['-c', setting])], {
          cwd: folder,
          stdio: 'ignore',
          ...as,
        });
        for (let tries = 0; tries < 300; tries++) {
          if (spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0) return;
          spawnSync('sleep', ['0.1']);
        }
        throw new Error(`the ${name} does not start`);
      },
    };
  };
  const primary = nodeAt('primary', await freePort());
  const replica = nodeAt('replica', await freePort());
  run('initdb', ['-D', 'primary', '-U', 'postgres', '--auth=trust', '--no-sync']);
  primary.start();
  run('pg_basebackup', [
    '-D',
    'replica',
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
    '-h',
    '127.0.0.1',
    '-p',
    String(primary.port),
    '-U',
    'postgres',
  ]);
  replica.start();
  return {
    version: execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    primary,
    replica,
    close: () => {
      for (const name of ['replica', 'primary'])
        spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', name, '-m', 'immediate'], { cwd: folder, ...as });
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
