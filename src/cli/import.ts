import { compose } from '#compose';
import type { Config } from '#config';
import { AppError, messageOf } from '#errors';
import { importRow, linkAll, type RunReport, total } from '#pipeline';
import { countRows, readImport } from './import-lines.ts';
import { createProgress, print, say } from './terminal.ts';

/**
 * `receipts import FILE`: takes articles in through the pipe. A row that fails is named with its line, the rest goes
 * on; what is held already is left as it is, so an import that was interrupted is simply run again.
 *
 * @returns the exit code: 0 when every line was taken, 1 when some were not
 */
export const importFile = async (config: Config, path: string, options: { json?: boolean }): Promise<number> => {
  const rows = await countRows(path);
  const program = await compose(config, { log: say });
  const progress = createProgress('importing', rows);
  const reports: RunReport[] = [];
  const failed: { line: number; message: string }[] = [];
  let done = 0;
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  try {
    for await (const { number, row, error } of readImport(path)) {
      if (stopped) break;
      try {
        if (row) reports.push(await importRow(program.stages, row));
        else if (error) throw error;
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code.startsWith('database')) throw cause;
        failed.push({ line: number, message: messageOf(cause) });
        progress.end();
        say(`${path}:${number}: ${messageOf(cause)}`);
      }
      progress.at(++done);
    }
    progress.end();
    const sum = total([...reports, await linkAll(program.stages)]);
    const counts = { lines: done, new: sum.newArticles, revised: sum.revised, unchanged: sum.unchanged, failed };
    if (options.json) print(JSON.stringify({ ...counts, incidents: sum.incidents, stopped }));
    else
      say(
        `${done} lines: ${counts.new} new, ${counts.revised} revised, ${counts.unchanged} held already, ${failed.length} failed; ` +
          `${sum.incidents} incidents derived.${stopped ? ' Stopped; run the same command again to go on.' : ''}`,
      );
    return stopped ? 130 : failed.length > 0 ? 1 : 0;
  } finally {
    process.removeListener('SIGINT', stop);
    await program.close();
  }
};
