import { say } from './terminal.ts';

/** Exit codes of a command; `docs/cli.md` says the same. */
export const EXIT = {
  done: 0,
  /** It could not be done, or only in part; what and why was said. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Stopped by Ctrl-C; what was done stays. */
  stopped: 130,
} as const;

/** A stop that somebody may ask for. */
export interface Stopping extends Disposable {
  readonly signal: AbortSignal;
}

/** On a terminal the line may hold a progress bar, and the ^C. */
const sayAnew = (line: string): void => say(process.stderr.isTTY === true ? `\r\u001b[K${line}` : line);

/** A signal that reaches us twice, from the terminal and through the launcher, is one. */
const ECHO_MS = 500;

/**
 * Listens for Ctrl-C and SIGTERM: the first asks the work to stop when what has begun is done, a second one ends the
 * program at once. Use it with `using`.
 *
 * @param tell says that it stops
 */
export const createStopping = (tell: (line: string) => void = sayAnew): Stopping => {
  const controller = new AbortController();
  let first: number | undefined;
  const stop = (): void => {
    if (first !== undefined && performance.now() - first > ECHO_MS) process.exit(EXIT.stopped);
    if (first === undefined) tell('Stopping when what has begun is done. Ctrl-C again stops at once.');
    first ??= performance.now();
    controller.abort();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const signal of signals) process.removeListener(signal, stop);
    },
  };
};
