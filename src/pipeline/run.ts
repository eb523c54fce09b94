import { ingestItem } from './article.ts';
import { linkAll } from './link.ts';
import { pollSource } from './poll.ts';
import { type RunReport, total } from './report.ts';
import type { Stages } from './stages.ts';

/** Items taken at once. */
const BATCH = 200;
/** Pages that are fetched side by side; the fetcher keeps its own limits per host. */
const WIDTH = 4;

/** Runs a task over a list, a few at a time. */
const each = async <T>(items: readonly T[], task: (item: T) => Promise<RunReport>): Promise<RunReport[]> => {
  const reports: RunReport[] = [];
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) reports.push(await task(item));
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return reports;
};

/**
 * The whole way once, in this process: polls the given sources now, reads every article that is pending, derives the
 * incidents of every retailer concerned. Items that failed and wait for their next attempt are left to it.
 */
export const runOnce = async (stages: Stages, sourceIds: readonly string[]): Promise<RunReport> => {
  const reports = await each(sourceIds, id => pollSource(stages, id));
  for (;;) {
    const pending = await stages.store.pendingItems(stages.now().toISOString(), BATCH);
    if (pending.length === 0) break;
    reports.push(...(await each(pending, item => ingestItem(stages, item.id))));
  }
  reports.push(await linkAll(stages));
  return total(reports);
};
