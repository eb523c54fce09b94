import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openClient } from '../../db/client.ts';
import { addSource } from '../../db/queries/sources.ts';
import { copyDataDir, openArchive, settled } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { startNewsroom } from './newsroom.ts';
import { type Ground, type Outcome, type Scenario, until } from './scenario.ts';
import { mountSmallDisk, noSmallDisk } from './small-disk.ts';
import { spawnWorker } from './workers.ts';

const MB = 2 ** 20;
const DISK = 400 * MB;
/** How long the disk stays full, in ms. */
const FULL_MS = 2500;

const answers = async (url: string): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  return { status: response.status, text: await response.text() };
};

/** Reads on while the disk is full; how many reads were answered, and what failed. */
const readOn = async (site: string): Promise<{ readonly reads: number; readonly failures: readonly string[] }> => {
  const listed = JSON.parse((await answers(`${site}/v1/incidents`)).text) as { items: { id: string }[] };
  const timeline = `/v1/incidents/${listed.items[0]?.id}/timeline`;
  const failures: string[] = [];
  let reads = 0;
  for (const end = performance.now() + FULL_MS; performance.now() < end; await delay(20)) {
    for (const path of ['/v1/incidents', timeline, '/']) {
      const { status } = await answers(`${site}${path}`);
      reads++;
      if (status !== 200) failures.push(`${path} was answered with ${status}`);
    }
  }
  return { reads, failures };
};

const perform = async (rounds: number, ground: Ground): Promise<Outcome> => {
  const skipped = noSmallDisk();
  if (skipped !== undefined) return { rounds: 0, seen: 'nothing', failures: [], skipped };
  const made = await ground.dataDir();
  await using disk = await mountSmallDisk(`${made}-disk`, DISK);
  const dataDir = join(disk.folder, 'data');
  await copyDataDir(made, dataDir);
  await using room = await startNewsroom();
  await using archive = await openArchive(dataDir);
  const client = openClient(archive.endpoint, 1);
  const worker = spawnWorker({ dataDir, origin: room.origin });
  await worker.loaded;
  const site = await worker.go([room.feed(0)]);
  const ids = ['series-0'];
  await settled(archive.driver, ids, 240);
  const failures: string[] = [];
  let [reads, longest, why] = [0, 0, ''];
  for (let round = 1; round <= rounds; round++) {
    const source = room.feed(round);
    ids.push(source.id);
    await addSource(client, source);
    // Every other time in the middle of the work.
    if (round % 2 === 0) await delay(ground.random() * 1000);
    await disk.fill(round % 2 === 0 ? 0 : 32 * MB);
    await until('/readyz says nothing', 60, async () => (await answers(`${site}/readyz`)).status === 503);
    why = (await answers(`${site}/readyz`)).text;
    if (!why.includes('full')) failures.push(`/readyz does not say why: ${why}`);
    await disk.fill(0);
    const read = await readOn(site);
    reads += read.reads;
    failures.push(...read.failures);
    await disk.clear();
    const cleared = performance.now();
    await until('/readyz says no', 60, async () => (await answers(`${site}/readyz`)).status === 200);
    await settled(archive.driver, ids, 240);
    longest = Math.max(longest, performance.now() - cleared);
    ground.progress(`${round} of ${rounds} filled`);
  }
  const code = await worker.stop();
  await client.close();
  const found = sentencesOf(await compare(archive.driver, room.served));
  if (code !== 0) failures.push(`The worker ended with ${code}: ${worker.said()}`);
  return {
    rounds,
    seen: `${reads} reads while it was full, ${failures.length} failed; all caught up ${(longest / 1000).toFixed(0)} s after there was room, at most; ${found.seen}`,
    failures: [...failures, ...found.failures],
  };
};

/** The disk of the own server filled to the last byte under server and worker. */
export const diskFull: Scenario = {
  name: 'disk-full',
  title: 'disk full, down to the last byte, and cleared again',
  rounds: 6,
  run: perform,
};
