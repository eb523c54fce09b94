import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { webAddress } from '../ingest/canonical-url.ts';
import { parseFeed } from '../ingest/feed.ts';
import { htmlToLine } from '../ingest/html-text.ts';
import type { FeedItem, ParsedFeed } from '../src/domain/article.ts';

/**
 * Reads every feed of a folder of corpora (`real/`, `feedparser/`) and prints per folder how many parse, how many of
 * those that hold an item give items, and how many of feedparser's plain expectations on the first entry are met.
 * `node bench/feeds.ts [FOLDER] [--failures]`
 */
const FOLDER = process.argv[2]?.startsWith('--') === false ? process.argv[2] : '../shared/corpora/feeds';
const SHOW = process.argv.includes('--failures');
const BASE = 'http://127.0.0.1:8097/tests/';

interface Tally {
  files: number;
  parsed: number;
  withItem: number;
  gaveItems: number;
  expected: number;
  met: number;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? filesUnder(path) : [path]));

/** What an entry of feedparser is in ours, as comparable text. */
const READERS: Readonly<Record<string, (item: FeedItem) => string | undefined>> = {
  title: item => item.title,
  summary: item => item.text.replace(/\s+/g, ' '),
  description: item => item.text.replace(/\s+/g, ' '),
  link: item => item.url,
  id: item => item.key,
  guid: item => item.key,
  published_parsed: item => item.publishedAt?.slice(0, 19),
  updated_parsed: item => (item.updatedAt ?? item.publishedAt)?.slice(0, 19),
};

const expectedValue = (field: string, literal: string): string | undefined => {
  if (literal.startsWith('(')) {
    const [year = 0, month = 1, ...rest] = (literal.match(/\d+/g) ?? []).map(Number);
    return new Date(Date.UTC(year, month - 1, rest[0], rest[1], rest[2], rest[3])).toISOString().slice(0, 19);
  }
  const text = literal
    .replace(/^u?(['"])(.*)\1$/s, '$2')
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, wide, narrow) =>
      String.fromCharCode(Number.parseInt(wide ?? narrow, 16)),
    )
    .replace(/\\(['"\\])/g, '$1');
  if (field === 'link') return webAddress(text, BASE) ?? '(no web address)';
  if (field === 'id' || field === 'guid') return text;
  return htmlToLine(text);
};

const expectationOf = (source: string): { field: string; value: string } | undefined => {
  const match =
    /Expect:\s*(?:not bozo and |bozo and )?entries\[0\](?:\[['"](\w+)['"]\]|\.(\w+))\s*==\s*(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\(\d[\d, ]+\))\s*$/m.exec(
      source,
    );
  const field = match?.[1] ?? match?.[2];
  if (match === null || field === undefined || !Object.hasOwn(READERS, field)) return undefined;
  const value = expectedValue(field, match[3] ?? '');
  return value === undefined ? undefined : { field, value };
};

const judge = (tally: Tally, path: string, source: string, feed: ParsedFeed | undefined): void => {
  tally.files++;
  if (feed !== undefined) tally.parsed++;
  const body = source.replace(/<!--[\s\S]*?-->/g, '');
  if (/<(?:[\w.-]+:)?(?:item|entry)[\s/>]|"items"\s*:\s*\[\s*\{/.test(body)) {
    tally.withItem++;
    if ((feed?.items.length ?? 0) > 0) tally.gaveItems++;
    else if (SHOW) console.log(`no items: ${path} ${feed?.warnings.join(' ') ?? ''}`);
  }
  const expectation = expectationOf(source);
  if (expectation === undefined) return;
  const [item] = feed?.items ?? [];
  const got = item === undefined ? undefined : READERS[expectation.field]?.(item);
  tally.expected++;
  if (got === expectation.value) tally.met++;
  else if (SHOW)
    console.log(
      `${path}: ${expectation.field} is ${JSON.stringify(got)}, expected ${JSON.stringify(expectation.value)}`,
    );
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
