import { compose } from '#compose';
import type { Config } from '#config';
import { linkAll, reanalyse } from '#pipeline';
import { createProgress } from './progress.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

/** Texts counted at once. */
const BATCH = 500;

/**
 * `receipts reanalyse`: reads every text that is held with today's rules, beside what older rules read in it, and derives
 * the incidents anew. `--dry-run` counts the texts.
 */
export const reanalyseCommand = async (
  config: Config,
  options: { readonly json?: boolean; readonly dryRun?: boolean },
): Promise<number> => {
  using stopping = createStopping();
  const program = await compose(config, { log: say });
  try {
    const { extractor, store } = program.stages;
    let unread = 0;
    for (let after = ''; ; ) {
      const texts = await store.unreadTexts(extractor, BATCH, after);
      unread += texts.length;
      after = texts.at(-1)?.revisionId ?? after;
      if (texts.length < BATCH || stopping.signal.aborted) break;
    }
    if (options.dryRun) {
      if (options.json) print(JSON.stringify({ extractor, texts: unread }));
      else say(`${unread} texts would be read with ${extractor}. Nothing was written.`);
      return EXIT.done;
    }
    const progress = createProgress('reanalyse', unread);
    const { signal } = stopping;
    const analyses = await reanalyse(program.stages, { signal, onText: progress.at }).finally(progress.end);
    const { incidents } = await linkAll(program.stages);
    const stopped = signal.aborted;
    if (options.json) print(JSON.stringify({ extractor, analyses, incidents, stopped }));
    else
      say(
        `${analyses} texts read with ${extractor}; ${incidents} incidents derived anew.` +
          (stopped ? ' Stopped; run the same command again to go on.' : ''),
      );
    return stopped ? EXIT.stopped : EXIT.done;
  } finally {
    await program.close();
  }
};
