import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openArchive, postmasterOf } from './archive.ts';
import type { Ground, Outcome, Scenario } from './scenario.ts';

const FILE = fileURLToPath(new URL('./opener.ts', import.meta.url));
/** Every so many rounds begin in an empty directory, where a database has to be made first. */
const FRESH = 10;

/** Starts a process that opens the database; what it said, and how to let it leave. */
const open = (dataDir: string, id: string) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', FILE, dataDir, id], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close');
  return {
    server: Promise.race([once(child.stdout, 'data'), ended]).then(() => out.trim() || `nothing: ${err.trim()}`),
    leave: async () => {
      child.stdin.end();
      await ended;
      return child.exitCode;
    },
  };
};

const round = async (dataDir: string, number: number): Promise<readonly string[]> => {
  const both = [open(dataDir, `one-${number}`), open(dataDir, `two-${number}`)];
  const said = await Promise.all(both.map(process => process.server));
  const codes = await Promise.all(both.map(process => process.leave()));
  return [
    said[0] === said[1] && /^on \d+$/.test(said[0] ?? '')
      ? ''
      : `Round ${number}: one is ${said[0]}, the other ${said[1]}`,
    codes.every(code => code === 0) ? '' : `Round ${number}: they ended with ${codes.join(' and ')}`,
    (await postmasterOf(dataDir)) === undefined ? '' : `Round ${number}: the server was left running`,
  ].filter(fault => fault !== '');
};

const sourcesIn = async (dataDir: string): Promise<number> => {
  await using archive = await openArchive(dataDir);
  const [row] = await archive.driver<[{ count: number }]>`select count(*)::integer from receipts.sources`;
  return row.count;
};

const perform = async (rounds: number, ground: Ground): Promise<Outcome> => {
  const standing = await ground.dataDir();
  const failures: string[] = [];
  let [fresh, inStanding] = [0, 0];
  for (let number = 1; number <= rounds; number++) {
    const isFresh = number % FRESH === 1;
    const dataDir = isFresh ? join(standing, '..', `fresh-${number}`) : standing;
    await mkdir(dataDir, { recursive: true });
    failures.push(...(await round(dataDir, number)));
    if (isFresh && (await sourcesIn(dataDir)) !== 2) failures.push(`Round ${number}: not both wrote`);
    fresh += isFresh ? 1 : 0;
    inStanding += isFresh ? 0 : 2;
    if (number % 10 === 0) ground.progress(`${number} of ${rounds} started`);
  }
  const held = await sourcesIn(standing);
  if (held !== inStanding) failures.push(`${held} of ${inStanding} writes are held`);
  return {
    rounds,
    seen: `both on one server each time, ${fresh} times in an empty directory; all writes held`,
    failures,
  };
};

/** Two processes that open one data directory at the same moment. */
export const doubleStart: Scenario = {
  name: 'double-start',
  title: 'two processes starting on one data directory at once',
  rounds: 50,
  run: perform,
};
