import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compose, type Program } from '#compose';
import type { Config } from '#config';
import { HOUSE_TABLES, type House, type HouseTable } from '#db';
import { AppError, messageOf } from '#errors';
import { rebuild } from '#pipeline';
import { HOUSE_FORMAT, type HouseManifest } from './house.ts';
import { createProgress } from './progress.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

const BATCH = 500;

const unusable = (dir: string, what: string, hint: string, cause?: unknown): AppError =>
  new AppError('config', `${dir} ${what}.`, { subject: dir, hint, cause });

const AGAIN = 'Copy it again from where it was written, or write it again with `receipts export move`.';

/** The manifest of an archive. Throws AppError `config` where it is none of ours. */
export const readManifest = async (dir: string): Promise<HouseManifest> => {
  const text = await readFile(join(dir, 'manifest.json'), 'utf8').catch(cause => {
    throw unusable(dir, 'has no manifest.json that can be read', AGAIN, cause);
  });
  let manifest: Partial<HouseManifest>;
  try {
    manifest = JSON.parse(text) as Partial<HouseManifest>;
  } catch (cause) {
    throw unusable(dir, `has a damaged manifest.json (${messageOf(cause)})`, AGAIN, cause);
  }
  const files = manifest.files;
  if (manifest.format !== HOUSE_FORMAT || files === undefined || HOUSE_TABLES.some(table => !files[table]))
    throw unusable(dir, `is no archive of the form ${HOUSE_FORMAT}`, '`receipts export move --out DIR` writes one.');
  return manifest as HouseManifest;
};

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
};

/** Throws AppError `config` that names the file which is not as it was written. */
export const checkFiles = async (dir: string, { files }: HouseManifest): Promise<void> => {
  for (const table of HOUSE_TABLES) {
    // The name is ours, not the manifest's: it leads nowhere else.
    const found = await sha256Of(join(dir, `${table}.ndjson`)).catch(cause => {
      throw unusable(dir, `lacks ${table}.ndjson (${messageOf(cause)})`, AGAIN, cause);
    });
    if (found !== files[table].sha256)
      throw unusable(dir, `is damaged: ${table}.ndjson is not as it was written (checksum)`, AGAIN);
  }
};

async function* batchesOf(path: string): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    if (line === '') continue;
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Taking {
  readonly signal?: AbortSignal;
  readonly onRows?: (done: number) => void;
}

/** Takes the rows of every table in; what is there already stays. Returns how many are new, by table. */
export const takeHouse = async (
  house: House,
  dir: string,
  { signal, onRows = () => {} }: Taking = {},
): Promise<Readonly<Record<HouseTable, number>>> => {
  const added = Object.fromEntries(HOUSE_TABLES.map(table => [table, 0])) as Record<HouseTable, number>;
  let done = 0;
  for (const table of HOUSE_TABLES)
    for await (const rows of batchesOf(join(dir, `${table}.ndjson`))) {
      if (signal?.aborted) return added;
      added[table] += await house.put(table, rows);
      done += rows.length;
      onRows(done);
    }
  return added;
};

/** Rows of a schema that this code does not know would lose what it does not know. */
const refuseNewer = async (dir: string, { schema }: HouseManifest, { database }: Program): Promise<void> => {
  const own = await database.house.schema();
  if (schema > own)
    throw unusable(
      dir,
      `was written by a newer Receipts (schema version ${schema}; this one has ${own})`,
      'Update this installation first.',
    );
};

/**
 * `receipts import DIR` of an archive for moving house: checks every checksum before anything is written, takes all
 * rows in, and derives the incidents, with the ids that they had.
 */
export const importHouse = async (
  config: Config,
  dir: string,
  { json, dryRun }: { readonly json?: boolean; readonly dryRun?: boolean },
): Promise<number> => {
  using stopping = createStopping();
  const { signal } = stopping;
  const manifest = await readManifest(dir);
  await checkFiles(dir, manifest);
  const rows = HOUSE_TABLES.reduce((sum, table) => sum + manifest.files[table].rows, 0);
  say(`${dir}: ${rows} rows of ${manifest.at.slice(0, 10)}, all checksums right.`);
  if (dryRun) {
    if (json) print(JSON.stringify({ rows, at: manifest.at, schema: manifest.schema }));
    say('Nothing was written.');
    return EXIT.done;
  }
  const program = await compose(config, { log: say });
  try {
    await refuseNewer(dir, manifest, program);
    const progress = createProgress('import', rows);
    const added = await takeHouse(program.database.house, dir, { signal, onRows: progress.at }).finally(progress.end);
    if (signal.aborted) {
      say('Stopped; run the same command again to go on.');
      return EXIT.stopped;
    }
    const linking = createProgress('derive', undefined);
    const { incidents } = await rebuild(program.stages, { signal, onVictim: linking.at }).finally(linking.end);
    if (json) print(JSON.stringify({ added, incidents, stopped: signal.aborted }));
    else
      say(
        `${added.articles} articles, ${added.claims} claims, ${added.decisions} decisions are new; ${incidents} incidents.`,
      );
    return signal.aborted ? EXIT.stopped : EXIT.done;
  } finally {
    await program.close();
  }
};
