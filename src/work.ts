import type { QueueHandlers } from '#db';
import { messageOf } from '#errors';
import { ingestItem, linkOne, pollSource, type RunReport, reanalyse, type Stages } from '#pipeline';
import type { Messenger } from '#push';
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

interface WorkOptions {
  /** False: nothing is polled or read anew, only linked and told. Default true. */
  readonly polls?: boolean;
  /** Gets the report of each poll that this process made. */
  readonly onPoll?: (sourceId: string, report: RunReport) => void;
}

/**
 * Puts the job queue to work: polls what is due, reads what is pending, links what is marked, tells subscribers what is
 * new, on as many processes as are started.
 */
export const startWork = async (
  program: Program,
  messenger: Messenger,
  log: (line: string) => void,
  { polls = true, onPoll = () => {} }: WorkOptions = {},
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
    push: async ({ subscription }) => {
      await messenger.tell(subscription).catch(error => log(`Telling ${subscription}: ${messageOf(error)}`));
    },
  };
  const { link, push } = handlers;
  await database.queue.start(polls ? handlers : { link, push }, { log });
  const stopping = new AbortController();
  const rereading = polls ? readAnew(stages, stopping.signal, log) : undefined;
  return {
    stop: async () => {
      stopping.abort();
      await rereading;
      await database.queue.stop();
    },
  };
};
