import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { corpusFiles } from './hostile/corpora.ts';
import type { Case } from './hostile/feed-cases.ts';
import { FEED_CASES } from './hostile/feed-cases.ts';
import { anything, type Expectation, faultOf } from './hostile/judge.ts';
import { PAGE_CASES } from './hostile/page-cases.ts';
import { createReaders, type Readers } from './hostile/readers.ts';
import { type Figures, writeFigures } from './hostile/report.ts';
import { TRANSPORT_CASES } from './hostile/transport-cases.ts';
import '../src/garbage.ts';

/**
 * Serves hostile input from a second process, and fetches and reads it with the product's own fetcher and parsers: the
 * tables of `bench/hostile/`, and every file of a folder of corpora where there is one. Each must come to a named error
 * or to what is right, within 2 s, in 512 MB, with the main thread free. Writes its figures into docs/reliability.md.
 * `node bench/hostile.ts [FOLDER OF CORPORA] [--only WORDS] [--dry]`
 */
const ARGUMENTS = process.argv.slice(2);
const ONLY = ARGUMENTS.includes('--only') ? ARGUMENTS[ARGUMENTS.indexOf('--only') + 1] : undefined;
const FOLDER = ARGUMENTS[0]?.startsWith('--') === false ? ARGUMENTS[0] : '../shared/corpora';
const NOW = '2026-11-22T00:00:00Z';
const LIMIT_MS = 2_000;
const LIMIT_MB = 512;
const LIMIT_DELAY_MS = 50;

const child = fork(new URL('./hostile/server.ts', import.meta.url), { stdio: 'inherit' });

interface Task {
  readonly group: string;
  readonly name: string;
  readonly path: string;
  readonly kind: Case['kind'];
  readonly expect: Expectation;
}

const tasks = (): Task[] => [
  ...FEED_CASES.map((one, index) => ({ group: 'feeds made up', path: `/feed/${index}`, ...one })),
  ...PAGE_CASES.map((one, index) => ({ group: 'pages, sitemaps, robots.txt made up', path: `/page/${index}`, ...one })),
  ...TRANSPORT_CASES.map((one, index) => ({
    group: 'servers',
    path: `/transport/${index}${one.isSlow ? '?slow' : ''}`,
    ...one,
  })),
  ...corpusFiles(FOLDER).map(({ group, path, kind }) => ({
    group,
    name: path,
    path: `/file?${encodeURIComponent(path)}`,
    kind,
    expect: anything,
  })),
];

/** Files, and what is made up. */
const partition = (list: readonly Task[]): readonly Task[][] => [
  list.filter(({ path }) => path.startsWith('/file')),
  list.filter(({ path }) => !path.startsWith('/file')),
];

/** Has the server make a case beforehand: making it is not what is measured. */
const prepare = (path: string): Promise<void> =>
  new Promise(done => {
    const heard = (made: unknown): void => {
      if (made !== path) return;
      child.off('message', heard);
      done();
    };
    child.on('message', heard).send(path);
  });

const run = async (origin: string, readers: Readers): Promise<Figures> => {
  const groups = new Map<string, { cases: number; refused: number; slowestMs: number; slowest: string }>();
  const failures: string[] = [];
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const [files = [], madeUp = []] = partition(tasks().filter(({ name }) => ONLY === undefined || name.includes(ONLY)));
  const queue = files.values();

  const one = async ({ group, name, path, kind, expect }: Task): Promise<void> => {
    if (!path.startsWith('/file')) await prepare(path);
    const begun = performance.now();
    const outcome = await readers.read(origin + path, kind);
    const ms = performance.now() - begun;
    const fault =
      faultOf(outcome, NOW) ?? expect(outcome) ?? (ms > LIMIT_MS ? `it took ${Math.round(ms)} ms` : undefined);
    if (fault !== undefined) failures.push(`${name}: ${fault}`);
    if (ONLY !== undefined) console.log(`${Math.round(ms)} ms  ${name}: ${outcome.error ?? 'read'}`);
    const sum = groups.get(group) ?? { cases: 0, refused: 0, slowestMs: 0, slowest: '' };
    groups.set(group, {
      cases: sum.cases + 1,
      refused: sum.refused + (outcome.error === undefined ? 0 : 1),
      ...(ms > sum.slowestMs ? { slowestMs: ms, slowest: name } : { slowestMs: sum.slowestMs, slowest: sum.slowest }),
    });
  };
  const lane = async (list: Iterable<Task>): Promise<void> => {
    for (const task of list) await one(task);
  };

  // The workers load their libraries before anything is measured.
  await readers.warm();
  delay.enable();
  const begun = performance.now();
  // What is made to take long is read alone, so that its time is its own; files two at a time.
  await lane(madeUp);
  await Promise.all([lane(queue), lane(queue)]);
  const seconds = (performance.now() - begun) / 1000;
  delay.disable();
  const [p99, worst] = [delay.percentile(99) / 1e6, delay.max / 1e6];
  const peakMb = process.resourceUsage().maxRSS / 1024;
  if (peakMb > LIMIT_MB) failures.push(`the process took ${Math.round(peakMb)} MB`);
  if (p99 > LIMIT_DELAY_MS) failures.push(`the event loop was late by ${Math.round(p99)} ms (p99)`);
  return { groups, failures, seconds, peakMb, delayP99Ms: p99, delayMaxMs: worst };
};

const [port] = (await once(child, 'message')) as [number];
const origin = `http://127.0.0.1:${port}`;
const readers = createReaders([origin, `http://localhost:${port}`], NOW);
try {
  const figures = await run(origin, readers);
  await writeFigures(figures, FOLDER, ONLY !== undefined || ARGUMENTS.includes('--dry'));
  process.exitCode = figures.failures.length > 0 ? 1 : 0;
} finally {
  await readers.close();
  child.disconnect();
}
