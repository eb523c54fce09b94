import { readFileSync } from 'node:fs';
import { compose } from '#compose';
import { readConfig } from '#config';
import type { Messenger } from '#push';
import { startWork } from '../../src/work.ts';

/**
 * What `receipts worker` does on the database of the environment, until so many articles are read, or time is up. Prints
 * how many were, in how many seconds, and the peak of its memory in MB, as JSON.
 * `node bench/memory/worker.ts ORIGIN ARTICLES SECONDS`
 */
const [origin = '', articles = '', seconds = ''] = process.argv.slice(2);

const program = await compose(readConfig(process.env), { log: () => {}, allowOrigins: [origin], gapMs: 0 });
// Nobody has subscribed.
const messenger = { tell: async () => {} } as unknown as Messenger;
const began = performance.now();
const done = Promise.withResolvers<void>();
const late = setTimeout(done.resolve, Number(seconds) * 1000);
let [read, derived] = [0, 0];
const work = await startWork(program, messenger, () => {}, {
  observer: {
    warn: sentence => console.error(sentence),
    job: ({ kind }) => {
      if (kind === 'link') derived++;
    },
    report: ({ newArticles }) => {
      read += newArticles;
      if (read >= Number(articles)) done.resolve();
    },
  },
});
await done.promise;
clearTimeout(late);
const took = (performance.now() - began) / 1000;
await work.stop();
await program.close();
const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
process.stdout.write(JSON.stringify({ read, derived, seconds: took, peak }));
