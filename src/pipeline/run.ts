import { ingestItem } from './article.ts';
import { inLanes } from './lanes.ts';
import { linkAll } from './link.ts';
import { pollSource } from './poll.ts';
import { type RunReport, total } from './report.ts';
import type { Stages } from './stages.ts';

/** Items taken at once. */
const BATCH = 200;
/** Pages that are fetched side by side; the fetcher keeps its own limits per host. */
const WIDTH = 4;

interface RunOptions {
  /** Begins nothing new once it is aborted; what was read is linked. */
  readonly signal?: AbortSignal;
  /** Told how many feeds were polled so far. */
  readonly onPoll?: (done: number) => void;
  /** Told how many articles were read so far. */
  readonly onArticle?: (done: number) => void;
}

/** Runs a task over a list, a few at a time. */
const each = async <T>(
  items: readonly T[],
  task: (item: T) => Promise<RunReport>,
  signal?: AbortSignal,
): Promise<RunReport[]> => {
  const reports: RunReport[] = [];
  await inLanes(items, WIDTH, async item => void reports.push(await task(item)), signal);
  return reports;
};

/**
 * The whole way once, in this process: polls the given sources now, reads every article that is pending, derives the
 * incidents of every retailer concerned. Items that failed and wait for their next attempt are left to it.
 */
export const runOnce = async (
  stages: Stages,
  sourceIds: readonly string[],
  { signal, onPoll = () => {}, onArticle = () => {} }: RunOptions = {},
): Promise<RunReport> => {
  let [polled, read] = [0, 0];
  const counted = async (report: Promise<RunReport>, count: () => void): Promise<RunReport> => {
    const done = await report;
    count();
    return done;
  };
  const reports = await each(sourceIds, id => counted(pollSource(stages, id), () => onPoll(++polled)), signal);
  while (!signal?.aborted) {
    const pending = await stages.store.pendingItems(stages.now().toISOString(), BATCH);
    if (pending.length === 0) break;
    const batch = await each(pending, item => counted(ingestItem(stages, item.id), () => onArticle(++read)), signal);
    reports.push(...batch);
  }
  reports.push(await linkAll(stages));
  return total(reports);
};
