import { compose, createReader, type Program } from '#compose';
import type { Config } from '#config';
import { linkAll, type Outcome, runBackfill, type Target, type Task } from '#pipeline';
import { type Journal, journalName, openJournal } from './backfill/journal.ts';
import { cutOff, keepPages } from './backfill/kept-pages.ts';
import { type BackfillOptions, countIn, gapIn, wantedBy } from './backfill/options.ts';
import { isFile, type Origin, targetsOf, taskOf, tasksIn } from './backfill/sources.ts';
import { createProgress, inWords } from './progress.ts';
import { createStopping, EXIT, type Stopping } from './stopping.ts';
import { print, say } from './terminal.ts';

export type { BackfillOptions } from './backfill/options.ts';

/** What is asked for: the same again goes on where the last run ended. */
const nameOf = (origin: Origin, options: BackfillOptions): string => journalName([origin, wantedBy(options)]);

async function* mapped<T, U>(items: AsyncIterable<T>, change: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield change(item);
}

/** What is not done with, `limit` at most. */
async function* open(tasks: AsyncIterable<Task>, done: ReadonlySet<string>, limit: number): AsyncGenerator<Task> {
  let given = 0;
  for await (const task of tasks) {
    if (given >= limit) return;
    if (done.has(task.key)) continue;
    given++;
    yield task;
  }
}

const countOf = async (items: AsyncIterable<unknown>): Promise<number> => {
  let count = 0;
  for await (const _ of items) count++;
  return count;
};

const lineOf = ({ published, modified, url, title }: Target): string =>
  [(published ?? modified ?? '').slice(0, 10).padEnd(10), url, title ?? ''].join('  ').trimEnd();

/** `--dry-run`: lists what would be fetched, to standard output, and writes nothing. */
const list = async (config: Config, origin: Origin, options: BackfillOptions, gapMs: number): Promise<number> => {
  using stopping = createStopping();
  const limit = countIn('--limit', options.limit) ?? Number.POSITIVE_INFINITY;
  const reader = createReader(config, { gapMs });
  const wanted = wantedBy(options);
  const hosts = new Map<string, number>();
  let count = 0;
  const tell = (target: Target): void => {
    count++;
    const host = URL.parse(target.url)?.host ?? '';
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
    print(options.json ? JSON.stringify(target) : lineOf(target));
  };
  try {
    if (isFile(origin)) {
      for await (const { row, name } of tasksIn(origin.file, wanted)) {
        if (stopping.signal.aborted || count >= limit) break;
        if (row !== undefined) tell({ ...row, url: row.url ?? name });
      }
    } else
      for await (const target of targetsOf(reader, origin, { wanted, signal: stopping.signal, say })) {
        tell(target);
        if (count >= limit) break;
      }
  } finally {
    await reader.close();
  }
  const seconds = (Math.max(0, ...hosts.values()) * gapMs) / 1_000;
  say(
    `${count} pages of ${hosts.size} site${hosts.size === 1 ? '' : 's'} would be taken in; ` +
      `${inWords(gapMs / 1_000)} between two requests to a site, that takes ${inWords(seconds)} at least. Nothing was written.`,
  );
  return stopping.signal.aborted ? EXIT.stopped : EXIT.done;
};

/** The tasks of the run: of a file, or of the plan, which is drawn up where none stands. */
const tasksOf = async (
  program: Program,
  origin: Origin,
  options: BackfillOptions,
  journal: Journal,
  { signal }: Stopping,
): Promise<(() => AsyncIterable<Task>) | undefined> => {
  const wanted = wantedBy(options);
  if (isFile(origin)) return () => tasksIn(origin.file, wanted);
  if (journal.plan() === undefined) {
    say('Drawing up the list of pages …');
    const progress = createProgress('listing', undefined);
    let found = 0;
    const targets = targetsOf(program.stages, origin, { wanted, signal, say: progress.say });
    const counted = mapped(targets, target => {
      progress.at(++found);
      return target;
    });
    const isWhole = await journal.keepPlan(counted, signal).finally(progress.end);
    if (!isWhole) return undefined;
    say(`${found} pages found.`);
  } else say('Going on where the last run ended.');
  return () => mapped(journal.plan() ?? none(), taskOf);
};

