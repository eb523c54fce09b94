import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { compose } from '#compose';
import type { Config } from '#config';
import { HOUSE_TABLES, type House, type HouseTable } from '#db';
import { AppError, messageOf } from '#errors';
import { VERSION } from '../version.ts';
import { HOUSE_FORMAT, HOUSE_NOTICE, type HouseManifest } from './house.ts';
import { createProgress } from './progress.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

/** A file that only its owner reads, under its name only when it is whole; hashed as it is written. */
const ownFile = (dir: string, name: string) => {
  const part = join(dir, `${name}.part`);
  const stream = createWriteStream(part, { mode: 0o600 });
  const hash = createHash('sha256');
  let rows = 0;
  return {
    async write(line: string): Promise<void> {
      const text = `${line}\n`;
      hash.update(text);
      rows++;
      if (!stream.write(text)) await once(stream, 'drain');
    },
    async close() {
      stream.end();
      await finished(stream);
      await rename(part, join(dir, name));
      return { path: name, rows, sha256: hash.digest('hex') };
    },
  };
};

/**
 * Writes the whole house into a directory: an NDJSON file for each table, and a manifest with the checksums, which
 * comes last: without it the archive is not whole.
 *
 * @returns undefined where it was stopped
 */
export const writeHouse = async (
  house: House,
  dir: string,
  { at, signal, onRows = () => {} }: { at: string; signal?: AbortSignal; onRows?: (done: number) => void },
): Promise<HouseManifest | undefined> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  await writeFile(join(dir, 'CONFIDENTIAL.txt'), `${HOUSE_NOTICE}\n`, { mode: 0o600 });
  const schema = await house.schema();
  const files = new Map(HOUSE_TABLES.map(table => [table, ownFile(dir, `${table}.ndjson`)]));
  let done = 0;
  for await (const rows of house.rows()) {
    if (signal?.aborted) return undefined;
    for (const { table, json } of rows) await files.get(table)?.write(json);
    done += rows.length;
    onRows(done);
  }
  const written: Record<string, Awaited<ReturnType<ReturnType<typeof ownFile>['close']>>> = {};
  for (const [table, file] of files) written[table] = await file.close();
  const manifest: HouseManifest = {
    format: HOUSE_FORMAT,
    notice: HOUSE_NOTICE,
    version: VERSION,
    schema,
    at,
    files: written as HouseManifest['files'],
  };
  await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
};

const sum = (counts: Readonly<Record<HouseTable, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/**
 * `receipts export move --out DIR`: everything that is held, with the texts, for another installation of the same owner.
 *
 * @throws AppError `config` where the directory cannot be written
 */
export const moveOut = async (
  config: Config,
  { out, json, dryRun }: { readonly out: string; readonly json?: boolean; readonly dryRun?: boolean },
): Promise<number> => {
  using stopping = createStopping();
  const program = await compose(config, { log: say });
  try {
    const { house } = program.database;
    const counts = await house.counts();
    if (dryRun) {
      if (json) print(JSON.stringify(counts));
      else say(`${sum(counts)} rows of ${HOUSE_TABLES.length} tables would be written to ${out}. Nothing was written.`);
      return EXIT.done;
    }
    const progress = createProgress('export', sum(counts));
    const at = program.stages.now().toISOString();
    const { signal } = stopping;
    const manifest = await writeHouse(house, out, { at, signal, onRows: progress.at })
      .catch(cause => {
        if (cause instanceof AppError) throw cause;
        throw new AppError('config', `${out} cannot be written: ${messageOf(cause)}.`, { subject: out, cause });
      })
      .finally(progress.end);
    if (manifest === undefined) {
      say(`Stopped; ${out} has no manifest and is not whole.`);
      return EXIT.stopped;
    }
    if (json) print(JSON.stringify(manifest));
    else print(`${out}: ${counts.articles} articles, ${counts.claims} claims, ${counts.decisions} decisions.`);
    say('It holds the full texts of other people: keep it to yourself. `receipts import` of another install takes it.');
    return EXIT.done;
  } finally {
    await program.close();
  }
};
