import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseFeed } from '../../ingest/feed.ts';

// What is hostile or waits for a deadline may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FOLDER = new URL('../../../shared/corpora/feeds', import.meta.url).pathname;
const isThere = existsSync(FOLDER);
if (!isThere) console.warn('SKIPPED: no corpora of feeds beside the project; nothing was checked against real feeds.');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? filesUnder(path) : [path]));

/** The files of a folder that hold an item and give none. */
const silentFiles = async (
  folder: string,
): Promise<{ readonly withItems: number; readonly silent: readonly string[] }> => {
  const silent: string[] = [];
  let withItems = 0;
  for (const path of filesUnder(join(FOLDER, folder))) {
    const body = readFileSync(path);
    const source = body.toString('latin1').replace(/<!--[\s\S]*?-->/g, '');
    if (!/<(?:[\w.-]+:)?(?:item|entry)[\s/>]|"items"\s*:\s*\[\s*\{/.test(source)) continue;
    withItems++;
    const feed = await parseFeed(body, { url: 'https://news.example/feed', now: '2026-11-22T00:00:00Z' }).catch(
      () => undefined,
    );
    if ((feed?.items.length ?? 0) === 0) silent.push(path);
  }
  return { withItems, silent };
};

test.skipIf(!isThere)('every real feed gives items', async () => {
  const { withItems, silent } = await silentFiles('real');
  expect(silent).toEqual([]);
  expect(withItems).toBe(58);
});

test.skipIf(!isThere)('every well-formed feed that has items gives some', async () => {
  const { withItems, silent } = await silentFiles('feedparser/wellformed');
  expect(silent).toEqual([]);
  expect(withItems).toBeGreaterThan(700);
});
