import { openClient } from '../../db/client.ts';
import { addSource } from '../../db/queries/sources.ts';
import { type Archive, openArchive, settled, stageOf } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { startNewsroom } from './newsroom.ts';
import { type Crossing, type Door, openProxy, type Verdict } from './proxy.ts';
import { type Ground, type Outcome, type Scenario, until } from './scenario.ts';
import { spawnWorker } from './workers.ts';

/** A way to break a connection. */
interface Break {
  /** Whether a crossing is one of those at which it is broken. */
  concerns(crossing: Crossing): boolean;
  /** Breaks it in the round with this number. */
  at(crossing: Crossing, archive: Archive, round: number): Promise<Verdict>;
}

/** Counts the crossings that concern us, and breaks the one it is set to. */
const armed = (proxy: Door, archive: Archive, { concerns, at }: Break) => {
  let [seen, target, round] = [0, 0, 0];
  const statements = new Set<string>();
  proxy.judge = async crossing => {
    if (!concerns(crossing) || ++seen !== target) return 'pass';
    target = 0;
    statements.add(crossing.statement.replace(/\s+/g, ' ').slice(0, 120));
    return at(crossing, archive, round);
  };
  return {
    seen: () => seen,
    statements,
    isBroken: () => target === 0,
    arm: (next: number, crossing: number) => {
      [seen, target, round] = [0, crossing, next];
    },
  };
};

/** One worker process takes in feed after feed; in each round one connection breaks, at the next crossing in turn. */
const perform = async (rounds: number, ground: Ground, how: Break): Promise<Outcome> => {
  const dataDir = await ground.dataDir();
  await using room = await startNewsroom();
  await using archive = await openArchive(dataDir);
  await using proxy = await openProxy(archive.endpoint);
  const client = openClient(archive.endpoint, 1);
  const worker = spawnWorker({ url: proxy.url, origin: room.origin });
  await worker.loaded;
  await worker.go([]);
  const breaking = armed(proxy, archive, how);
  const ids: string[] = [];
  const takeIn = async (number: number) => {
    const source = room.feed(number);
    ids.push(source.id);
    await addSource(client, source);
    return source.id;
  };
  await settled(archive.driver, [await takeIn(0)], 240);
  const crossings = Math.max(1, breaking.seen());
  const step = Math.max(1, crossings / rounds);
  for (let round = 1; round <= rounds && worker.child.exitCode === null; round++) {
    breaking.arm(round, 1 + (Math.floor((round - 1) * step) % crossings));
    const id = await takeIn(round);
    await until('nothing was broken', 240, async () => breaking.isBroken());
    // What a broken connection held up is waited for at the end.
    await until('', 2, async () => (await stageOf(archive.driver, [id])) === 'when all was done').catch(() => {});
    if (round % 20 === 0) ground.progress(`${round} of ${rounds} broken`);
  }
  await settled(archive.driver, ids, 240);
  const code = await worker.stop();
  await client.close();
  const found = await compare(archive.driver, room.served);
  return {
    rounds,
    seen: `${sentencesOf(found).seen}; ${crossings} places of the way, ${breaking.statements.size} different statements; process exits: ${code === 0 ? 0 : 1}`,
    failures: [
      ...sentencesOf(found).failures,
      ...(code === 0 ? [] : [`The worker ended with ${code}: ${worker.said()}`]),
    ],
  };
};

const terminated: Break = {
  concerns: ({ statement }) => statement !== '',
  at: async ({ backend }, { driver }, round) => {
    const gone = driver`select pg_terminate_backend(${backend}, 5000)`;
    // Every third time while the statement runs, or while its answer is on its way.
    if (round % 3 !== 0) await gone;
    else gone.catch(() => {});
    return 'pass';
  },
};

const WRITES = /\b(?:insert|update|delete)\b/i;

const cutAfterCommit: Break = {
  concerns: ({ boundary, statement, inTransaction }) => boundary === 'done' && !inTransaction && WRITES.test(statement),
  at: async () => 'cut',
};

/** Backends terminated before, after and in the middle of every statement. */
export const terminate: Scenario = {
  name: 'terminate',
  title: 'backend terminated at each statement boundary',
  rounds: 200,
  run: (rounds, ground) => perform(rounds, ground, terminated),
};

/** Connections cut when the server has committed and nobody was told. */
export const cutCommit: Scenario = {
  name: 'cut-commit',
  title: 'TCP cut after COMMIT, before its answer',
  rounds: 50,
  run: (rounds, ground) => perform(rounds, ground, cutAfterCommit),
};
