import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { blockOf } from './growth/archive.ts';
import { deriveMarked } from './growth/build.ts';
import { loadLedger } from './growth/load.ts';
import { openServer } from './growth/server.ts';
import { interleaved, median, table, tell } from './kit.ts';
import { type Load, load } from './reads/load.ts';

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '4000' },
    rounds: { type: 'string', default: '7' },
    lines: { type: 'string', default: '16' },
  },
});
const [requests, rounds, lines] = [options.requests, options.rounds, options.lines].map(Number) as [
  number,
  number,
  number,
];
/** Size of the timeline that is read, as in the measurements that this began with. */
const WANTED = 20_700;

const folder = mkdtempSync(join(tmpdir(), 'receipts-reads-'));
const postgres = await openServer(join(folder, 'data'));

/** How many timelines are read in turn, those nearest to that size. */
const TIMELINES = 40;

interface Stored {
  readonly id: string;
  readonly bytes: number;
  readonly packed: number;
  readonly etag: string;
}

/** A small archive; returns the timelines that are read. */
const prepare = async (): Promise<readonly Stored[]> => {
  await postgres.create('reads');
  const database = await postgres.open('reads');
  const driver = postgres.driver('reads');
  const states = Map.groupBy(blockOf(0).held, ({ canonicalUrl }) => canonicalUrl);
  await loadLedger(driver, [...states.values()].slice(0, 2000).flat());
  await database.store.markAll();
  await deriveMarked(database.store);
  await driver.unsafe('vacuum analyze');
  const found = await driver<Stored[]>`
    select incident_id as id, length(json) as bytes, octet_length(br) as packed, etag
    from receipts.timelines order by abs(length(json) - ${WANTED}) limit ${TIMELINES}`;
  await driver.end({ timeout: 1 });
  await database.close();
  return [...found];
};

interface Measured extends Load {
  /** Processor time of the server's process for one request, ms. */
  readonly cpu: number;
}

try {
  const stored = await prepare();
  const bytes = Math.round(median(stored.map(one => one.bytes)));
  const packed = Math.round(median(stored.map(one => one.packed)));
  const child = fork(fileURLToPath(new URL('./reads/server.ts', import.meta.url)), [
    postgres.urlOf('reads'),
    ...stored.map(({ id }) => id),
  ]);
  const [ports] = (await once(child, 'message')) as [Record<'stored' | 'kept' | 'plain', number>];
  const used = async (): Promise<number> => {
    child.send('');
    return ((await once(child, 'message')) as [number])[0];
  };
  const timelines = stored.map(({ id }) => ({ path: `/v1/incidents/${id}/timeline` }));
  const known = stored.map(({ id, etag }) => ({
    path: `/v1/incidents/${id}/timeline`,
    tag: etag.replace(/"$/, '-br"'),
  }));
  const measure =
    (app: keyof typeof ports, paths: typeof known | typeof timelines, status: number, share = 1) =>
    async (): Promise<Measured> => {
      const before = await used();
      const done = await load(ports[app], { paths, requests: Math.ceil(requests * share), lines, status });
      return { ...done, cpu: ((await used()) - before) / done.requests };
    };
  const alternatives = {
    'memory, Express': measure(
      'plain',
      stored.map(({ id }) => ({ path: `/v1/memory/${id}` })),
      200,
    ),
    'stored, from Postgres': measure('stored', timelines, 200),
    'kept, from memory': measure('kept', timelines, 200),
    'drizzle, relational': measure(
      'plain',
      stored.map(({ id }) => ({ path: `/v1/relational/${id}` })),
      200,
      0.1,
    ),
    'empty, Express': measure('plain', [{ path: '/v1/empty' }], 204),
    '304, from Postgres': measure('stored', known, 304),
    '304, kept': measure('kept', known, 304),
  };
  for (const warm of Object.values(alternatives)) await warm();
  const measured = await interleaved(rounds, alternatives);
  child.disconnect();
  const rate = (name: keyof typeof measured): number => median(measured[name].map(one => one.rate));
  const cpu = (name: keyof typeof measured): number => median(measured[name].map(one => one.cpu));
  /** Of each round one, since both were measured in it. */
  const against = (name: keyof typeof measured, other: keyof typeof measured): string =>
    median(measured[name].map(({ rate: own }, round) => own / (measured[other][round]?.rate ?? Number.NaN))).toFixed(2);
  const row = (name: keyof typeof measured, compared: string): readonly string[] => [
    name,
    Math.round(rate(name)).toLocaleString('en'),
    (cpu(name) * 1000).toFixed(0),
    compared,
  ];
  await tell({
    part: 'reads',
    title: 'Reading a timeline',
    command: 'npm run bench reads',
    figures: { bytes, packed, measured },
    text: [
      `${stored.length} timelines of about ${bytes.toLocaleString('en')} bytes, ${packed.toLocaleString('en')} as brotli, in turn, asked for ${requests.toLocaleString('en')} times on ${lines} connections, ${rounds} rounds in turn, medians; all behind the same middleware. Postgres and whoever asks run beside on the same processors.`,
      table(
        ['', 'requests a second', 'processor µs of the server', 'ratio'],
        [
          row('memory, Express', '1'),
          row('stored, from Postgres', `${against('stored, from Postgres', 'memory, Express')} of memory`),
          row('kept, from memory', `${against('kept, from memory', 'memory, Express')} of memory`),
          row('drizzle, relational', `stored is ${against('stored, from Postgres', 'drizzle, relational')} times it`),
          row('empty, Express', '1'),
          row('304, from Postgres', `${against('304, from Postgres', 'empty, Express')} of empty`),
          row('304, kept', `${against('304, kept', 'empty, Express')} of empty`),
        ],
      ),
    ],
  });
} finally {
  await postgres.release();
  rmSync(folder, { recursive: true, force: true });
}
