// The server under load: what `receipts serve` is, over the feeds that it is told of. Tells its parent how it is.
import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { compose } from '#compose';
import { readConfig } from '#config';
import { createLog, createMetrics, observerOf } from '#observe';
import { listen } from '../../src/cli/serve.ts';
import '../../src/garbage.ts';
import { startWork } from '../../src/work.ts';

/** How the server is. */
export interface ServerState {
  readonly rssMiB: number;
  /** In use on the heap of the main thread, and in buffers outside of it. */
  readonly heapMiB: number;
  readonly descriptors: number;
  /** Of the event loop, since the last report. */
  readonly delayP99Ms: number;
  readonly rejections: number;
  readonly articles: number;
  readonly incidents: number;
  readonly pending: number;
}

const [dataDir = '', pollMinutes = '5', origins = ''] = process.argv.slice(2);
const config = readConfig({
  PORT: '0',
  RECEIPTS_DATA_DIR: dataDir,
  RECEIPTS_RATE_LIMIT: '0',
  RECEIPTS_KEY_RATE_LIMIT: '0',
  RECEIPTS_FETCH_ORIGINS: origins,
  RECEIPTS_LOG_LEVEL: 'error',
});
let rejections = 0;
process.on('unhandledRejection', error => {
  rejections += 1;
  console.error('unhandled rejection', error);
});
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

const program = await compose(config, { log: () => {}, gapMs: 20 });
await program.store.syncBuiltinSources(
  origins.split(',').map((origin, index) => ({
    id: `paper-${index}`,
    publisher: `Paper ${index}`,
    country: 'GB',
    kind: 'news',
    feedUrl: `${origin}/feed`,
    language: 'en',
    why: 'It is simulated.',
    confirmed: true,
  })),
);
const metrics = createMetrics();
const observer = observerOf(createLog({ format: 'json', level: config.logLevel }), metrics);
const listening = await listen(config, program, { demo: false, observer, metrics });
const paced = { ...program, stages: { ...program.stages, pollMinutes: Number(pollMinutes) } };
const work = await startWork(paced, listening.messenger, () => {}, { observer });

const state = async (): Promise<ServerState> => {
  const { articles, incidents, pendingItems } = await program.store.status();
  const delayP99Ms = delay.percentile(99) / 1e6;
  delay.reset();
  const memory = process.memoryUsage();
  return {
    rssMiB: memory.rss / 1024 ** 2,
    heapMiB: (memory.heapUsed + memory.external) / 1024 ** 2,
    descriptors: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    delayP99Ms,
    rejections,
    articles,
    incidents,
    pending: pendingItems,
  };
};

process.on('message', async () => process.send?.({ state: await state() }));
const stop = async (): Promise<void> => {
  await Promise.all([listening.close(), work.stop()]);
  await program.close();
  process.exit(0);
};
process.once('SIGTERM', stop);
// Whoever measures is gone.
process.once('disconnect', stop);
process.send?.({ url: listening.url });
