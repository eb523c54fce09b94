import { compose, type Program } from '#compose';
import { readConfig } from '#config';
import { ingestItem, linkOne, pollSource } from '#pipeline';
import { openArchive } from './archive.ts';
import { compare, sentencesOf } from './compare.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import type { Ground, Outcome, Scenario } from './scenario.ts';

const openProgram = (dataDir: string, room: Newsroom): Promise<Program> =>
  compose(readConfig({ RECEIPTS_DATA_DIR: dataDir, RECEIPTS_FETCH_ORIGINS: room.origin, RECEIPTS_WORKERS: '1' }), {
    log: () => {},
    gapMs: 0,
  });

/** Does a job in both programs at once, and then once more. */
const thrice = async (programs: readonly Program[], job: (program: Program) => Promise<unknown>): Promise<void> => {
  await Promise.all(programs.map(job));
  const [again] = programs;
  if (again) await job(again);
};

const perform = async (rounds: number, ground: Ground): Promise<Outcome> => {
  const dataDir = await ground.dataDir();
  await using room = await startNewsroom();
  await using archive = await openArchive(dataDir);
  const programs = await Promise.all([openProgram(dataDir, room), openProgram(dataDir, room)]);
  for (let round = 0; round < rounds; round++) {
    const source = room.feed(round);
    await programs[0]?.store.addSource(source);
    await thrice(programs, ({ stages }) => pollSource(stages, source.id));
    const items = await archive.driver<{ id: string }[]>`select id from receipts.items where source_id = ${source.id}`;
    for (const { id } of items) await thrice(programs, ({ stages }) => ingestItem(stages, id));
    const marks = await archive.driver<{ victim: string }[]>`select victim from receipts.relink_marks`;
    for (const { victim } of marks) await thrice(programs, ({ stages }) => linkOne(stages, victim));
    if ((round + 1) % 10 === 0) ground.progress(`${round + 1} of ${rounds} done`);
  }
  for (const program of programs) await program.close();
  const { seen, failures } = sentencesOf(await compare(archive.driver, room.served, programs.length));
  return { rounds, seen, failures };
};

/** Every job done by two programs at once, and then again. */
export const twice: Scenario = {
  name: 'twice',
  title: 'every job done by two processes at once and then again',
  rounds: 20,
  run: perform,
};
