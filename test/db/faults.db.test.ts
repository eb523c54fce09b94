import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compose } from '#compose';
import { readConfig } from '#config';
import { runOnce } from '#pipeline';
import { killNow, makeDataDir, openArchive, postmasterOf, settled } from '../../bench/faults/archive.ts';
import { compare } from '../../bench/faults/compare.ts';
import { type Newsroom, startNewsroom } from '../../bench/faults/newsroom.ts';
import { type Door, openProxy } from '../../bench/faults/proxy.ts';
import { until } from '../../bench/faults/scenario.ts';
import { spawnWorker, type WorkerPlace } from '../../bench/faults/workers.ts';

/** How the archive must come out of every fault. */
const WHOLE = { lost: [], doubled: [], half: [] };

let home: string;
let room: Newsroom;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'receipts-faults-'));
  await chmod(home, 0o755);
  await makeDataDir(home);
  room = await startNewsroom();
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

const worker = async (place: Partial<WorkerPlace> = {}) => {
  const started = spawnWorker({ dataDir: home, origin: room.origin, ...place });
  onTestFinished(() => started.kill());
  await started.loaded;
  return started;
};

describe('a worker that is killed with -9 among its articles', { timeout: 240_000 }, () => {
  test.each([
    ['alone', 0, false],
    ['with the own server', 1, true],
  ])('%s loses, doubles and halves nothing', async (_, feed, withServer) => {
    const source = room.feed(feed);
    const dying = await worker();
    room.hold();
    const before = room.asked();
    await dying.go([source]);
    await until('no article was asked for', 200, async () => room.asked() > before);
    if (withServer) killNow((await postmasterOf(home)) ?? 0);
    await dying.kill();
    room.release();

    await using archive = await openArchive(home);
    // As if it had been dead for so long that others may take over.
    await archive.driver`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`;
    const heir = await worker();
    await heir.go([source]);
    await settled(archive.driver, [source.id], 200);
    expect(await heir.stop()).toBe(0);
    expect(await compare(archive.driver, room.served)).toMatchObject(WHOLE);
    expect(room.polls.get(feed)).toBe(1);
  });
});

describe('a connection that breaks', { timeout: 240_000 }, () => {
  const program = async (door: Door) => {
    const settings = { DATABASE_URL: door.url, RECEIPTS_FETCH_ORIGINS: room.origin, RECEIPTS_WORKERS: '1' };
    const opened = await compose(readConfig(settings), { log: () => {}, gapMs: 0 });
    onTestFinished(() => opened.close());
    return opened;
  };
  const WRITES = /\b(?:insert|update|delete)\b/i;

  test.each([
    ['because its backend is terminated, at each boundary of a statement', 20, /./s, 'terminate'],
    ['after COMMIT, before its answer', 40, WRITES, 'cut'],
  ] as const)('%s leaves nothing half and nothing twice', async (_, first, concerned, how) => {
    await using archive = await openArchive(home);
    await using door = await openProxy(archive.endpoint);
    const { store, stages } = await program(door);
    let [crossings, target] = [0, 0];
    door.judge = async ({ boundary, statement, backend }) => {
      if (!concerned.test(statement) || (how === 'cut' && boundary !== 'done')) return 'pass';
      if (++crossings !== target) return 'pass';
      if (how === 'cut') return 'cut';
      await archive.driver`select pg_terminate_backend(${backend}, 5000)`;
      return 'pass';
    };
    const takeIn = async (number: number) => {
      const source = room.feed(number);
      await store.addSource(source);
      crossings = 0;
      await runOnce(stages, [source.id]);
    };
    await takeIn(first);
    const all = crossings;
    const broken = 8;
    for (let round = 1; round <= broken; round++) {
      // Two fewer than there were: what is linked together differs.
      target = Math.max(1, Math.ceil(((all - 2) * round) / broken));
      await takeIn(first + round);
      expect(crossings).toBeGreaterThanOrEqual(target);
      target = 0;
    }
    await settled(archive.driver, [`series-${first}`], 60);
    expect(await compare(archive.driver, room.served)).toMatchObject(WHOLE);
  });
});
