import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSection } from '../section.ts';
import { copyDataDir, makeDataDir } from './archive.ts';
import { cutCommit, terminate } from './connections.ts';
import { directories } from './directories.ts';
import { diskFull } from './disk-full.ts';
import { doubleStart } from './double-start.ts';
import { killBoth, killWorker } from './kill.ts';
import { lease } from './lease.ts';
import { clocks, fourWorkers } from './race.ts';
import { restart } from './restart.ts';
import type { Ground, Outcome, Scenario } from './scenario.ts';
import { twice } from './twice.ts';

/**
 * `npm run faults`: breaks the real parts (processes, server, connections, disk, clocks) and counts what is lost, doubled
 * or half. `--only a,b`: these scenarios. `--scale 0.05`: that part of the rounds. `--thousand`: a thousand rounds of those
 * that kill worker and server. `--seed n`: the same moments again. What ran in full counts stands, with its day, in
 * bench/results/faults.json, and all of that in its section of docs/reliability.md.
 */
const PAGE = new URL('../../docs/reliability.md', import.meta.url);
const RESULTS = new URL('../results/faults.json', import.meta.url);

const SCENARIOS: readonly Scenario[] = [
  killWorker,
  killBoth,
  terminate,
  restart,
  cutCommit,
  fourWorkers,
  clocks,
  twice,
  lease,
  doubleStart,
  diskFull,
  directories,
];

const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
    thousand: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});

/** mulberry32: small, and the same everywhere. */
const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Line extends Outcome {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly seed: string;
}

const perform = async (scenario: Scenario, home: string, template: string): Promise<Line> => {
  const full = given.thousand && scenario === killBoth ? 1000 : scenario.rounds;
  const rounds = Math.max(1, Math.round(full * Number(given.scale)));
  let made = 0;
  const ground: Ground = {
    random: generator(Number(given.seed)),
    progress: line => console.error(`  ${line}`),
    dataDir: async () => {
      const folder = join(home, `${scenario.name}-${made++}`);
      await copyDataDir(template, folder);
      return folder;
    },
  };
  console.error(`${scenario.title}, ${rounds} times …`);
  const began = performance.now();
  const outcome = await scenario
    .run(rounds, ground)
    .catch(
      (error: Error): Outcome => ({ rounds, seen: 'ended before its end', failures: [error.stack ?? error.message] }),
    );
  const { name, title } = scenario;
  const day = new Date().toISOString().slice(0, 10);
  return { name, title, day, seed: given.seed, seconds: (performance.now() - began) / 1000, ...outcome };
};

const verdict = ({ skipped, failures }: Pick<Line, 'skipped' | 'failures'>): string =>
  skipped === undefined ? (failures.length === 0 ? 'held' : `**${failures.length} failures**`) : `skipped: ${skipped}`;

const table = (lines: readonly Line[]): string =>
  [
    '| fault | times | seen | result | took | day, seed |',
    '|---|---|---|---|---|---|',
    ...lines.map(
      ({ title, rounds, seen, seconds, day, seed, ...line }) =>
        `| ${title} | ${rounds} | ${seen} | ${verdict(line)} | ${seconds.toFixed(0)} s | ${day}, ${seed} |`,
    ),
  ].join('\n');

const home = await mkdtemp(join(tmpdir(), 'receipts-faults-'));
// The server's user must pass through it where this runs as root.
await chmod(home, 0o755);
const chosen = SCENARIOS.filter(({ name }) => given.only === undefined || given.only.split(',').includes(name));
// Workers stop with us; what is mounted is let go of on the way out.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
console.error(`Seed ${given.seed}.`);
const lines: Line[] = [];
try {
  const template = join(home, 'template');
  await makeDataDir(template);
  for (const scenario of chosen) {
    const line = await perform(scenario, home, template);
    lines.push(line);
    console.error(`  ${verdict(line)} (${line.seconds.toFixed(0)} s): ${line.seen}`);
    for (const failure of line.failures.slice(0, 20)) console.error(`  ! ${failure}`);
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
console.log(table(lines));
if (Number(given.scale) >= 1) {
  const before: Line[] = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '[]'));
  const latest = new Map([...before, ...lines].map(line => [line.name, line]));
  const kept = SCENARIOS.flatMap(({ name }) => latest.get(name) ?? []);
  await writeFile(RESULTS, `${JSON.stringify(kept, undefined, 2)}\n`);
  const head =
    '## Faults\n\n`npm run faults`: of each kind of fault what was seen the last time that it ran in full counts.';
  await writeSection(PAGE, 'faults', `${head}\n\n${table(kept)}`);
}
process.exitCode = lines.some(({ failures }) => failures.length > 0) ? 1 : 0;