async function* none(): AsyncGenerator<Target> {}

interface Result {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Pages that the last run had begun to ask for when it was killed. */
  readonly cut: number;
  readonly left: number;
  readonly incidents: number;
  readonly stopped: boolean;
}

const report = ({ counts, cut, left, incidents, stopped }: Result, json: boolean | undefined): void => {
  if (json) {
    print(JSON.stringify({ ...counts, cut, left, incidents, stopped }));
    return;
  }
  const later = counts.later + left;
  say(
    `${counts.new} new, ${counts.revised} revised, ${counts.held} held already, ${counts.failed} that cannot be had; ` +
      `${incidents} incidents derived.` +
      (later > 0 ? ` ${later} are left; run the same command again to go on.` : ''),
  );
};

const take = async (
  program: Program,
  tasks: () => AsyncIterable<Task>,
  journal: Journal,
  options: BackfillOptions,
  { signal }: Stopping,
): Promise<Result> => {
  const limit = countIn('--limit', options.limit) ?? Number.POSITIVE_INFINITY;
  const all = await countOf(open(tasks(), journal.done, Number.POSITIVE_INFINITY));
  const total = Math.min(all, limit);
  if (journal.done.size > 0) say(`${journal.done.size} pages are done with from before; ${all} are left.`);
  const cut = await cutOff(journal.pages);
  if (cut > 0) say(`${cut} pages had not arrived when the last run was killed; they are asked for again.`);
  const fetcher = keepPages(program.stages.fetcher, journal.pages);
  const progress = createProgress('backfill', total);
  const counts: Record<Outcome, number> = { new: 0, revised: 0, held: 0, failed: 0, later: 0 };
  let settled = 0;
  try {
    await runBackfill({ ...program.stages, fetcher }, open(tasks(), new Set(journal.done), limit), {
      signal,
      async settle(one) {
        await journal.note(one);
        if (one.task.row?.url !== undefined) await fetcher.letGo(one.task.row.url);
        counts[one.outcome]++;
        if (one.message !== undefined) progress.say(`${one.task.name}: ${one.message}`);
        progress.at(++settled);
      },
    });
  } finally {
    progress.end();
  }
  const left = all - settled;
  const { incidents } = await linkAll(program.stages);
  if (left === 0 && counts.later === 0) await journal.finish();
  return { counts, cut, left, incidents, stopped: signal.aborted };
};

/**
 * `receipts backfill …`: takes history in from a list, a dump, a site's sitemaps or feed pages, or GDELT. Interrupted in
 * whatever way, the same command goes on: what is done with is noted in the data directory.
 *
 * @returns exit code 1 where pages could not be had, 130 where it was stopped
 */
export const backfill = async (config: Config, origin: Origin, options: BackfillOptions): Promise<number> => {
  const gapMs = gapIn(config, origin, options.delay);
  countIn('--limit', options.limit);
  const name = nameOf(origin, options);
  if (options.dryRun) return list(config, origin, options, gapMs);
  using stopping = createStopping();
  await using journal = await openJournal(config.dataDir, name);
  if (options.fresh) await journal.forget();
  const program = await compose(config, { log: say, gapMs });
  try {
    const tasks = await tasksOf(program, origin, options, journal, stopping);
    if (tasks === undefined) {
      say('Stopped before the list was drawn up; nothing was taken in.');
      return EXIT.stopped;
    }
    const result = await take(program, tasks, journal, options, stopping);
    report(result, options.json);
    if (result.stopped) return EXIT.stopped;
    return result.counts.failed + result.counts.later > 0 ? EXIT.failed : EXIT.done;
  } finally {
    await program.close();
  }
};
