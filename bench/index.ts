import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The parts of the suite: each a command of its own, which compares alternatives and writes its section of the docs. */
const PARTS: Readonly<Record<string, readonly [file: string, what: string]>> = {
  ingest: ['ingest.ts', 'the pipeline against a naive one, on one core and on two'],
  extraction: ['extraction.ts', 'articles taken out of pages, against jsdom and Readability'],
  nlp: ['nlp.ts', 'the rules against an entity pass of compromise'],
  memory: ['memory.ts', 'memory of a worker with short and long queues'],
  reads: ['reads.ts', 'a timeline from Postgres, from memory, and built by drizzle; 304s'],
  growth: ['growth.ts', 'archives of 10 thousand to a million articles: costs, sizes, queries'],
  scale: ['scale.ts', 'workers, API processes, a replica, and each of them killed'],
  startup: ['startup.ts', 'start-up, idle memory and size, against another version'],
};

const [part, ...options] = process.argv.slice(2);
const chosen = part === undefined || part.startsWith('--') ? Object.keys(PARTS) : [part];
if (!chosen.every(name => name in PARTS)) {
  console.error('npm run bench [PART [OPTIONS]]\n');
  for (const [name, [, what]] of Object.entries(PARTS)) console.error(`  ${name.padEnd(12)}${what}`);
  process.exitCode = 2;
} else {
  for (const name of chosen) {
    const file = fileURLToPath(new URL(PARTS[name]?.[0] ?? '', import.meta.url));
    const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
