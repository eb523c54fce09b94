import { setTimeout as delay } from 'node:timers/promises';
import type { Source } from '#domain/article.ts';
import { childrenOf, killNow, openArchive, postmasterOf, settled, stageOf } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import type { Ground, Outcome, Scenario } from './scenario.ts';
import { spawnWorker } from './workers.ts';

/** Longest time for what killed workers left to be done, in seconds. */
const SETTLING = 240;

/** Kills the server of a data directory, every other time with all its processes. */
const killServer = async (dataDir: string, all: boolean): Promise<void> => {
  const postmaster = await postmasterOf(dataDir);
  if (postmaster === undefined) return;
  const children = all ? await childrenOf(postmaster) : [];
  for (const pid of [postmaster, ...children]) killNow(pid);
};

/** Lets one worker do the rest and compares what is held with what was served. */
const judge = async (dataDir: string, room: Newsroom, sources: readonly Source[]) => {
  await using archive = await openArchive(dataDir);
  const worker = spawnWorker({ dataDir, origin: room.origin });
  await worker.loaded;
  await worker.go(sources);
  await settled(
    archive.driver,
    sources.map(({ id }) => id),
    SETTLING,
  );
  const code = await worker.stop();
  const { seen, failures } = sentencesOf(await compare(archive.driver, room.served));
  const exit = code === 0 ? [] : [`The last worker ended with ${code}: ${worker.said()}`];
  return { seen, failures: [...failures, ...exit] };
};

/** How long a worker that is not killed takes to start, and then from its first look to the timelines, in ms. */
interface Pace {
  readonly startMs: number;
  readonly workMs: number;
}

/** The part of the kills that fall into the start. */
const STARTING = 0.2;

const paceOf = async (dataDir: string, room: Newsroom, source: Source): Promise<Pace> => {
  await using archive = await openArchive(dataDir);
  const worker = spawnWorker({ dataDir, origin: room.origin });
  await worker.loaded;
  const began = performance.now();
  await worker.go([source]);
  const started = performance.now();
  await settled(archive.driver, [source.id], SETTLING);
  const ended = performance.now();
  await worker.stop();
  return { startMs: started - began, workMs: ended - started };
};

/** Waits until the moment at which a worker is killed: anywhere in its start, or in its work and a little after. */
const killMoment = async (pace: Pace, working: Promise<unknown>, random: number): Promise<void> => {
  if (random < STARTING) return delay((random / STARTING) * pace.startMs);
  await working;
  await delay(((random - STARTING) / (1 - STARTING)) * pace.workMs * 1.1);
};

const perform = async (rounds: number, ground: Ground, withServer: boolean): Promise<Outcome> => {
  const dataDir = await ground.dataDir();
  await using room = await startNewsroom();
  const sources: Source[] = [room.feed(0)];
  const pace = await paceOf(dataDir, room, room.feed(0));
  const stages = new Map<string, number>();
  const archive = withServer ? undefined : await openArchive(dataDir);
  const place = { dataDir, origin: room.origin };
  let next = spawnWorker(place);
  const failures: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const source = room.feed(round);
    sources.push(source);
    const worker = next;
    await worker.loaded;
    next = spawnWorker(place);
    const working = worker.go([source]).catch((error: Error) => {
      if (worker.child.signalCode !== 'SIGKILL') failures.push(error.message);
    });
    await killMoment(pace, working, ground.random());
    if (withServer) await killServer(dataDir, round % 2 === 0);
    await worker.kill();
    await working;
    if (archive) {
      const stage = await stageOf(archive.driver, [source.id]);
      stages.set(stage, (stages.get(stage) ?? 0) + 1);
    }
    if (round % 20 === 0) ground.progress(`${round} of ${rounds} killed`);
  }
  await next.kill();
  await archive?.[Symbol.asyncDispose]();
  const found = await judge(dataDir, room, sources);
  const moments = [...stages].map(([stage, count]) => `${count} ${stage}`).join(', ');
  const polls = [...room.polls.values()].reduce((sum, count) => sum + count, 0);
  return {
    rounds,
    seen: `${found.seen}; ${polls} polls of ${sources.length} feeds${moments === '' ? '' : `; killed ${moments}`}`,
    failures: [...failures, ...found.failures],
  };
};

/** Workers killed at any moment of their work. */
export const killWorker: Scenario = {
  name: 'kill-worker',
  title: 'kill -9 of the worker mid-batch',
  rounds: 200,
  run: (rounds, ground) => perform(rounds, ground, false),
};

/** Workers and the own server killed at once. */
export const killBoth: Scenario = {
  name: 'kill-both',
  title: 'kill -9 of worker and embedded server together',
  rounds: 100,
  run: (rounds, ground) => perform(rounds, ground, true),
};
