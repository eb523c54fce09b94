import { linkOne } from '#pipeline';
import { BLOCK, blockOf } from './archive.ts';
import { loadLedger } from './load.ts';
import { traitsOf } from './names.ts';
import type { openServer } from './server.ts';

type Server = Awaited<ReturnType<typeof openServer>>;

/** What the pipeline's linking needs beside the store. */
export const linkingWith = (store: Awaited<ReturnType<Server['open']>>['store']) => ({
  store,
  nameOf: (slug: string) => slug,
  traitsOf,
  now: () => new Date(),
});

/** Derives whatever is marked with the real code, on a few connections. Returns victims and seconds. */
export const deriveMarked = async (
  store: ReturnType<typeof linkingWith>['store'],
  tell: (line: string) => void = () => {},
  most = Number.POSITIVE_INFINITY,
) => {
  const stages = linkingWith(store);
  const started = performance.now();
  let done = 0;
  for (;;) {
    const marks = await store.relinkMarks(Math.min(1000, most - done));
    if (marks.length === 0) break;
    const queue = marks.values();
    const lane = async (): Promise<void> => {
      for (const { victim } of queue) {
        await linkOne(stages, victim);
        done++;
      }
    };
    await Promise.all([lane(), lane(), lane()]);
    tell(`${done} retailers derived in ${Math.round((performance.now() - started) / 1000)} s`);
  }
  return { victims: done, seconds: (performance.now() - started) / 1000 };
};

/** Builds an archive of so many articles where it does not stand: the ledger in bulk, what follows from it by the real code. */
export const buildArchive = async (
  server: Server,
  name: string,
  articles: number,
  tell: (line: string) => void,
  most?: number,
) => {
  await server.create(name);
  const database = await server.open(name);
  const driver = server.driver(name);
  try {
    const [held] = await driver<{ count: string }[]>`select count(*) from receipts.articles`;
    for (let block = Math.floor(Number(held?.count ?? 0) / BLOCK); block * BLOCK < articles; block++) {
      await loadLedger(driver, blockOf(block).held);
      if (block % 10 === 9) tell(`${(block + 1) * BLOCK} articles are in the ledger of ${name}`);
    }
    await driver.unsafe('vacuum analyze');
    const [derived] = await driver`select from receipts.incidents limit 1`;
    if (!derived) await database.store.markAll();
    const made = await deriveMarked(database.store, tell, most);
    await driver.unsafe('vacuum analyze');
    return made;
  } finally {
    await driver.end({ timeout: 1 });
    await database.close();
  }
};
