import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { BackupRow, Sequences } from '#db';
import { AppError, messageOf } from '#errors';

const FORMAT = 'receipts-backup/1';

/** The first line of a backup. */
export interface BackupHead {
  readonly format: typeof FORMAT;
  /** Of the Receipts that wrote it. */
  readonly version: string;
  readonly schema: number;
  /** UTC ISO 8601. */
  readonly at: string;
}

/** Its last line: without it the file is not whole. */
export interface BackupEnd {
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly sequences: Sequences;
}

const AGAIN = 'Take another backup; `receipts backup` leaves a file under its name only when it is whole.';

const unusable = (path: string, what: string, cause?: unknown): AppError =>
  new AppError('config', `${path} ${what}.`, { subject: path, hint: AGAIN, cause });

/** How many rows there are, by table. */
export const rowCount = ({ rows }: BackupEnd): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

interface Writing {
  readonly head: Omit<BackupHead, 'format'>;
  readonly rows: AsyncIterable<readonly BackupRow[]>;
  readonly sequences: () => Promise<Sequences>;
  readonly onRows?: (done: number) => void;
}

/**
 * Writes a backup that only its owner can read: gzipped lines of JSON. It gets its name when it is whole and on the disk.
 *
 * @throws AppError `config` where the file cannot be written
 */
export const writeBackup = async (path: string, { head, rows, sequences, onRows }: Writing): Promise<BackupEnd> => {
  const part = `${path}.part`;
  const zip = createGzip({ level: 6 });
  const file = createWriteStream(part, { mode: 0o600, flags: 'w' });
  const written = pipeline(zip, file);
  // Told below; meanwhile it must not end the process.
  written.catch(() => {});
  const put = async (value: string): Promise<void> => {
    if (!zip.write(`${value}\n`)) await Promise.race([once(zip, 'drain'), written]);
  };
  try {
    await put(JSON.stringify({ format: FORMAT, ...head }));
    const counts: Record<string, number> = {};
    let done = 0;
    for await (const batch of rows) {
      for (const { table, json } of batch) {
        await put(`{"t":${JSON.stringify(table)},"r":${json}}`);
        counts[table] = (counts[table] ?? 0) + 1;
      }
      done += batch.length;
      onRows?.(done);
    }
    const end: BackupEnd = { rows: counts, sequences: await sequences() };
    await put(JSON.stringify({ end }));
    zip.end();
    await written;
    await finished(file);
    const handle = await open(part, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(part, path);
    return end;
  } catch (cause) {
    zip.destroy();
    if (cause instanceof AppError) throw cause;
    throw new AppError('config', `${path} cannot be written: ${messageOf(cause)}.`, { subject: path, cause });
  }
};

/** A line with a row; what is behind the table's name, but for the last brace, is the row as Postgres wrote it. */
const ROW = /^\{"t":"(\w+)","r":/;

const rowIn = (line: string): BackupRow | undefined => {
  const [start, table] = ROW.exec(line) ?? [];
  return start === undefined || table === undefined ? undefined : { table, json: line.slice(start.length, -1) };
};

async function* linesOf(path: string): AsyncGenerator<string> {
  const unzipped = createReadStream(path).on('error', error => unzip.destroy(error));
  const unzip = createGunzip();
  unzipped.pipe(unzip);
  // `readline` does not pass errors of its input on.
  const broken = new Promise<never>((_, reject) => unzip.once('error', reject));
  broken.catch(() => {});
  const lines = createInterface({ input: unzip, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await Promise.race([lines.next(), broken]);
      if (done) break;
      yield value;
    }
  } catch (cause) {
    throw unusable(path, `cannot be read: it is damaged or not whole (${messageOf(cause)})`, cause);
  } finally {
    unzipped.destroy();
    unzip.destroy();
  }
}

const headOf = (path: string, line: string): BackupHead => {
  if (!line.startsWith(`{"format":"${FORMAT}",`)) throw unusable(path, `is no backup of the form ${FORMAT}`);
  return JSON.parse(line) as BackupHead;
};

const endOf = (line: string): BackupEnd | undefined =>
  line.startsWith('{"end":') ? (JSON.parse(line) as { readonly end: BackupEnd }).end : undefined;

/** Reads a backup to its end. Throws AppError `config` where it is none, damaged, or not whole. */
export const checkBackup = async (path: string): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> => {
  let head: BackupHead | undefined;
  let end: BackupEnd | undefined;
  const counts: Record<string, number> = {};
  for await (const line of linesOf(path)) {
    head ??= headOf(path, line);
    const row = rowIn(line);
    if (row !== undefined) counts[row.table] = (counts[row.table] ?? 0) + 1;
    end = row === undefined ? endOf(line) : undefined;
  }
  const isWhole = end !== undefined && JSON.stringify(end.rows) === JSON.stringify(counts);
  if (head === undefined || end === undefined || !isWhole) throw unusable(path, 'is not whole: its end is missing');
  return { head, end };
};

/** The rows of a backup that was checked, in batches. */
export async function* readBackup(
  path: string,
  onRows: (done: number) => void,
  size = 500,
): AsyncGenerator<readonly BackupRow[]> {
  let batch: BackupRow[] = [];
  let done = 0;
  for await (const line of linesOf(path)) {
    const row = rowIn(line);
    if (row === undefined) continue;
    batch.push(row);
    if (batch.length < size) continue;
    done += batch.length;
    yield batch;
    onRows(done);
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
