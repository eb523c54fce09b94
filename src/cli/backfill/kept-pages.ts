import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchedPage } from '#domain/article.ts';
import { contentId } from '#domain/ids.ts';
import type { Fetcher } from '#ingest';

/** A fetcher that keeps the pages it gets until they are let go, so that a crash in between asks nobody twice. */
export interface KeepingFetcher extends Fetcher {
  letGo(url: string): Promise<void>;
}

type Written = Omit<FetchedPage, 'body'> & { readonly body: string };

/** Keeps each page in a file of the folder from its arrival on; one that lies there is not fetched again. */
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
      const page = await fetcher.fetch(url, asked);
      await writeFile(`${path}.part`, JSON.stringify({ ...page, body: Buffer.from(page.body).toString('base64') }));
      await rename(`${path}.part`, path);
      return page;
    },
    letGo: url => rm(fileOf(url), { force: true }),
  };
};
