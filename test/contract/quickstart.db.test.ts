import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QUICK_START_SITE, QUICK_STARTS } from '../../src/web/quick-start.ts';
import { seed } from '../http/seed.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';

/** How a program in each language is run, with the program itself on its standard input. */
const RUNNERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  sh: ['sh', '-e'],
  python: ['python3', '-'],
  js: [process.execPath, '--input-type=module', '-'],
  r: ['Rscript', '-'],
};

/** What a program prints; undefined where its language is not on this machine. */
const run = async (fence: string, program: string): Promise<string | undefined> => {
  const [command = '', ...options] = RUNNERS[fence] ?? [];
  const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'pipe'] });
  const missing = once(child, 'error').then(() => undefined);
  const done = async () => {
    child.stdin.on('error', () => {});
    child.stdin.end(program);
    const [printed, complaints, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    if (code !== 0) throw new Error(`${command} ends with ${code}: ${complaints}`);
    return printed;
  };
  return Promise.race([missing, done()]);
};

describe('the first steps', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await testDesk({ RECEIPTS_RATE_LIMIT: '0' });
    await seed(desk.program.store);
  });
  afterAll(async () => {
    await desk?.close();
  });

  test.for(QUICK_STARTS)(
    'in $language print who says that passwords were not taken',
    async ({ fence, code }, { skip }) => {
      const printed = await run(fence, code.replaceAll(QUICK_START_SITE, desk.origin));
      if (printed === undefined) {
        process.stderr.write(
          `\n*** SKIPPED: the first steps in ${fence}; this machine does not have the language. ***\n`,
        );
        return skip();
      }
      expect(printed).toContain('Lanternby');
      expect(printed).toContain('no passwords were taken');
    },
  );
});
