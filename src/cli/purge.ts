import { compose } from '#compose';
import type { Config } from '#config';
import { linkAll } from '#pipeline';
import { purge, retentionEnds } from '../retention.ts';
import { EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

/**
 * `receipts purge`: deletes texts whose time is over, and the words of articles that were taken down for good; `serve` and
 * `worker` do it every hour.
 */
export const purgeCommand = async (
  config: Config,
  { json, dryRun }: { readonly json?: boolean; readonly dryRun?: boolean },
): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const ends = retentionEnds(config, program.stages.now());
    const { database } = program;
    const found = dryRun ? await database.retention.overdue(ends) : await purge(database, ends);
    if (!dryRun) await linkAll(program.stages);
    if (json) print(JSON.stringify(found));
    else
      say(
        `${found.texts} texts whose time is over, and the words of ${found.takedowns} articles taken down, ${dryRun ? 'would be' : 'were'} deleted.`,
      );
    if (config.textDays === 0) say('RECEIPTS_TEXT_DAYS is 0: texts are kept.');
    return EXIT.done;
  } finally {
    await program.close();
  }
};
