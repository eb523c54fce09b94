import { compose } from '#compose';
import type { Config } from '#config';
import { rebuild } from '#pipeline';
import { createProgress, type Progress } from './progress.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

/**
 * `receipts rebuild`: derives incidents and timelines anew from the ledger, and says which came out otherwise.
 * `--dry-run` counts what there is to derive.
 */
export const rebuildCommand = async (
  config: Config,
  options: { readonly json?: boolean; readonly dryRun?: boolean },
): Promise<number> => {
  using stopping = createStopping();
  const program = await compose(config, { log: say });
  let progress: Progress | undefined;
  try {
    if (options.dryRun) {
      const { length } = await program.store.derivedDocuments();
      if (options.json) print(JSON.stringify({ incidents: length }));
      else say(`${length} incidents would be derived anew. Nothing was written.`);
      return EXIT.done;
    }
    const { signal } = stopping;
    const { victims, incidents, changed } = await rebuild(program.stages, {
      signal,
      onVictim: (done, total) => {
        progress ??= createProgress('rebuild', total);
        progress.at(done);
      },
    });
    progress?.end();
    const stopped = signal.aborted;
    if (options.json) print(JSON.stringify({ victims, incidents, changed, ...(stopped ? { stopped } : {}) }));
    else {
      if (stopped)
        say('Stopped; the retailers that are left stay marked, and `receipts serve` or `rebuild` does them.');
      say(`${incidents} incidents of ${victims} retailers derived anew; ${changed.length} came out otherwise.`);
      for (const id of changed) print(id);
    }
    return stopped ? EXIT.stopped : EXIT.done;
  } finally {
    progress?.end();
    await program.close();
  }
};
