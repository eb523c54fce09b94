import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startArchive } from '../test/support/archive-site.ts';
import { start } from '../test/support/command.ts';

/**
 * Takes a local site with a sitemap of 500 pages in, kills the program with SIGKILL again and again on the way, starts it
 * anew, and counts how often each page was asked for. `node scripts/backfill-kill.ts [pages] [kills]`
 */
const [pages = 500, kills = 3] = process.argv.slice(2).map(Number);
await using site = await startArchive(pages);
const folder = await mkdtemp(join(tmpdir(), 'receipts-backfill-'));
const environment = { RECEIPTS_DATA_DIR: folder, RECEIPTS_FETCH_ORIGINS: site.origin };
const command = ['backfill', 'sitemap', `${site.origin}/`, '--delay', '0.05', '--json'];

/** Pages whose answer may have been on its way at a kill: the fetcher asks one host for two at a time. */
const onTheirWay = new Set<string>();

const run = async (killAt: number | undefined): Promise<void> => {
  const running = start(command, environment, { direct: true });
  running.process.stdin?.end();
  let killed = false;
  while (running.process.exitCode === null && running.process.signalCode === null) {
    if (killAt !== undefined && site.asked.size >= killAt && !killed) killed = running.process.kill('SIGKILL');
    await delay(5);
  }
  const { code, stdout } = await running.finished;
  if (killed) for (const path of [...site.asked.keys()].slice(-2)) onTheirWay.add(path);
  console.log(
    killed ? `killed (SIGKILL) with ${site.asked.size} pages asked for` : `ended with code ${code}: ${stdout.trim()}`,
  );
};

for (let kill = 1; kill <= kills; kill++) await run(Math.floor((pages * kill) / (kills + 1)));
await run(undefined);

const again = [...site.asked].filter(([, times]) => times > 1).map(([path]) => path);
const strange = again.filter(path => !onTheirWay.has(path));
console.log(
  `${site.asked.size} of ${pages} pages asked for: ${site.asked.size - again.length} once, ` +
    `${again.length - strange.length} again since their answer was on its way at a kill, ${strange.length} again without reason.`,
);
await rm(folder, { recursive: true, force: true });
process.exitCode = site.asked.size === pages && strange.length === 0 ? 0 : 1;
