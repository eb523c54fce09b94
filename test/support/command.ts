import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/receipts.js', import.meta.url));
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A `receipts` command that is running, as a user would have started it. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** Resolves with the first match in what it says on stderr; rejects where it ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  readonly finished: Promise<Finished>;
}

/**
 * Starts `receipts` with arguments in an environment of its own. `direct`: without the launcher, so that a signal reaches
 * the program itself.
 */
export const start = (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { direct = false } = {},
): RunningCommand => {
  const { PATH = '', HOME = '' } = process.env;
  const command = direct ? ['--disable-warning=ExperimentalWarning', main] : [launcher];
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: root,
    env: { PATH, HOME, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(stderr);
        if (found) resolve(found);
      };
      child.stderr.on('data', look);
      child.once('close', () => {
        look();
        reject(new Error(`ended without saying ${pattern}: ${stderr}`));
      });
      look();
    });
  return { process: child, says, finished };
};

/** Runs `receipts` to its end. `input` goes to its standard input. */
export const run = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Finished> => {
  const command = start(args, environment);
  command.process.stdin?.end(input);
  return command.finished;
};
