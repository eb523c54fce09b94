import { linkOne } from '#pipeline';
import { openClient, parseDatabaseUrl } from '../../db/client.ts';
import { createStore } from '../../db/create-store.ts';
import { sql } from '../../db/drizzle.ts';
import { hotIncident } from './archive.ts';
import { linkingWith } from './build.ts';
import { cpuOf } from './cpu.ts';
import { loadLedger } from './load.ts';
import type { openServer } from './server.ts';

/** What an incident of very many articles costs. Times in ms, sizes in bytes. */
export interface HotCosts {
  readonly articles: number;
  readonly firstMs: number;
  /** One more article: time, and processor time of both sides. */
  readonly nextMs: number;
  readonly nextCpu: number;
  readonly timelineBytes: number;
  readonly packedBytes: number;
}

/** Derives an incident of so many articles, and then once more for one article that comes in. */
export const measureHot = async (
  server: Awaited<ReturnType<typeof openServer>>,
  articles: number,
  salt: string,
): Promise<HotCosts> => {
  const name = `hot_${articles}`;
  const isNew = await server.create(name);
  const database = await server.open(name);
  const driver = server.driver(name);
  const { victim, saves } = hotIncident(articles);
  if (isNew) await loadLedger(driver, saves);
  await driver.unsafe('vacuum analyze');
  await driver.end({ timeout: 1 });
  await database.close();
  const client = openClient(parseDatabaseUrl(server.urlOf(name)), 2);
  const store = createStore(client);
  const used = await cpuOf(client);
  const derive = async (): Promise<number> => {
    const started = performance.now();
    await linkOne(linkingWith(store), victim);
    return performance.now() - started;
  };
  if (isNew) await store.markAll();
  const firstMs = await derive();
  const [more] = hotIncident(1, Number.parseInt(salt, 36) % 1e9).saves;
  if (more) await store.saveArticle(more);
  const before = used();
  const nextMs = await derive();
  const after = used();
  const [size] = await client.rows<{ json: number; br: number }>(
    sql`select length(json) as json, octet_length(br) as br from receipts.timelines order by 1 desc limit 1`,
  );
  await client.close();
  const nextCpu = after.node - before.node + after.server - before.server;
  return { articles, firstMs, nextMs, nextCpu, timelineBytes: size?.json ?? 0, packedBytes: size?.br ?? 0 };
};
