import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { writeSection } from './section.ts';

/*
 * The harness of the suite: a few functions of our own. tinybench and mitata time functions inside one process; nearly all
 * that is compared here are processes with a Postgres, pinned to cores, of which memory and start-up count as well.
 */

/** The middle value; of an even number, the mean of the two in the middle. NaN for none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};

/**
 * Measures alternatives round by round in turn, so that a busy machine slows all of them; every second round goes the
 * other way round.
 *
 * @returns what each alternative measured in each round
 */
export const interleaved = async <Name extends string, T>(
  rounds: number,
  alternatives: Readonly<Record<Name, () => T | Promise<T>>>,
): Promise<Readonly<Record<Name, readonly T[]>>> => {
  const names = Object.keys(alternatives) as Name[];
  const measured = Object.fromEntries(names.map(name => [name, [] as T[]])) as Record<Name, T[]>;
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`);
      measured[name].push(await alternatives[name]());
    }
  return measured;
};

/** Whether the processor counts instructions for us, as a sentence. */
const instructionCounts = (): string => {
  const tried = spawnSync('perf', ['stat', '-e', 'instructions:u', 'true'], { encoding: 'utf8' });
  if (tried.error !== undefined) return 'no instruction counts: perf is not installed';
  return /not supported|not counted|Permission|No permission/i.test(tried.stderr) || tried.status !== 0
    ? 'no instruction counts: this machine gives perf none'
    : 'instruction counts: perf stat -e instructions:u';
};

/** Day, machine and versions, as a line. */
export const machine = (): string =>
  [
    new Date().toISOString().slice(0, 10),
    `Node ${process.versions.node}`,
    `V8 ${process.versions.v8}`,
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    process.platform,
    instructionCounts(),
  ].join(', ');

/** A table in Markdown; columns of figures to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');

interface Told {
  /** Name of the part: its section in `docs/performance.md`, its file in `bench/results`. */
  readonly part: string;
  readonly title: string;
  /** The command that measured. */
  readonly command: string;
  /** What was measured and how, the table, what it means: Markdown. */
  readonly text: readonly string[];
  /** All figures, each round's. */
  readonly figures: unknown;
}

/** Prints what a part measured, keeps its figures as JSON, and writes its section of `docs/performance.md`. */
export const tell = async ({ part, title, command, text, figures }: Told): Promise<void> => {
  const where = machine();
  const section = [`## ${title}`, `\`${command}\` · ${where}.`, ...text].join('\n\n');
  console.log(section);
  const results = new URL('./results/', import.meta.url);
  await mkdir(results, { recursive: true });
  await writeFile(
    new URL(`${part}.json`, results),
    `${JSON.stringify({ part, command, machine: where, figures }, null, 1)}\n`,
  );
  await writeSection(new URL('../docs/performance.md', import.meta.url), part, section);
};
