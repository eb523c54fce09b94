import type { QueueHandlers, QueueOptions } from '#db';
import { messageOf } from '#errors';
import type { Observer, Tell } from '#observe';
import { ingestItem, linkOne, pollSource, type RunReport, reanalyse, type Stages } from '#pipeline';
import type { Messenger } from '#push';
import type { Program } from './compose.ts';

/** Work in the background. */
export interface Work {
  /** Waits for what is running, then stops. */
  stop(): Promise<void>;
}

/** Jobs that still run so long after the call to stop are left to whoever comes next: every job can be done twice. */
const STOP_SECONDS = 5;

const silentBut = (warn: Tell): Pick<Observer, 'warn' | 'job' | 'report'> => ({
  warn,
  job: () => {},
  report: () => {},
});

const observedHandlers = (handlers: QueueHandlers, { job }: Pick<Observer, 'job'>): QueueHandlers => {
  const observed =
    <T>(kind: string, handler: (about: T, id: string) => Promise<unknown>) =>
    async (about: T, id: string): Promise<void> => {
      const begun = performance.now();
      const seconds = (): number => (performance.now() - begun) / 1000;
      try {
        await handler(about, id);
      } catch (error) {
        job({ kind, id, seconds: seconds(), error });
        throw error;
      }
      job({ kind, id, seconds: seconds() });
    };
  const { poll, article, link, push } = handlers;
  return {
    poll: observed('poll', poll),
    article: observed('article', article),
    link: observed('link', link),
    push: observed('push', push),
  };
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
  /** How the queue is run, where not as usual. */
  readonly queue?: Pick<QueueOptions, 'relayMs'>;
  /** Told of jobs and of what came of them. */
  readonly observer?: Pick<Observer, 'warn' | 'job' | 'report'>;
}

/**
 * Puts the job queue to work: polls what is due, reads what is pending, links what is marked, tells subscribers what is
 * new, on as many processes as are started.
 */
export const startWork = async (
  program: Program,
  messenger: Messenger,
  log: Tell,
  { polls = true, onPoll = () => {}, queue = {}, observer = silentBut(log) }: WorkOptions = {},
): Promise<Work> => {
  const { stages, database } = program;
  const handlers: QueueHandlers = {
    poll: async ({ sourceId: source }, job) => {
      const report = await pollSource(stages, source);
      if (report.newItems > 0) log(`${source}: ${report.newItems} new items`, { source, job });
      for (const problem of report.problems) observer.warn(`${source}: ${problem.message}`, { source, job });
      observer.report(report);
      onPoll(source, report);
    },
    article: async ({ itemId: item }, job) => {
      const report = await ingestItem(stages, item);
      for (const problem of report.problems) observer.warn(problem.message, { item, job });
      observer.report(report);
    },
    link: async ({ victim }, job) => {
      const { incidents } = await linkOne(stages, victim);
      if (incidents > 0) log(`${victim}: ${incidents} incident${incidents === 1 ? '' : 's'} derived`, { victim, job });
    },
    push: async ({ subscription }, job) => {
      await messenger
        .tell(subscription)
        .catch(error => observer.warn(`Telling ${subscription}: ${messageOf(error)}`, { subscription, job }));
    },
  };
  const observed = observedHandlers(handlers, observer);
  const { link, push } = observed;
  await database.queue.start(polls ? observed : { link, push }, { stopSeconds: STOP_SECONDS, ...queue, log });
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
