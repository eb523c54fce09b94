import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '../ingest/feed.ts';
import type { ParsedFeed } from '../src/domain/article.ts';
import { filesUnder } from './hostile/corpora.ts';
import { BASE, judgementOf } from './hostile/feedparser.ts';

/**
 * Reads every feed of a folder of corpora (`real/`, `feedparser/`) and prints per folder how many parse, how many of
 * those that hold an item give items, and how many of feedparser's plain expectations are met.
 * `node bench/feeds.ts [FOLDER] [--failures]`
 */
const FOLDER = process.argv[2]?.startsWith('--') === false ? process.argv[2] : '../shared/corpora/feeds';
const SHOW = process.argv.includes('--failures');

interface Tally {
  files: number;
  parsed: number;
  withItem: number;
  gaveItems: number;
  expected: number;
  met: number;
}

const judge = (tally: Tally, path: string, source: string, feed: ParsedFeed | undefined): void => {
  tally.files++;
  if (feed !== undefined) tally.parsed++;
  const body = source.replace(/<!--[\s\S]*?-->/g, '');
  if (/<(?:[\w.-]+:)?(?:item|entry)[\s/>]|"items"\s*:\s*\[\s*\{/.test(body)) {
    tally.withItem++;
    if ((feed?.items.length ?? 0) > 0) tally.gaveItems++;
    else if (SHOW) console.log(`no items: ${path} ${feed?.warnings.join(' ') ?? ''}`);
  }
  const judgement = judgementOf(source, feed);
  if (judgement === undefined) return;
  const { field, expected, got } = judgement;
  tally.expected++;
  if (got === expected) tally.met++;
  else if (SHOW) console.log(`${path}: ${field} is ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
};

const measure = async (): Promise<void> => {
  if (!existsSync(FOLDER)) {
    console.error(`No corpora at ${FOLDER}: nothing was measured. Name their folder as the first argument.`);
    process.exitCode = 1;
    return;
  }
  const tallies = new Map<string, Tally>();
  for (const path of [join(FOLDER, 'real'), join(FOLDER, 'feedparser')].flatMap(filesUnder)) {
    const parts = path.slice(FOLDER.length + 1).split('/');
    const folder = parts.slice(0, parts[0] === 'real' ? 1 : Math.min(3, parts.length - 1)).join('/');
    const tally = tallies.get(folder) ?? { files: 0, parsed: 0, withItem: 0, gaveItems: 0, expected: 0, met: 0 };
    tallies.set(folder, tally);
    const body = readFileSync(path);
    const feed = await parseFeed(body, { url: BASE, contentType: undefined, now: '2026-11-22T00:00:00Z' }).catch(
      (error: Error) => {
        if (SHOW) console.log(`${path}: ${error.message}`);
        return undefined;
      },
    );
    judge(tally, path, body.toString('utf8'), feed);
  }
  console.table(Object.fromEntries(tallies));
};

await measure();
