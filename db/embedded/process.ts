import { type ChildProcess, spawn } from 'node:child_process';
import type { Launch } from './identity.ts';

/** Whether a process with this id runs (as anybody). */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** What a server program may know of our environment: nothing of ours (PG* variables would change what it does). */
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'] } : {}),
});

const options = ({ identity }: Launch) => ({
  env: environment(),
  // A working directory that every user may enter.
  cwd: process.platform === 'win32' ? process.cwd() : '/',
  windowsHide: true,
  ...(identity ? { uid: identity.uid, gid: identity.gid } : {}),
});

/** Runs a program to its end; `output` is what it printed on both streams. Rejects where it cannot be started. */
export const runToEnd = async (launch: Launch): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(launch.file, [...launch.args], { ...options(launch), stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', code => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });

/**
 * Starts a program that outlives us, in a session of its own, so that Ctrl-C in our terminal does not reach it.
 * Both its streams go to the open file `log`.
 */
export const startDetached = (launch: Launch, log: number): ChildProcess => {
  const child = spawn(launch.file, [...launch.args], {
    ...options(launch),
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  return child;
};
