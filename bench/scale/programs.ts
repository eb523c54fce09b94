import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A `receipts` process. */
export interface Running {
  readonly child: ChildProcess;
  kill(): void;
  stop(): Promise<void>;
}

/** Starts `receipts worker` or `serve` with settings; resolves when it says that it is ready. */
export const startProgram = async (
  command: 'worker' | 'serve',
  environment: Readonly<Record<string, string>>,
): Promise<Running> => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, command], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ready = command === 'worker' ? /Working on the jobs/ : /API {8}http/;
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      if (ready.test(said)) resolve();
    });
    child.once('close', () => reject(new Error(`${command} ended: ${said}`)));
  });
  return {
    child,
    kill: () => {
      child.kill('SIGKILL');
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
};
