import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#errors';
import { openClient } from '../../db/client.ts';
import { addSource } from '../../db/queries/sources.ts';
import { openArchive, postmasterOf, settled } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { startNewsroom } from './newsroom.ts';
import { type Ground, type Outcome, type Scenario, until } from './scenario.ts';
import { spawnWorker } from './workers.ts';

/** A round takes about so long, in ms; the server goes down at any moment of it. */
const ROUND_MS = 1500;

const perform = async (rounds: number, ground: Ground): Promise<Outcome> => {
  const dataDir = await ground.dataDir();
  await using room = await startNewsroom();
  await using archive = await openArchive(dataDir);
  const client = openClient(archive.endpoint, 1);
  const worker = spawnWorker({ dataDir, origin: room.origin });
  await worker.loaded;
  await worker.go([]);
  const ids: string[] = [];
  let longest = 0;
  for (let round = 0; round < rounds; round++) {
    const source = room.feed(round);
    ids.push(source.id);
    // Written, and the answer lost: then it is there already.
    await addSource(client, source).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    });
    await delay(ground.random() * ROUND_MS);
    const server = (await postmasterOf(dataDir)) ?? 0;
    // What `pg_ctl stop -m immediate` sends.
    process.kill(server, 'SIGQUIT');
    const down = performance.now();
    const isBack = async () => {
      const now = await postmasterOf(dataDir);
      return (
        now !== undefined && now !== server && (await archive.driver`select 1`.then(() => true).catch(() => false))
      );
    };
    await until('the server is not back', 60, isBack);
    longest = Math.max(longest, performance.now() - down);
    if ((round + 1) % 5 === 0) ground.progress(`${round + 1} of ${rounds} restarted`);
  }
  await settled(archive.driver, ids, 240);
  const code = await worker.stop();
  await client.close();
  const { seen, failures } = sentencesOf(await compare(archive.driver, room.served));
  return {
    rounds,
    seen: `${seen}; back after ${(longest / 1000).toFixed(1)} s at most; process exits: ${code === 0 ? 0 : 1}`,
    failures: [...failures, ...(code === 0 ? [] : [`The worker ended with ${code}: ${worker.said()}`])],
  };
};

/** The own server stopped at once, without a checkpoint, under the work; whoever is attached starts it again. */
export const restart: Scenario = {
  name: 'restart',
  title: 'Postgres stopped with -m immediate, restarted by who is attached',
  rounds: 20,
  run: perform,
};
