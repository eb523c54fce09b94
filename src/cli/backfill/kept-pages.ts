import { renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchedPage } from '#domain/article.ts';
import { contentId } from '#domain/ids.ts';
import type { Fetcher } from '#ingest';

/** A fetcher that keeps the pages it gets until they are let go, so that a crash in between asks nobody twice. */
export interface KeepingFetcher extends Fetcher {
  letGo(url: string): Promise<void>;
}

type Written = Omit<FetchedPage, 'body'> & { readonly body: string };

/** A file with this ending says that a page is being asked for. */
const PART = '.part';

/** How many pages a run that was killed had begun to ask for and not received. They are forgotten. */
export const cutOff = async (folder: string): Promise<number> => {
  const parts = (await readdir(folder)).filter(file => file.endsWith(PART));
  await Promise.all(parts.map(file => rm(join(folder, file), { force: true })));
  return parts.length;
};

/**
 * Notes each page in a file of the folder before it is asked for, and keeps it there from its arrival on; one that has
 * arrived is not fetched again.
 */
export const keepPages = (fetcher: Fetcher, folder: string): KeepingFetcher => {
  const fileOf = (url: string): string => join(folder, `${contentId('pg', url)}.json`);
  const kept = async (path: string): Promise<FetchedPage | undefined> => {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const { body, contentType, ...page } = JSON.parse(text) as Written;
    return { ...page, contentType, body: new Uint8Array(Buffer.from(body, 'base64')) };
  };
  return {
    ...fetcher,
    async fetch(url, asked) {
      if (asked.kind !== 'page') return fetcher.fetch(url, asked);
      const path = fileOf(url);
      const before = await kept(path);
      if (before !== undefined) return before;
      const part = path + PART;
      await writeFile(part, '');
      try {
        const page = await fetcher.fetch(url, asked);
        // At once, not in turn with all else: what has arrived and is not kept yet is lost where the program is killed.
        writeFileSync(part, JSON.stringify({ ...page, body: Buffer.from(page.body).toString('base64') }));
        renameSync(part, path);
        return page;
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    letGo: url => rm(fileOf(url), { force: true }),
  };
};
