import { stat } from 'node:fs/promises';
import { compose } from '#compose';
import type { Config } from '#config';
import { AppError, messageOf } from '#errors';
import { importRow, inLanes, linkAll, type RunReport, total } from '#pipeline';
import { countRows, type ImportLine, readImport } from './import-lines.ts';
import { importHouse } from './move-in.ts';
import { createProgress } from './progress.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

interface ImportOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** Rows that are taken in side by side: enough for every thread and a batch on its way into the database. */
const WIDTH = 16;

interface FailedLine {
  readonly line: number;
  readonly message: string;
}

/** `--dry-run`: reads every line, and says which are wrong; nothing is fetched or written. */
const check = async (path: string, { json }: ImportOptions): Promise<number> => {
  const failed: FailedLine[] = [];
  let [lines, addresses] = [0, 0];
  for await (const { number, row, error } of readImport(path)) {
    lines++;
    if (error !== undefined) {
      failed.push({ line: number, message: error.message });
      say(`${path}:${number}: ${error.message}`);
    }
    if (row !== undefined && row.text === undefined && row.html === undefined) addresses++;
  }
  const good = lines - failed.length;
  if (json) print(JSON.stringify({ lines, good, toFetch: addresses, failed }));
  else say(`${lines} lines: ${good} would be taken in, ${addresses} pages fetched for them. Nothing was written.`);
  return failed.length > 0 ? EXIT.failed : EXIT.done;
};

/** Tasks of one key run in the order in which they come: of two states of an article, the later line is the later one. */
const oneAfterTheOther = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string | undefined, task: () => Promise<T>): Promise<T> => {
    if (key === undefined) return task();
    const running = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, running);
    try {
      return await running;
    } finally {
      if (last.get(key) === running) last.delete(key);
    }
  };
};

const takeIn = async (config: Config, path: string, options: ImportOptions): Promise<number> => {
  const rows = await countRows(path);
  using stopping = createStopping();
  const program = await compose(config, { log: say });
  const progress = createProgress('import', rows);
  const reports: RunReport[] = [];
  const failed: FailedLine[] = [];
  let done = 0;
  try {
    const inOrder = oneAfterTheOther();
    const takeLine = async ({ number, row, error }: ImportLine): Promise<void> => {
      try {
        if (row) reports.push(await inOrder(row.url ?? row.id, () => importRow(program.stages, row)));
        else if (error) throw error;
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code.startsWith('database')) throw cause;
        failed.push({ line: number, message: messageOf(cause) });
        progress.say(`${path}:${number}: ${messageOf(cause)}`);
      }
      progress.at(++done);
    };
    await inLanes(readImport(path), WIDTH, takeLine, stopping.signal);
    failed.sort((a, b) => a.line - b.line);
    progress.end();
    const stopped = stopping.signal.aborted;
    const sum = total([...reports, await linkAll(program.stages)]);
    const counts = { lines: done, new: sum.newArticles, revised: sum.revised, unchanged: sum.unchanged, failed };
    if (options.json) print(JSON.stringify({ ...counts, incidents: sum.incidents, stopped }));
    else
      say(
        `${done} lines: ${counts.new} new, ${counts.revised} revised, ${counts.unchanged} held already, ${failed.length} failed; ` +
          `${sum.incidents} incidents derived.${stopped ? ' Stopped; run the same command again to go on.' : ''}`,
      );
    return stopped ? EXIT.stopped : failed.length > 0 ? EXIT.failed : EXIT.done;
  } finally {
    progress.end();
    await program.close();
  }
};

/** Whether a path is the folder of an archive for moving house. */
const isHouse = async (path: string): Promise<boolean> => {
  const there = await stat(path).catch(() => undefined);
  return there?.isDirectory() === true && (await stat(`${path}/manifest.json`).catch(() => undefined)) !== undefined;
};

/**
 * `receipts import FILE`: takes articles in through the pipe. A row that fails is named with its line, the rest goes
 * on; what is held already is left as it is, so an import that was interrupted is simply run again. The folder of an
 * `export move` is taken over whole.
 *
 * @returns the exit code: 0 when every line was taken, 1 when some were not
 */
export const importFile = async (config: Config, path: string, options: ImportOptions): Promise<number> => {
  if (await isHouse(path)) return importHouse(config, path, options);
  return options.dryRun ? check(path, options) : takeIn(config, path, options);
};
