import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServerState } from './server.ts';

/** A server with feeds to read, each in a process of its own. */
export interface Stage extends AsyncDisposable {
  readonly url: string;
  state(): Promise<ServerState>;
  /** Waits until so many incidents are derived and what the feeds began with is read. */
  warm(incidents: number): Promise<ServerState>;
  /** Sends SIGTERM. Resolves with ms until the process is gone, and its exit code. */
  stop(): Promise<{ readonly ms: number; readonly code: number | null }>;
}

const child = (file: string, args: readonly string[]): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

const told = async <T>(from: ChildProcess): Promise<T> => {
  const done = new AbortController();
  const { signal } = done;
  const ended = once(from, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the stage ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(from, 'message', { signal }), ended]);
    return message as T;
  } finally {
    ended.catch(() => {});
    done.abort();
  }
};

/** Sets up `feeds` feeds with `first` items each, one more every `everySeconds`, and a server that polls them. */
export const openStage = async ({
  feeds,
  first,
  everySeconds,
  pollMinutes,
}: Readonly<Record<'feeds' | 'first' | 'everySeconds' | 'pollMinutes', number>>): Promise<Stage> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'receipts-load-'));
  const web = child('web.ts', [feeds, first, everySeconds].map(String));
  const { origins } = await told<{ origins: readonly string[] }>(web);
  const server = child('server.ts', [dataDir, String(pollMinutes), origins.join(',')]);
  const { url } = await told<{ url: string }>(server);
  const state = async (): Promise<ServerState> => {
    server.send('state');
    return (await told<{ state: ServerState }>(server)).state;
  };
  const stop = async () => {
    const begun = performance.now();
    if (server.exitCode !== null) return { ms: 0, code: server.exitCode };
    server.kill('SIGTERM');
    await once(server, 'exit');
    return { ms: performance.now() - begun, code: server.exitCode };
  };
  return {
    url,
    state,
    async warm(incidents) {
      for (;;) {
        const now = await state();
        if (now.incidents >= incidents && now.pending <= feeds / 10) return now;
        await delay(1_000);
      }
    },
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      web.disconnect();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
