import type postgres from 'postgres';
import { openArchive, settled } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import { type Ground, type Outcome, type Scenario, until } from './scenario.ts';
import { spawnWorker } from './workers.ts';

/** How long the feed takes to answer, in ms: long enough for everybody else to look at the ledger meanwhile. */
const SLOW_MS = 60;
const DAY_MS = 86_400_000;

const written = async (driver: postgres.Sql): Promise<number> => {
  const [row] = await driver<[{ polls: number }]>`select count(*)::integer as polls from receipts.fetches`;
  return row.polls;
};

const makeDue = (driver: postgres.Sql) =>
  driver`update receipts.source_state set next_poll_at = now() - interval '1 second'`;

/** Whether the times that were written are those of the database, and the next poll comes when it should. */
const wrongTimes = async (driver: postgres.Sql): Promise<readonly string[]> => {
  const [row] = await driver<[{ polls: number; later: number; articles: number }]>`
    select (select count(*)::integer from receipts.fetches where abs(extract(epoch from now() - at)) > 21600) as polls,
      (select count(*)::integer from receipts.source_state
        where next_poll_at not between now() - interval '6 hours' and now() + interval '6 hours') as later,
      (select count(*)::integer from receipts.articles where abs(extract(epoch from now() - first_seen_at)) > 21600) as articles`;
  return [
    row.polls > 0 ? `${row.polls} polls are dated hours off` : '',
    row.later > 0 ? 'The next poll is dated as no poll should be' : '',
    row.articles > 0 ? `${row.articles} articles are dated hours off` : '',
  ].filter(fault => fault !== '');
};

const race = async (driver: postgres.Sql, room: Newsroom, rounds: number, ground: Ground): Promise<string[]> => {
  const failures: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    room.grow(0);
    const before = await written(driver);
    const asked = room.polls.get(0) ?? 0;
    await makeDue(driver);
    await until('no poll was written', 180, async () => (await written(driver)) > before);
    await settled(driver, ['series-0'], 180);
    const fetched = (room.polls.get(0) ?? 0) - asked;
    if (fetched !== 1) failures.push(`Interval ${round} had ${fetched} fetches`);
    if (round % 50 === 0) ground.progress(`${round} of ${rounds} intervals`);
  }
  return failures;
};

const perform = async (rounds: number, ground: Ground, shifts: readonly number[]): Promise<Outcome> => {
  const dataDir = await ground.dataDir();
  await using room = await startNewsroom({ delayMs: SLOW_MS });
  await using archive = await openArchive(dataDir);
  const { driver } = archive;
  const workers = shifts.map(shiftMs => spawnWorker({ dataDir, origin: room.origin, shiftMs }));
  await Promise.all(workers.map(worker => worker.loaded));
  await Promise.all(workers.map(worker => worker.go([room.feed(0)])));
  await settled(driver, ['series-0'], 180);
  const first = room.polls.get(0) ?? 0;
  const failures = await race(driver, room, rounds, ground);
  if (first !== 1) failures.push(`The first interval had ${first} fetches`);
  failures.push(...(await wrongTimes(driver)));
  for (const worker of workers) {
    const code = await worker.stop();
    if (code !== 0) failures.push(`A worker ended with ${code}: ${worker.said()}`);
  }
  const found = sentencesOf(await compare(driver, room.served));
  const fetched = room.polls.get(0) ?? 0;
  const polls = await written(driver);
  if (polls !== fetched) failures.push(`${fetched} fetches, of which ${polls} are written`);
  return {
    rounds,
    seen: `${fetched} fetches in ${rounds + 1} intervals; ${found.seen}`,
    failures: [...failures, ...found.failures],
  };
};

/** Several workers that all want to poll one feed. */
export const fourWorkers: Scenario = {
  name: 'four-workers',
  title: '4 workers on 1 feed',
  rounds: 200,
  run: (rounds, ground) => perform(rounds, ground, [0, 0, 0, 0]),
};

/** Workers whose clocks go wrong. */
export const clocks: Scenario = {
  name: 'clocks',
  title: 'workers whose clocks are a day behind, right, and a day ahead, on 1 feed',
  rounds: 20,
  run: (rounds, ground) => perform(rounds, ground, [-DAY_MS, 0, DAY_MS]),
};
