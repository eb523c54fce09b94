import { AppError, messageOf } from '#errors';

/** Words for people go to stderr, so that stdout carries data alone. */
export const say = (line: string): void => console.error(line);

/** Data goes to stdout. */
export const print = (line: string): void => console.log(line);

/** Prints what went wrong, with what, and what to do; never a stack. */
export const complain = (error: unknown): void => {
  say(`receipts: ${messageOf(error)}`);
  if (error instanceof AppError && error.hint !== undefined) say(`  ${error.hint}`);
};

/** A line that is rewritten on a terminal, and stays silent elsewhere. */
export const createProgress = (label: string, total: number | undefined): { at(done: number): void; end(): void } => {
  const live = process.stderr.isTTY === true;
  const started = performance.now();
  return {
    at(done) {
      if (!live) return;
      const seconds = (performance.now() - started) / 1000;
      const rate = done / Math.max(seconds, 0.001);
      const left = total === undefined || rate === 0 ? '' : `, ${Math.ceil((total - done) / rate)} s left`;
      process.stderr.write(
        `\r\u001b[K${label} ${done}${total === undefined ? '' : `/${total}`} (${rate.toFixed(1)}/s${left})`,
      );
    },
    end() {
      if (live) process.stderr.write('\r\u001b[K');
    },
  };
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
