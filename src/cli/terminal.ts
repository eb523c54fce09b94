import { AppError, messageOf } from '#errors';
import { scrub } from '../observe/scrub.ts';

/** Words for people go to stderr, so that stdout carries data alone. */
export const say = (line: string): void => console.error(line);

/** Data goes to stdout. */
export const print = (line: string): void => console.log(line);

/** Prints what went wrong, with what, and what to do; never a stack, and no secrets. */
export const complain = (error: unknown): void => {
  say(scrub(`receipts: ${messageOf(error)}`));
  if (error instanceof AppError && error.hint !== undefined) say(`  ${error.hint}`);
};

/** Rows as columns of even width. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows.reduce<number[]>((max, row) => row.map((cell, i) => Math.max(max[i] ?? 0, cell.length)), []);
  return rows
    .map(row =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** A signal that reaches us twice, from the terminal and through the launcher, is one. */
const ECHO_MS = 500;

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the program at once. */
export const interrupted = (): Promise<NodeJS.Signals> =>
  new Promise(resolve => {
    let first: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (first !== undefined && performance.now() - first > ECHO_MS) process.exit(130);
        first ??= performance.now();
        resolve(signal);
      });
  });
