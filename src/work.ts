import type { QueueHandlers } from '#db';
import { messageOf } from '#errors';
import { ingestItem, linkOne, pollSource, type RunReport, reanalyse, type Stages } from '#pipeline';
import type { Program } from './compose.ts';

/** Work in the background. */
export interface Work {
  /** Waits for what is running, then stops. */
  stop(): Promise<void>;
}

const sayPoll = (sourceId: string, report: RunReport, log: (line: string) => void): void => {
  if (report.newItems > 0) log(`${sourceId}: ${report.newItems} new items`);
  for (const problem of report.problems) log(`${sourceId}: ${problem.message}`);
};

/** Lets today's rules read what only older ones have read; the link jobs follow from it. */
const readAnew = async (stages: Stages, signal: AbortSignal, log: (line: string) => void): Promise<void> => {
  try {
    const made = await reanalyse(stages, { signal });
    if (made > 0) log(`${made} texts read anew with ${stages.extractor}`);
  } catch (error) {
    log(`Reading anew stopped: ${messageOf(error)} \`receipts reanalyse\` goes on with it.`);
  }
};

/**
 * Puts the job queue to work: polls what is due, reads what is pending, links what is marked, on as many processes as
 * are started. `onPoll` gets the report of each poll that this process made.
 */
export const startWork = async (
  program: Program,
  log: (line: string) => void,
  onPoll: (sourceId: string, report: RunReport) => void = () => {},
): Promise<Work> => {
  const { stages, database } = program;
  const handlers: QueueHandlers = {
    poll: async ({ sourceId }) => {
      const report = await pollSource(stages, sourceId);
      sayPoll(sourceId, report, log);
      onPoll(sourceId, report);
    },
    article: async ({ itemId }) => {
      const report = await ingestItem(stages, itemId);
      for (const problem of report.problems) log(problem.message);
    },
    link: async ({ victim }) => {
      const { incidents } = await linkOne(stages, victim);
      if (incidents > 0) log(`${victim}: ${incidents} incident${incidents === 1 ? '' : 's'} derived`);
    },
  };
  await database.queue.start(handlers, { log });
  const stopping = new AbortController();
  const rereading = readAnew(stages, stopping.signal, log);
  return {
    stop: async () => {
      stopping.abort();
      await rereading;
      await database.queue.stop();
    },
  };
};
