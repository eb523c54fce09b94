import { styleText } from 'node:util';
import { compose } from '#compose';
import { type Config, readConfig } from '#config';
import type { SourceStatus } from '#db';
import { AppError, messageOf } from '#errors';
import { type Check, fail, ok, warn } from './doctor/check.ts';
import { checkDatabase } from './doctor/database.ts';
import { checkFeeds } from './doctor/feeds.ts';
import { checkDisk, checkFolder, checkNode, checkZones } from './doctor/machine.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

interface DoctorOptions {
  readonly json?: boolean;
  /** `false`: no feed is asked. */
  readonly feeds?: boolean;
}

const MARKS = {
  ok: ['green', 'ok  '],
  warn: ['yellow', 'WARN'],
  fail: ['red', 'FAIL'],
  skip: ['dim', '-   '],
} as const;

const show = ({ name, state, found, fix }: Check): void => {
  const [colour, mark] = MARKS[state];
  print(`${styleText(colour, mark, { stream: process.stdout })}  ${name}: ${found}`);
  if (fix !== undefined) print(`      fix: ${fix}`);
};

const settings = (): { readonly config?: Config; readonly check: Check } => {
  try {
    return { config: readConfig(), check: ok('settings', 'all can be read') };
  } catch (error) {
    const fix = error instanceof AppError ? error.hint : undefined;
    return { check: fail('settings', messageOf(error), fix ?? '`receipts config` lists them.') };
  }
};

const HOUR_MS = 3_600_000;

/** Whether anybody polls: the newest success of any feed. */
const checkWork = (sources: readonly SourceStatus[], now: number): Check => {
  const newest =
    sources
      .map(({ lastSuccessAt }) => lastSuccessAt ?? '')
      .toSorted()
      .at(-1) ?? '';
  if (newest === '') return warn('polling', 'no feed was ever polled', 'Start `receipts serve` or `receipts worker`.');
  const hours = (now - Date.parse(newest)) / HOUR_MS;
  const found = `last success ${newest.slice(0, 16).replace('T', ' ')} UTC`;
  return hours > 3
    ? warn('polling', found, 'Start `receipts serve` or `receipts worker`: nobody polls.')
    : ok('polling', found);
};

/** The feeds that are in use; undefined where the database cannot tell, or has no schema that could. */
const sourcesIn = async (config: Config, checks: readonly Check[]): Promise<readonly SourceStatus[] | undefined> => {
  if (!checks.some(({ name, state }) => name === 'schema' && state === 'ok')) return undefined;
  const program = await compose(config, { log: () => {} });
  try {
    return await program.store.listSources();
  } finally {
    await program.close();
  }
};

/**
 * `receipts doctor`: looks at everything that Receipts needs, and says of what is wrong how to mend it. Changes nothing
 * but that the own server is started where it does not run.
 *
 * @returns exit code 1 where something is broken
 */
export const doctor = async (options: DoctorOptions): Promise<number> => {
  using stopping = createStopping();
  const checks: Check[] = [];
  const note = (...found: readonly Check[]): void => {
    checks.push(...found);
    if (!options.json) for (const check of found) show(check);
  };
  note(checkNode(process.versions.node), checkZones());
  const { config, check } = settings();
  note(check);
  if (config !== undefined) {
    note(await checkFolder(config), await checkDisk(config));
    note(...(await checkDatabase(config)));
    const sources = await sourcesIn(config, checks);
    if (sources !== undefined) note(checkWork(sources, Date.now()));
    if (options.feeds !== false && !stopping.signal.aborted)
      note(...(await checkFeeds(config, sources?.length ? sources : undefined, stopping.signal)));
  }
  const count = (state: Check['state']): number => checks.filter(one => one.state === state).length;
  if (options.json) print(JSON.stringify({ checks }, null, 2));
  else say(`${checks.length} checks: ${count('fail')} broken, ${count('warn')} to look at.`);
  if (stopping.signal.aborted) return EXIT.stopped;
  return count('fail') > 0 ? EXIT.failed : EXIT.done;
};
