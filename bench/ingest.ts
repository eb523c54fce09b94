import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Labels } from '../scripts/eval/labels.ts';
import { runScorer } from '../scripts/eval/scorer.ts';
import { PATHS } from '../scripts/eval/shared.ts';
import { isCorpusThere } from './ingest/corpus.ts';
import { interleaved, median, table, tell } from './kit.ts';

/**
 * Articles per second from pages and texts into Postgres, against a naive pipeline that says the same; the whole process
 * tree, Postgres included, pinned to one core, ours to two as well.
 * `npm run bench ingest -- [--rounds N] [--pages N]`
 */
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, pages: { type: 'string', default: '181' } },
});

interface Phase {
  readonly articles: number;
  readonly seconds: number;
  readonly programSeconds: number;
  readonly databaseSeconds: number;
}

interface Run {
  readonly pages: Phase;
  /** The labelled articles, which come as texts. */
  readonly texts: Phase;
  readonly claims: number;
  readonly failed: readonly string[];
  /** All facts by the scorer of the labelled set. */
  readonly f1: number;
}

const scoreOf = (file: string): number => {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  const { fields } = runScorer(
    PATHS.dev,
    rows.map(row => JSON.parse(row) as Labels),
  );
  return fields['ALL FACTS']?.F1 ?? Number.NaN;
};

const run = (which: 'naive' | 'receipts', cores: number): Run => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-bench-'));
  // The server's user must pass through it where this runs as root.
  chmodSync(folder, 0o755);
  try {
    const predictions = join(folder, 'predictions.jsonl');
    const script = fileURLToPath(new URL('./ingest/run.ts', import.meta.url));
    const pinned = ['-c', cores === 1 ? '0' : `0-${cores - 1}`, process.execPath, script];
    const { stdout, status } = spawnSync(
      'taskset',
      [...pinned, which, join(folder, 'data'), options.pages, predictions],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (status !== 0) throw new Error(`The ${which} pipeline ended with code ${status}.`);
    return { ...(JSON.parse(stdout) as Omit<Run, 'f1'>), f1: scoreOf(predictions) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const measure = async (): Promise<void> => {
  const rounds = await interleaved(Number(options.rounds), {
    'naive, 1 core': () => run('naive', 1),
    'Receipts, 1 core': () => run('receipts', 1),
    'Receipts, 2 cores': () => run('receipts', 2),
  });
  const speed = (runs: readonly Run[], phase: 'pages' | 'texts') =>
    median(runs.map(run => run[phase].articles / run[phase].seconds));
  const cpu = (runs: readonly Run[], part: 'programSeconds' | 'databaseSeconds') =>
    median(runs.map(({ pages }) => (pages[part] / pages.articles) * 1000));
  const [naive, one, two] = [rounds['naive, 1 core'], rounds['Receipts, 1 core'], rounds['Receipts, 2 cores']];
  const times = (runs: readonly Run[], than: readonly Run[], phase: 'pages' | 'texts' = 'pages') =>
    (speed(runs, phase) / speed(than, phase)).toFixed(2);
  const rows = Object.entries(rounds).map(([name, runs]) => [
    name,
    speed(runs, 'pages').toFixed(1),
    times(runs, naive),
    cpu(runs, 'programSeconds').toFixed(1),
    cpu(runs, 'databaseSeconds').toFixed(1),
    times(runs, naive, 'texts'),
    String(median(runs.map(({ claims }) => claims))),
    median(runs.map(({ f1 }) => f1)).toFixed(4),
  ]);
  await tell({
    part: 'ingest',
    title: 'Ingest',
    command: `npm run bench ingest -- --rounds ${options.rounds} --pages ${options.pages}`,
    text: [
      `${options.pages} pages as HTML, then the ${naive[0]?.texts.articles} labelled articles as texts, into a Postgres that each run starts for itself; the clock starts when all were taken in three times under other addresses, so that what is measured is a service that has run for a while. No incidents are derived by either. The naive pipeline: Readability on jsdom, compromise's people, places and organisations of the whole text, the same rules for the claims, one article after the other, a transaction for each row. Program and Postgres are pinned together by taskset; medians of ${options.rounds} interleaved rounds.`,
      table(
        [
          '',
          'pages/s',
          'times naive',
          'CPU ms/page, program',
          'CPU ms/page, Postgres',
          'texts: times naive',
          'claims',
          'F1, all facts',
        ],
        rows,
      ),
      `On one core ${times(one, naive)} times naive (asked for: 6). On two cores ${times(two, one)} times as on one (asked for: 1.6).`,
    ],
    figures: rounds,
  });
};

if (!isCorpusThere())
  console.error('No pages and labelled articles beside the repository (../shared): nothing was measured.');
else if (availableParallelism() < 2 || spawnSync('taskset', ['-V']).error !== undefined)
  console.error('This needs two cores and taskset (util-linux): nothing was measured.');
else await measure();
