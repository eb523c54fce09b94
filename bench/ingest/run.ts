import { writeFileSync } from 'node:fs';
import { compose } from '#compose';
import { readConfig } from '#config';
import type { Analysis } from '#domain/claim.ts';
import { messageOf } from '#errors';
import { toCodebook } from '#export/codebook.ts';
import { importRow, inLanes, type Stages } from '#pipeline';
import { openDriver } from '../../db/client.ts';
import { attachEmbedded } from '../../db/embedded.ts';
import { type Incoming, labelledArticles, pagesOf } from './corpus.ts';
import { cpuSecondsIn } from './cpu.ts';
import { ingestNaively, prepareNaive } from './naive.ts';

/**
 * One pipeline, one round: takes the corpus in with a Postgres that this process starts, and so runs on the cores of this
 * process. Prints JSON; writes what was read in the labelled articles to a file for the scorer.
 * `node bench/ingest/run.ts naive|receipts DATA_DIR PAGES PREDICTIONS`
 */
const [which = '', dataDir = '', pages = '', predictions = ''] = process.argv.slice(2);
/** As many as `receipts import` takes side by side. */
const WIDTH = 16;
/** Passes before the clock starts: after the third, what a page takes falls by less than a tenth. */
const WARM_UP = 3;

type Take = (incoming: Incoming) => Promise<unknown>;
interface Pipeline {
  readonly take: Take;
  readonly width: number;
  close(): Promise<void>;
}

const read = new Map<string, Analysis>();
const remember = ({ url }: Pick<Incoming, 'url'>, analysis: Analysis): void => void read.set(url, analysis);

const naive = async (): Promise<Pipeline> => {
  const server = await attachEmbedded({ dataDir });
  const driver = openDriver(server.endpoint, 'naive', 1);
  await prepareNaive(driver);
  return {
    take: incoming => ingestNaively(driver, incoming, remember),
    width: 1,
    close: async () => {
      await driver.end({ timeout: 5 });
      await server.release();
    },
  };
};

const receipts = async (): Promise<Pipeline> => {
  const config = readConfig({ RECEIPTS_DATA_DIR: dataDir });
  const program = await compose(config, { log: () => {} });
  const { store, analyse } = program.stages;
  const take: Take = async incoming => {
    const stages: Stages = {
      ...program.stages,
      store,
      analyse: async article => {
        const analysis = await analyse(article);
        remember(incoming, analysis);
        return analysis;
      },
    };
    const { newArticles } = await importRow(stages, incoming);
    if (newArticles === 0) throw new Error('It was held already, so that nothing was measured.');
  };
  return { take, width: WIDTH, close: program.close };
};

const pipeline = await (which === 'naive' ? naive() : receipts());
const failed: string[] = [];
const takeAll = (articles: readonly Incoming[]): Promise<void> =>
  inLanes(articles, pipeline.width, async incoming => {
    await pipeline.take(incoming).catch(error => failed.push(`${incoming.url}: ${messageOf(error)}`));
  });

const [fromPages, labelled] = [pagesOf(Number(pages)), labelledArticles()];
/** The same under another address: another article, which is read and written like a new one. */
const readdressed = (incoming: Incoming, pass: number): Incoming => ({
  ...incoming,
  id: `${pass}-${incoming.url}`,
  url: `${incoming.url}${incoming.url.includes('?') ? '&' : '?'}pass=${pass}`,
});
// The engine compiles and the threads load before the clock starts, as in a service that runs for days.
for (let pass = 1; pass <= WARM_UP; pass++)
  await takeAll([...fromPages, ...labelled].map(incoming => readdressed(incoming, pass)));
read.clear();
failed.length = 0;

const measured = async (articles: readonly Incoming[]) => {
  const [cpu, database, began] = [process.cpuUsage(), cpuSecondsIn(dataDir), performance.now()];
  await takeAll(articles);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    articles: articles.length,
    seconds,
    programSeconds: (user + system) / 1e6,
    databaseSeconds: cpuSecondsIn(dataDir) - database,
  };
};
const [web, texts] = [await measured(fromPages), await measured(labelled)];
writeFileSync(
  predictions,
  labelled.map(({ id, url }) => `${JSON.stringify(toCodebook(id, read.get(url) as Analysis))}\n`).join(''),
);
await pipeline.close();
const claims = read.values().reduce((sum, analysis) => sum + analysis.claims.length, 0);
process.stdout.write(JSON.stringify({ pages: web, texts, claims, failed }));
