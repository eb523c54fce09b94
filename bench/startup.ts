import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isIdle } from '../scripts/trim.ts';
import { interleaved, median, table, tell } from './kit.ts';

/**
 * `npm start` to the first answer, with a new data directory and with one that is there; memory when idle; size of what
 * is installed for production. Of this checkout and, to compare, of another one with its packages installed.
 * `npm run bench startup -- [--base FOLDER] [--rounds N] [--idle SECONDS]`. Linux only: memory is read from /proc.
 */
const { values: options } = parseArgs({
  options: {
    base: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    idle: { type: 'string', default: '30' },
  },
});

interface Start {
  readonly firstSeconds: number;
  readonly againSeconds: number;
  /** MB, idle: of the server's process, and of all processes with Postgres, shared pages counted once. */
  readonly serverRss: number;
  readonly wholePss: number;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const statusField = (pid: string, file: string, field: string): number => {
  try {
    return Number(
      new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0,
    );
  } catch {
    return 0;
  }
};

const linkOf = (pid: string, name: string): string => {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return '';
  }
};

/** Processes of one group, and those that work in a folder. */
const processes = (group: number, folder: string): readonly string[] =>
  readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return Number(fields[2]) === group || linkOf(pid, 'cwd').startsWith(folder);
    } catch {
      return false;
    }
  });

const answers = async (url: string, child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    const status = await fetch(url).then(
      async answer => {
        await answer.text();
        return answer.status;
      },
      () => 0,
    );
    if (status === 200) return;
    await delay(10);
  }
  throw new Error(`npm start ended with code ${child.exitCode}.`);
};

/** Starts, waits for the first answer, lets `then` look, and stops. Gives the seconds to the first answer. */
const started = async (
  checkout: string,
  dataDir: string,
  then: (group: number) => Promise<void> = async () => {},
): Promise<number> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      RECEIPTS_DATA_DIR: dataDir,
      RECEIPTS_POLL: 'off',
      DATABASE_URL: '',
    },
  });
  const group = child.pid ?? 0;
  try {
    await answers(`http://127.0.0.1:${port}/v1/incidents`, child);
    const seconds = (performance.now() - began) / 1000;
    await then(group);
    return seconds;
  } finally {
    const ended = once(child, 'exit');
    process.kill(-group, 'SIGTERM');
    await ended;
    while (processes(group, dataDir).length > 0) await delay(50);
  }
};

const start = async (checkout: string): Promise<Start> => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-start-'));
  // The server's user must pass through it where this runs as root.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  try {
    const firstSeconds = await started(checkout, dataDir);
    let [serverRss, wholePss] = [0, 0];
    const againSeconds = await started(checkout, dataDir, async group => {
      await delay(Number(options.idle) * 1000);
      const all = processes(group, dataDir);
      const nodes = all.filter(pid => linkOf(pid, 'exe').endsWith('node'));
      serverRss = Math.max(...nodes.map(pid => statusField(pid, 'status', 'VmRSS'))) / 1024;
      wholePss = all.reduce((sum, pid) => sum + statusField(pid, 'smaps_rollup', 'Pss'), 0) / 1024;
    });
    return { firstSeconds, againSeconds, serverRss, wholePss };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Bytes of a folder on disk, without `node_modules` below it, which are counted by themselves. */
const sizeOf = (folder: string, counts: (path: string) => boolean): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(path, counts);
    return entry.isFile() && counts(path) ? sum + statSync(path).blocks * 512 : sum;
  }, 0);

/** MB and number of the packages that production needs, as npm lists them. */
const packages = (checkout: string) => {
  let listed = '';
  try {
    listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], {
      cwd: checkout,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    // npm complains of anything extraneous, and lists all the same.
    listed = String((error as { stdout?: string }).stdout ?? '');
  }
  const folders = [...new Set(listed.split('\n'))].filter(path => path.includes(`${join('', 'node_modules')}`));
  const size = (counts: (path: string) => boolean): number =>
    folders.reduce((sum, folder) => sum + sizeOf(folder, counts), 0) / 2 ** 20;
  return { size: size(() => true), trimmed: size(path => !isIdle(path)), count: folders.length };
};

const here = resolve(import.meta.dirname, '..');
const checkouts: Readonly<Record<string, string>> = {
  ...(options.base === undefined ? {} : { before: resolve(options.base) }),
  now: here,
};
const rounds = await interleaved(
  Number(options.rounds),
  Object.fromEntries(Object.entries(checkouts).map(([name, folder]) => [name, () => start(folder)])),
);
const sizes = Object.fromEntries(Object.entries(checkouts).map(([name, folder]) => [name, packages(folder)]));
const commitOf = (folder: string): string =>
  execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim();

const middle = (name: string, pick: (one: Start) => number): number => median((rounds[name] ?? []).map(pick));
await tell({
  part: 'startup',
  title: 'Start-up and footprint',
  command: `npm run bench startup -- --rounds ${options.rounds} --idle ${options.idle}${options.base === undefined ? '' : ' --base CHECKOUT'}`,
  text: [
    `\`npm start\` until \`GET /v1/incidents\` answers, with polling off: the first time (database made and migrated), and again. Memory ${options.idle} s later: of the server's process, and of everything that was started, npm, launcher and Postgres included, shared pages counted once. Packages as \`npm ls --omit=dev\` lists them, on disk, and after \`npm run trim\`, which is new. Medians of ${options.rounds} interleaved rounds.`,
    table(
      [
        '',
        'first start, s',
        'start again, s',
        'server, MB',
        'all processes, MB',
        'packages, MB',
        'trimmed, MB',
        'packages',
      ],
      Object.entries(checkouts).map(([name, folder]) => [
        `${name} (${commitOf(folder)})`,
        middle(name, one => one.firstSeconds).toFixed(2),
        middle(name, one => one.againSeconds).toFixed(2),
        middle(name, one => one.serverRss).toFixed(0),
        middle(name, one => one.wholePss).toFixed(0),
        sizes[name]?.size.toFixed(0) ?? '',
        sizes[name]?.trimmed.toFixed(0) ?? '',
        String(sizes[name]?.count ?? ''),
      ]),
    ),
  ],
  figures: { rounds, sizes },
});
