import { setTimeout as delay } from 'node:timers/promises';
import type { ImportRow } from '#domain/import.ts';
import { AppError, messageOf } from '#errors';
import { isPassing } from '../article.ts';
import { importRow } from '../import.ts';
import type { Stages } from '../stages.ts';

/** Something to take in; `key` names it for good. A row that cannot be read carries what is wrong. */
export interface Task {
  readonly key: string;
  /** What people call it: an address, a file with its line. */
  readonly name: string;
  readonly row?: ImportRow;
  readonly error?: AppError;
}

/** How a task ended. `later`: it may go better another time, so it is not done with. */
export type Outcome = 'new' | 'revised' | 'held' | 'failed' | 'later';

/** What was done with a task. */
export interface Settled {
  readonly task: Task;
  readonly outcome: Outcome;
  readonly message?: string;
}

interface Running {
  readonly signal?: AbortSignal;
  /** Called for each task when it is written. */
  readonly settle: (settled: Settled) => Promise<void> | void;
}

/** Tasks side by side; the fetcher keeps its own limits per host. */
const WIDTH = 4;
/** A site that wants more than this between two requests gets this, in seconds. */
const LONGEST_DELAY = 60;

type Waiting = (url: string, signal: AbortSignal | undefined) => Promise<void>;

/** Waits as long as a site's robots.txt wants between two requests (`Crawl-delay`). */
const crawlDelays = ({ robots }: Pick<Stages, 'robots'>): Waiting => {
  const next = new Map<string, number>();
  return async (url, signal) => {
    const seconds = await robots.crawlDelay(url).catch(() => undefined);
    if (seconds === undefined || !(seconds > 0)) return;
    const { host } = new URL(url);
    const at = Math.max(next.get(host) ?? 0, performance.now());
    next.set(host, at + Math.min(seconds, LONGEST_DELAY) * 1_000);
    if (at > performance.now()) await delay(at - performance.now(), undefined, { signal }).catch(() => {});
  };
};

const hostOf = ({ row }: Task): string | undefined =>
  row?.url !== undefined && row.text === undefined && row.html === undefined ? URL.parse(row.url)?.host : undefined;

/** The site is overloaded or wants fewer requests. */
const isTired = (error: AppError): boolean =>
  error.code === 'fetch-status' && [429, 503].includes(Number(error.data?.['status']));

/**
 * Takes tasks in, a few at a time, as an import does; a failure is settled like a success and ends nothing. A site that
 * asks for patience (429, 503) is left alone for the rest of the run. Ends early where `signal` says so: what has begun
 * is finished.
 *
 * @throws AppError `database-…` where nothing can be written
 */
export const runBackfill = async (
  stages: Stages,
  tasks: AsyncIterable<Task>,
  { signal, settle }: Running,
): Promise<void> => {
  const tired = new Set<string>();
  const wait = crawlDelays(stages);

  const attempt = async (task: Task): Promise<Settled | undefined> => {
    const host = hostOf(task);
    try {
      if (task.error !== undefined) throw task.error;
      if (task.row === undefined) return undefined;
      if (host !== undefined && tired.has(host)) return { task, outcome: 'later' };
      if (task.row.url !== undefined && host !== undefined) await wait(task.row.url, signal);
      if (signal?.aborted) return undefined;
      const { newArticles, revised } = await importRow(stages, task.row);
      return { task, outcome: newArticles > 0 ? 'new' : revised > 0 ? 'revised' : 'held' };
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('database')) throw error;
      if (host !== undefined && isTired(error)) tired.add(host);
      return { task, outcome: isPassing(error) ? 'later' : 'failed', message: messageOf(error) };
    }
  };

  const iterator = tasks[Symbol.asyncIterator]();
  let pulling: Promise<unknown> = Promise.resolve();
  /** One after the other: a generator that is asked twice at once would be, too, but not a file's lines. */
  const pull = (): Promise<IteratorResult<Task>> => {
    const result = pulling.then(() => iterator.next());
    pulling = result.catch(() => {});
    return result;
  };
  const lane = async (): Promise<void> => {
    while (!signal?.aborted) {
      const { done, value } = await pull();
      if (done) return;
      const settled = await attempt(value);
      if (settled !== undefined) await settle(settled);
    }
  };
  try {
    await Promise.all(Array.from({ length: WIDTH }, lane));
  } finally {
    await iterator.return?.();
  }
};
