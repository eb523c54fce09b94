import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { contentId } from '#domain/ids.ts';
import { AppError, messageOf } from '#errors';
import type { Outcome, Settled, Target } from '#pipeline';

/**
 * What one backfill has planned and done, in files that outlive it: `plan` (JSON Lines of pages, written whole or not
 * at all), `done` (a line for each page, appended when it is written to the database) and `pages` (answers that were
 * fetched and not yet written).
 */
export interface Journal extends AsyncDisposable {
  /** Keys of what is done with. */
  readonly done: ReadonlySet<string>;
  /** Folder for answers that are not yet written. */
  readonly pages: string;
  /** The pages of a plan that stands. */
  plan(): AsyncGenerator<Target> | undefined;
  /** Keeps a plan. False: it was cut short by the signal, and thrown away. */
  keepPlan(targets: AsyncIterable<Target>, signal: AbortSignal): Promise<boolean>;
  note(settled: Settled): Promise<void>;
  /** Everything is done with: the next run draws up a new plan. */
  finish(): Promise<void>;
  /** Forgets what was done. */
  forget(): Promise<void>;
}

/** A name for a backfill: the same for the same question. */
export const journalName = (question: unknown): string => contentId('bf', JSON.stringify(question));

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

/** The JSON Lines of a file; a last line that was cut off by a crash is passed over. */
async function* linesOf<T>(path: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    try {
      if (line !== '') yield JSON.parse(line) as T;
    } catch {
      // Cut off: that page is simply done once more.
    }
  }
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Two runs of one backfill would fetch everything twice. Throws AppError `conflict` while another is at it. */
const lock = async (path: string): Promise<void> => {
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (holder > 0 && holder !== process.pid && isRunning(holder))
    throw new AppError('conflict', `The same backfill is running already (process ${holder}).`, {
      subject: path,
      hint: `Wait for it, or stop it: it can be gone on with. If that process is no Receipts, remove ${path}.`,
    });
  await rm(path, { force: true });
  const file = await open(path, 'wx').catch(cause => {
    throw new AppError('conflict', 'The same backfill was started a moment ago.', { subject: path, cause });
  });
  await file.writeFile(String(process.pid));
  await file.close();
};

/** Whether an outcome is for good; others are tried again by the next run. */
const isFinal = (outcome: Outcome): boolean => outcome !== 'later';

/**
 * Opens the journal of a backfill in the data directory.
 *
 * @throws AppError `conflict` while the same backfill runs, `config` where the folder cannot be written
 */
export const openJournal = async (dataDir: string, name: string): Promise<Journal> => {
  const folder = join(dataDir, 'backfill', name);
  const [planFile, doneFile, lockFile] = ['plan.ndjson', 'done.ndjson', 'lock'].map(file => join(folder, file)) as [
    string,
    string,
    string,
  ];
  const pages = join(folder, 'pages');
  await mkdir(pages, { recursive: true }).catch(cause => {
    throw new AppError('config', `${folder} cannot be written: ${messageOf(cause)}.`, {
      subject: folder,
      hint: 'A backfill notes there what is done, so that it can be gone on with. Set RECEIPTS_DATA_DIR.',
      cause,
    });
  });
  await lock(lockFile);
  const done = new Set<string>();
  let hasPlan = await isThere(planFile);
  if (await isThere(doneFile)) {
    for await (const { key } of linesOf<{ key: string }>(doneFile)) done.add(key);
    // Whatever was cut off ends here.
    await appendFile(doneFile, '\n');
  }
  return {
    done,
    pages,
    plan: () => (hasPlan ? linesOf<Target>(planFile) : undefined),
    async keepPlan(targets, signal) {
      const part = await open(`${planFile}.part`, 'w');
      try {
        for await (const target of targets) await part.write(`${JSON.stringify(target)}\n`);
      } finally {
        await part.close();
      }
      if (signal.aborted) return false;
      await rename(`${planFile}.part`, planFile);
      hasPlan = true;
      return true;
    },
    async note({ task: { key }, outcome, message }) {
      if (!isFinal(outcome)) return;
      done.add(key);
      await appendFile(
        doneFile,
        `${JSON.stringify({ key, outcome, ...(message === undefined ? {} : { message }) })}\n`,
      );
    },
    async finish() {
      await rm(planFile, { force: true });
      await rm(pages, { recursive: true, force: true });
    },
    async forget() {
      done.clear();
      hasPlan = false;
      await rm(planFile, { force: true });
      await writeFile(doneFile, '');
      await rm(pages, { recursive: true, force: true });
      await mkdir(pages, { recursive: true });
    },
    [Symbol.asyncDispose]: () => rm(lockFile, { force: true }),
  };
};
