import { compose } from '#compose';
import type { Config } from '#config';
import { linkAll, reanalyse } from '#pipeline';
import { createProgress, print, say } from './terminal.ts';

/**
 * `receipts reanalyse`: reads every text that is held with today's rules, beside what older rules read in it, and derives
 * the incidents anew.
 */
export const reanalyseCommand = async (config: Config, options: { json?: boolean }): Promise<number> => {
  const program = await compose(config, { log: say });
  const progress = createProgress('reading', undefined);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  try {
    const analyses = await reanalyse(program.stages, { signal: stopping.signal, onText: done => progress.at(done) });
    progress.end();
    const { incidents } = await linkAll(program.stages);
    const { extractor } = program.stages;
    const stopped = stopping.signal.aborted;
    if (options.json) print(JSON.stringify({ extractor, analyses, incidents, stopped }));
    else
      say(
        `${analyses} texts read with ${extractor}; ${incidents} incidents derived anew.` +
          (stopped ? ' Stopped; run the same command again to go on.' : ''),
      );
    return stopped ? 130 : 0;
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
    await program.close();
  }
};
