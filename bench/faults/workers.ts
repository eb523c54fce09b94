import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from '#domain/article.ts';

const FILE = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** A worker process of the fault loop. */
export interface Worker {
  readonly child: ChildProcess;
  /** What it said on stderr. */
  said(): string;
  /** Resolves when its modules are loaded. */
  readonly loaded: Promise<void>;
  /** Lets it work on these sources; resolves when it does, with the address at which it serves. */
  go(sources: readonly Source[]): Promise<string>;
  /** Ends it with SIGKILL and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop in order; its exit code. */
  stop(): Promise<number | null>;
}

/** Where a worker finds its database, and whom it may fetch from. */
export interface WorkerPlace {
  readonly dataDir?: string;
  readonly url?: string;
  readonly origin: string;
  /** How wrong its clock goes, in ms. */
  readonly shiftMs?: number;
}

/** Starts a worker process, which loads and then waits. */
export const spawnWorker = ({ dataDir = '', url = '', origin, shiftMs = 0 }: WorkerPlace): Worker => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', FILE], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_COMPILE_CACHE: join(tmpdir(), 'receipts-faults-compiled'),
      RECEIPTS_DATA_DIR: dataDir,
      DATABASE_URL: url,
      RECEIPTS_FETCH_ORIGINS: origin,
      RECEIPTS_WORKERS: '1',
      RECEIPTS_RATE_LIMIT: '0',
      PORT: '0',
      CLOCK_SHIFT_MS: String(shiftMs),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // Written to after it was killed.
  child.stdin.on('error', () => {});
  const ended = once(child, 'close');
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out);
        if (found) resolve(found[1] ?? '');
      };
      child.stdout.on('data', look);
      look();
      ended.then(() => reject(new Error(`A worker ended (${child.exitCode ?? child.signalCode}): ${err.trim()}`)));
    });
  const loaded = says(/loaded\n/).then(() => {});
  loaded.catch(() => {});
  return {
    child,
    said: () => err,
    loaded,
    go: async sources => {
      const working = says(/working (\S+)\n/);
      working.catch(() => {});
      child.stdin.write(`${JSON.stringify(sources)}\n`);
      return working;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
      return child.exitCode;
    },
  };
};
