import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase, type Store } from '#db';
import { interleaved, median, table, tell } from './kit.ts';
import { itemOf, pageOf } from './memory/page.ts';

/**
 * The peak of a worker's memory while it reads as many articles from queues of different lengths: items of a feed whose
 * pages are still to be fetched, from a web server in this process. Linux only: memory is read from /proc.
 * `npm run bench memory -- [--queues 10000,100000] [--articles N] [--seconds AT_MOST] [--rounds N]`
 */
const { values: options } = parseArgs({
  options: {
    queues: { type: 'string', default: '10000,100000' },
    articles: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '3' },
  },
});
/** Items that one poll brings. */
const FEED = 1_000;
const LATER = '2100-01-01T00:00:00.000Z';

interface Drained {
  readonly read: number;
  /** Retailers that were derived meanwhile. */
  readonly derived: number;
  readonly seconds: number;
  /** MB. */
  readonly peak: number;
}

const newsroom = createServer((request, response) => {
  const index = /^\/a\/(\d+)$/.exec(request.url ?? '')?.[1];
  response.writeHead(index === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(index === undefined ? 'Not found' : pageOf(Number(index)));
}).listen(0, '127.0.0.1');
await once(newsroom, 'listening');
const origin = `http://127.0.0.1:${(newsroom.address() as AddressInfo).port}`;

const queueUp = async (store: Store, queued: number): Promise<void> => {
  const now = new Date().toISOString();
  await store.addSource({
    id: 'newsroom',
    publisher: 'Newsroom',
    country: 'GB',
    kind: 'news',
    feedUrl: `${origin}/feed`,
    language: 'en',
    why: 'It is measured with.',
    confirmed: false,
  });
  for (let from = 0; from < queued; from += FEED)
    await store.recordPoll({
      sourceId: 'newsroom',
      at: now,
      nextPollAt: LATER,
      outcome: 'items',
      items: Array.from({ length: Math.min(FEED, queued - from) }, (_, index) => ({
        key: String(from + index),
        url: `${origin}/a/${from + index}`,
        publishedAt: now,
        ...itemOf(from + index),
      })),
    });
};

const drain = async (queued: number): Promise<Drained> => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-memory-'));
  // The server's user must pass through it where this runs as root.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  // Open all the while, so that the worker finds a Postgres that runs.
  const database = await openDatabase({ dataDir });
  try {
    await queueUp(database.store, queued);
    const script = fileURLToPath(new URL('./memory/worker.ts', import.meta.url));
    const child = spawn(process.execPath, [script, origin, options.articles, options.seconds], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, RECEIPTS_DATA_DIR: dataDir, DATABASE_URL: '' },
    });
    const [told] = await Promise.all([text(child.stdout), once(child, 'close')]);
    return JSON.parse(told) as Drained;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const queues = options.queues.split(',').map(Number);
const rounds = await interleaved(
  Number(options.rounds),
  Object.fromEntries(queues.map(queued => [`${queued} queued`, () => drain(queued)])),
);
newsroom.close();
const middle = (queued: number, figure: keyof Drained): number =>
  median((rounds[`${queued} queued`] ?? []).map(drained => drained[figure]));
const peaks = queues.map(queued => middle(queued, 'peak'));
const [least = Number.NaN, most = Number.NaN] = [peaks.at(0), peaks.at(-1)];
await tell({
  part: 'memory',
  title: 'Memory and the queue',
  command: `npm run bench memory -- --queues ${options.queues} --articles ${options.articles} --rounds ${options.rounds}`,
  text: [
    `A worker's peak of resident memory, its threads included and Postgres not, while it fetches, reads and links ${Number(options.articles).toLocaleString('en')} articles of a queue: short pages from a web server beside it, about 500 retailers. Medians of ${options.rounds} interleaved rounds.`,
    table(
      ['articles queued', 'read', 'retailers derived', 'seconds', 'peak, MB', 'times the shortest'],
      queues.map((queued, index) => [
        queued.toLocaleString('en'),
        middle(queued, 'read').toLocaleString('en'),
        middle(queued, 'derived').toLocaleString('en'),
        middle(queued, 'seconds').toFixed(0),
        (peaks[index] ?? 0).toFixed(0),
        ((peaks[index] ?? 0) / least).toFixed(2),
      ]),
    ),
    `The longest queue takes ${(most / least).toFixed(2)} times the memory of the shortest (asked for: at most 1.2).`,
  ],
  figures: rounds,
});
