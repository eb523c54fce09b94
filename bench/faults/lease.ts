import { openArchive, settled } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { startNewsroom } from './newsroom.ts';
import { type Ground, type Outcome, type Scenario, until } from './scenario.ts';
import { spawnWorker } from './workers.ts';

/** Longest time until somebody else does what a dead worker had begun, in seconds. */
const LEASE = 60;
/** Articles that a worker fetches at once from one host. */
const AT_ONCE = 2;

const perform = async (rounds: number, ground: Ground): Promise<Outcome> => {
  const dataDir = await ground.dataDir();
  await using room = await startNewsroom();
  await using archive = await openArchive(dataDir);
  const place = { dataDir, origin: room.origin };
  const ids: string[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const source = room.feed(round);
    ids.push(source.id);
    room.hold();
    const before = room.asked();
    const dying = spawnWorker(place);
    await dying.loaded;
    await dying.go([source]);
    await until('no article was asked for', 240, async () => room.asked() >= before + AT_ONCE);
    const heir = spawnWorker(place);
    await heir.loaded;
    await heir.go([]);
    await dying.kill();
    room.release();
    const died = performance.now();
    await settled(archive.driver, ids, 4 * LEASE);
    times.push((performance.now() - died) / 1000);
    await heir.stop();
    ground.progress(`${round + 1} of ${rounds} taken over`);
  }
  const found = sentencesOf(await compare(archive.driver, room.served));
  const late = times.filter(time => time > LEASE);
  const [least, most] = [Math.min(...times), Math.max(...times)];
  return {
    rounds,
    seen: `all done ${least.toFixed(0)} to ${most.toFixed(0)} s after the death; ${found.seen}`,
    failures: [...found.failures, ...late.map(time => `It took ${time.toFixed(0)} s`)],
  };
};

/** A worker killed while it fetches, beside one that lives. */
export const lease: Scenario = {
  name: 'lease',
  title: "a dead worker's jobs taken over by another (within 60 s)",
  rounds: 4,
  run: perform,
};
