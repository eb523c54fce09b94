import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { compose } from '#compose';
import { readConfig } from '#config';
import type { Messenger } from '#push';
import { startWork } from '../../src/work.ts';

/**
 * What `receipts worker` does, for some seconds, on the database of the environment. Prints the peak of its memory as JSON.
 * `node bench/memory/worker.ts ORIGIN SECONDS`
 */
const [origin = '', seconds = '60'] = process.argv.slice(2);

const program = await compose(readConfig(process.env), { log: () => {}, allowOrigins: [origin], gapMs: 0 });
// Nobody has subscribed.
const messenger = { tell: async () => {} } as unknown as Messenger;
const { pendingItems: before } = await program.store.status();
const work = await startWork(program, messenger, () => {});
await delay(Number(seconds) * 1000);
await work.stop();
const { pendingItems: after } = await program.store.status();
await program.close();
const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
process.stdout.write(JSON.stringify({ queued: before, read: before - after, peak }));
