import { setTimeout as delay } from 'node:timers/promises';
import { contentId } from '#domain/ids.ts';
import type { ImportRow } from '#domain/import.ts';
import {
  feedPages,
  gdeltPages,
  isWanted,
  type PageReader,
  sitemapPages,
  type Target,
  type Task,
  type Wanted,
} from '#pipeline';
import { type ImportLine, readImport } from '../import-lines.ts';
import { gdeltDays } from './options.ts';

/** Where history comes from. */
export type Origin =
  | { readonly kind: 'list' | 'dump'; readonly file: string }
  | { readonly kind: 'sitemap'; readonly url: string }
  | { readonly kind: 'feed'; readonly url: string; readonly pages: number }
  | { readonly kind: 'gdelt'; readonly query: string };

/** An origin that is read from a file here; of the others a plan is kept. */
export const isFile = (origin: Origin): origin is Extract<Origin, { file: string }> => 'file' in origin;

interface Drawing {
  readonly wanted: Wanted;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Draws up the list of pages of an origin on the web. */
export const targetsOf = (
  reader: PageReader,
  origin: Exclude<Origin, { file: string }>,
  { wanted, signal, say }: Drawing,
): AsyncGenerator<Target> => {
  if (origin.kind === 'sitemap') return sitemapPages(reader, origin.url, { wanted, signal, say });
  if (origin.kind === 'feed') return feedPages(reader, origin.url, { wanted, signal, say, pages: origin.pages });
  const { from, to } = gdeltDays(wanted, reader.now().toISOString().slice(0, 10));
  const pause = (ms: number): Promise<void> => delay(ms, undefined, { signal }).catch(() => {});
  return gdeltPages(reader, origin.query, { wanted, signal, say, from, to, pause });
};

export const taskOf = ({ url }: Target): Task => ({ key: url, name: url, row: { url } });

const keyOf = (row: ImportRow): string =>
  row.text === undefined && row.html === undefined && row.url !== undefined
    ? row.url
    : contentId('row', row.id, row.url, row.source, row.title, row.published, row.text, row.html);

const targetIn = ({ url = '', title, published }: ImportRow): Target => ({
  url,
  ...(title === undefined ? {} : { title }),
  ...(published === undefined ? {} : { published }),
});

const taskIn = (file: string, { number, row, error }: ImportLine): Task => {
  const name = `${file}:${number}`;
  if (row === undefined) return { key: name, name, ...(error === undefined ? {} : { error }) };
  return { key: keyOf(row), name, row };
};

/** The wanted rows of a list of addresses or of a dump, each once. */
export async function* tasksIn(file: string, wanted: Wanted): AsyncGenerator<Task> {
  const seen = new Set<string>();
  for await (const line of readImport(file)) {
    const task = taskIn(file, line);
    if (seen.has(task.key) || (line.row !== undefined && !isWanted(targetIn(line.row), wanted))) continue;
    seen.add(task.key);
    yield task;
  }
}
