import type { ArticleSave, Store } from '#db';
import { linkOne } from '#pipeline';
import { openClient, parseDatabaseUrl } from '../../db/client.ts';
import { createStore } from '../../db/create-store.ts';
import { blockOf } from './archive.ts';
import { linkingWith } from './build.ts';
import { cpuOf } from './cpu.ts';

/** What articles cost that come into an archive: processor time of this process and of the server, and time, in ms. */
export interface ArrivalCosts {
  readonly articles: number;
  /** Mean processor time per article of saving it, and of deriving the retailers that it names. */
  readonly save: number;
  readonly link: number;
  /** Of `save` and `link`, the server's part. */
  readonly server: number;
  /** Median time per article, all in all. */
  readonly wall: number;
}

/** Articles of incidents that are derived: those whose retailers wait for it would cost what they had not cost before. */
const arriving = async (store: Store, blocks: number, count: number, salt: string): Promise<readonly ArticleSave[]> => {
  const per = Math.ceil((count * 3) / Math.min(blocks, 20));
  const found: ArticleSave[] = [];
  for (let nth = 0; nth < Math.min(blocks, 20) && found.length < count; nth++) {
    const block = Math.floor((nth * blocks) / Math.min(blocks, 20));
    for (const save of blockOf(block, per, salt).arriving) {
      const marks = await Promise.all(save.analysis.incidents.map(({ victim }) => store.relinkMark(victim)));
      if (marks.every(mark => mark === undefined)) found.push(save);
    }
  }
  return found.slice(0, count);
};

/** Brings articles one by one into an archive of so many blocks; each call of `next` brings one. */
export const openArrivals = async (url: string, blocks: number, count: number, salt: string) => {
  const client = openClient(parseDatabaseUrl(url), 1);
  const store = createStore(client);
  const stages = linkingWith(store);
  const saves = await arriving(store, blocks, count, salt);
  const used = await cpuOf(client);
  const [sum, walls] = [{ save: 0, link: 0, server: 0 }, [] as number[]];
  const next = async (index: number): Promise<void> => {
    const save = saves[index];
    if (save === undefined) return;
    const [before, started] = [used(), performance.now()];
    await store.saveArticle(save);
    const between = used();
    for (const victim of new Set(save.analysis.incidents.map(one => one.victim))) await linkOne(stages, victim);
    const after = used();
    walls.push(performance.now() - started);
    sum.save += between.node - before.node + between.server - before.server;
    sum.link += after.node - between.node + after.server - between.server;
    sum.server += after.server - before.server;
  };
  const costs = (): ArrivalCosts => ({
    articles: walls.length,
    save: sum.save / walls.length,
    link: sum.link / walls.length,
    server: sum.server / walls.length,
    wall: walls.toSorted((a, b) => a - b)[Math.floor(walls.length / 2)] ?? Number.NaN,
  });
  return { next, costs, close: () => client.close() };
};
