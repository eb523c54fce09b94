/**
 * Works and serves as `receipts serve` does, but for the builtin feeds. Says `loaded`, waits for a line with the sources to
 * work on, says `working`, and works until it is killed, or told to stop by the end of its input.
 */
import { createInterface } from 'node:readline';
import type { Source } from '#domain/article.ts';
import { AppError } from '#errors';

const shift = Number(process.env['CLOCK_SHIFT_MS'] ?? 0);
if (shift !== 0) {
  const Real = Date;
  // Everything in this process believes in another day.
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]));
    }
    static override now = () => Real.now() + shift;
  } as DateConstructor;
}

const [{ compose }, { readConfig }, { listen }, { startWork }] = await Promise.all([
  import('#compose'),
  import('#config'),
  import('../../src/cli/serve.ts'),
  import('../../src/work.ts'),
]);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const config = readConfig();
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.log('loaded');
const line = await input.next();
if (line.done) process.exit(0);

const program = await compose(config, { log: say, gapMs: 0 });
for (const source of JSON.parse(line.value) as Source[]) {
  await program.store.addSource(source).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
  });
}
const listening = await listen(config, program, { demo: false });
const work = await startWork(program, listening.messenger, say, { queue: { relayMs: 100 } });
console.log(`working ${listening.url}`);
while (!(await input.next()).done);
await work.stop();
await listening.close();
await program.close();
