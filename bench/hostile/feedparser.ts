import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { webAddress } from '../../ingest/canonical-url.ts';
import { parseMoment } from '../../ingest/dates.ts';
import { parseFeed } from '../../ingest/feed.ts';
import { htmlToLine } from '../../ingest/html-text.ts';
import type { ParsedFeed } from '../../src/domain/article.ts';
import { filesUnder } from './corpora.ts';

/** Where the tests say that their feeds stand. */
export const BASE = 'http://127.0.0.1:8097/tests/';

const day = (date: string | undefined): string | undefined => date?.slice(0, 19);

/** What a field of feedparser is in ours, as comparable text. */
const READERS: Readonly<Record<string, (feed: ParsedFeed) => string | undefined>> = {
  'feed.title': feed => feed.title,
  title: ({ items: [item] }) => item?.title,
  summary: ({ items: [item] }) => item?.text.replace(/\s+/g, ' '),
  description: ({ items: [item] }) => item?.text.replace(/\s+/g, ' '),
  link: ({ items: [item] }) => item?.url,
  id: ({ items: [item] }) => item?.key,
  guid: ({ items: [item] }) => item?.key,
  author: ({ items: [item] }) => item?.author,
  published: ({ items: [item] }) => day(item?.publishedAt),
  updated: ({ items: [item] }) => day(item?.updatedAt ?? item?.publishedAt),
  published_parsed: ({ items: [item] }) => day(item?.publishedAt),
  updated_parsed: ({ items: [item] }) => day(item?.updatedAt ?? item?.publishedAt),
};

/** The text of a Python string literal. */
const unquoted = (literal: string): string =>
  literal
    .replace(/^u?(['"])(.*)\1$/s, '$2')
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, wide, narrow) =>
      String.fromCharCode(Number.parseInt(wide ?? narrow, 16)),
    )
    .replace(/\\n/g, '\n')
    .replace(/\\(['"\\])/g, '$1');

const tupleDate = (literal: string): string => {
  const [year = 0, month = 1, ...rest] = (literal.match(/\d+/g) ?? []).map(Number);
  return new Date(Date.UTC(year, month - 1, rest[0], rest[1], rest[2], rest[3])).toISOString().slice(0, 19);
};

/** What we would say where feedparser says this. Undefined where the field is one that we do not keep so. */
const expectedValue = (field: string, literal: string): string | undefined => {
  if (literal.startsWith('(')) return tupleDate(literal);
  const text = unquoted(literal);
  if (field === 'link') return webAddress(text, BASE) ?? '(no web address)';
  if (field === 'id' || field === 'guid') return text;
  if (field === 'published' || field === 'updated') {
    const moment = parseMoment(text);
    return moment === undefined
      ? undefined
      : moment.kind === 'day'
        ? `${moment.day}T00:00:00`
        : moment.iso.slice(0, 19);
  }
  const line = htmlToLine(text);
  // We keep the name of an author; the address that feedparser puts after it is nobody's business.
  return field === 'author' ? line.replace(/ \([^()\s]+@[^()\s]+\)$/, '') : line;
};

const EXPECTATION =
  /Expect:\s*(?:not bozo and |bozo and )?(feed|entries\[0\])(?:\[['"](\w+)['"]\]|\.(\w+))\s*==\s*(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\(\d[\d, ]+\))\s*$/m;

/** How a feed meets the plain equality that its test expects. */
export interface Judgement {
  readonly field: string;
  readonly expected: string;
  readonly got: string | undefined;
}

/** Undefined where the test expects something else, or something of a field that is not kept. `source`: the file. */
export const judgementOf = (source: string, feed: ParsedFeed | undefined): Judgement | undefined => {
  const match = EXPECTATION.exec(source);
  if (match === null) return undefined;
  const name = match[2] ?? match[3] ?? '';
  const field = match[1] === 'feed' ? `feed.${name}` : name;
  const reader = Object.hasOwn(READERS, field) ? READERS[field] : undefined;
  const expected = expectedValue(name, match[4] ?? '');
  if (reader === undefined || expected === undefined) return undefined;
  return { field, expected, got: feed === undefined ? undefined : reader(feed) };
};

/** One folder of tests: how many expectations there are, and how many are met. */
export interface Share {
  readonly name: string;
  readonly expected: number;
  readonly met: number;
}

/** The shares by folder of feedparser's tests in a folder of corpora; none where they are not there. */
export const feedparserShare = async (folder: string): Promise<readonly Share[]> => {
  const tests = join(folder, 'feeds', 'feedparser');
  if (!existsSync(tests)) return [];
  const shares = new Map<string, { expected: number; met: number }>();
  for (const path of filesUnder(tests)) {
    const body = readFileSync(path);
    const context = { url: BASE, contentType: undefined, now: '2026-11-22T00:00:00Z' };
    const feed = await parseFeed(body, context).catch(() => undefined);
    const judgement = judgementOf(body.toString('utf8'), feed);
    if (judgement === undefined) continue;
    const name = relative(tests, dirname(path));
    const share = shares.get(name) ?? { expected: 0, met: 0 };
    share.expected++;
    if (judgement.got === judgement.expected) share.met++;
    shares.set(name, share);
  }
  return [...shares].map(([name, share]) => ({ name, ...share })).sort((a, b) => (a.name < b.name ? -1 : 1));
};
