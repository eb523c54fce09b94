import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { compose } from '#compose';
import type { Config } from '#config';
import type { Store } from '#db';
import type { Timeline } from '#domain/timeline.ts';
import { AppError, messageOf } from '#errors';
import {
  type ArchiveFile,
  archiveReadme,
  citationFile,
  coverageFile,
  dataPackage,
  licenceFile,
  type Release,
} from '#export/archive-papers.ts';
import { ARCHIVE_TABLES } from '#export/archive-tables.ts';
import { coverageCounter } from '#export/coverage.ts';
import { csvText } from '#export/csv-text.ts';
import { print, say } from './terminal.ts';

const SNAPSHOT = 'data/timelines.ndjson';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file that appears under its name only when it is whole. */
const partFile = (dir: string, path: string) => {
  const stream = createWriteStream(join(dir, `${path}.part`));
  return {
    async write(text: string): Promise<void> {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    },
    async close(): Promise<void> {
      stream.end();
      await finished(stream);
      await rename(join(dir, `${path}.part`), join(dir, path));
    },
  };
};

/** Hashes of the timelines of the snapshot that stands in the directory, by incident. */
const standing = async (dir: string): Promise<Map<string, string>> => {
  const hashes = new Map<string, string>();
  const file = join(dir, SNAPSHOT);
  if ((await stat(file).catch(() => undefined)) === undefined) return hashes;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
    if (line !== '') hashes.set((JSON.parse(line) as Timeline).incident.id, sha256(line));
  return hashes;
};

async function* heldTimelines(store: Store): AsyncGenerator<string> {
  for (const { id } of await store.derivedDocuments()) {
    const found = await store.getTimeline(id);
    if (found !== undefined && 'found' in found) yield found.found.json;
  }
}

const described = async (dir: string, path: string): Promise<ArchiveFile> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(dir, path)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, bytes, sha256: hash.digest('hex') };
};

/** What an export did. */
interface ArchiveReport {
  readonly version: string;
  readonly incidents: number;
  readonly put: number;
  readonly deleted: number;
  readonly files: number;
}

/**
 * Writes everything that is held as a data set into a directory: the snapshot, and where one stood there, what changed
 * since as lines of the day's delta.
 */
export const writeArchive = async (
  store: Store,
  dir: string,
  { day, site }: { readonly day: string; readonly site: string },
): Promise<ArchiveReport> => {
  await Promise.all(['data', 'deltas'].map(one => mkdir(join(dir, one), { recursive: true })));
  const before = await standing(dir);
  const isFirst = before.size === 0;
  const context = { site, demo: false };
  const coverage = coverageCounter();
  const snapshot = partFile(dir, SNAPSHOT);
  const tables = ARCHIVE_TABLES.map(table => ({ table, file: partFile(dir, `data/${table.name}.csv`) }));
  for (const { table, file } of tables)
    await file.write(
      csvText(
        table.columns.map(({ name }) => name),
        [],
        { bom: false },
      ),
    );
  const delta = join(dir, 'deltas', `${day}.ndjson`);
  let put = 0;
  for await (const json of heldTimelines(store)) {
    const timeline = JSON.parse(json) as Timeline;
    const { id } = timeline.incident;
    await snapshot.write(`${json}\n`);
    for (const { table, file } of tables) await file.write(csvLines(table.rows(timeline, context)));
    coverage.add(timeline);
    if (before.get(id) !== sha256(json)) {
      put += 1;
      if (!isFirst) await appendFile(delta, `{"op":"put","id":${JSON.stringify(id)},"timeline":${json}}\n`);
    }
    before.delete(id);
  }
  for (const id of before.keys()) await appendFile(delta, `${JSON.stringify({ op: 'delete', id })}\n`);
  for (const { file } of tables) await file.close();
  await snapshot.close();
  const deltas = (await readdir(join(dir, 'deltas'))).filter(name => name.endsWith('.ndjson')).sort();
  const paths = [
    SNAPSHOT,
    ...ARCHIVE_TABLES.map(({ name }) => `data/${name}.csv`),
    ...deltas.map(one => `deltas/${one}`),
  ];
  const files: ArchiveFile[] = [];
  for (const path of paths) files.push(await described(dir, path));
  const release: Release = { day, site, files, coverage: coverage.result() };
  await writePapers(dir, release);
  return {
    version: day,
    incidents: release.coverage.incidents,
    put,
    deleted: before.size,
    files: files.length,
  };
};

/** Rows without a header. */
const csvLines = (rows: Parameters<typeof csvText>[1]): string => csvText([], rows, { bom: false }).slice(2);

const writePapers = async (dir: string, release: Release): Promise<void> => {
  const papers: Readonly<Record<string, string>> = {
    'datapackage.json': dataPackage(release),
    'CITATION.cff': citationFile(release),
    'LICENSE.md': licenceFile(),
    'COVERAGE.md': coverageFile(release),
    'README.md': archiveReadme(release),
  };
  for (const [name, text] of Object.entries(papers))
    if ((await readFile(join(dir, name), 'utf8').catch(() => undefined)) !== text)
      await writeFile(join(dir, name), text);
};

/**
 * `receipts export archive --out DIR`: the whole archive as a citable data set. Run it daily on the same directory for
 * daily deltas.
 *
 * @throws AppError where the directory cannot be written
 */
export const exportArchive = async (config: Config, { out }: { readonly out: string }): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const site = config.publicUrl ?? `http://${config.host}:${config.port}`;
    if (config.publicUrl === undefined) say(`RECEIPTS_PUBLIC_URL is not set: links lead to ${site}.`);
    const day = new Date().toISOString().slice(0, 10);
    const report = await writeArchive(program.stages.store, out, { day, site }).catch(cause => {
      if (cause instanceof AppError) throw cause;
      throw new AppError('config', `${out} cannot be written: ${messageOf(cause)}.`, { subject: out, cause });
    });
    const { version, incidents, put, deleted } = report;
    print(
      `${out}: version ${version}, ${incidents} incidents; ${put} new or changed, ${deleted} gone since the last export.`,
    );
    return 0;
  } finally {
    await program.close();
  }
};
