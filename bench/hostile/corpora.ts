import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files of a folder and of those in it. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? filesUnder(path) : [path]));

export interface CorpusFile {
  readonly group: string;
  readonly path: string;
  readonly kind: 'feed' | 'page';
}

/** Every file of `feeds/` and `extraction/` in a folder of corpora; those that are neither feed nor page must be refused. */
export const corpusFiles = (folder: string): CorpusFile[] =>
  (['feeds', 'extraction'] as const).flatMap(name => {
    const part = join(folder, name);
    if (existsSync(part))
      return filesUnder(part).map(path => ({
        group: `files of ${name}/`,
        path,
        kind: name === 'feeds' ? ('feed' as const) : ('page' as const),
      }));
    console.error(`No corpora at ${part}: they were left out.`);
    return [];
  });
