import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writeSection } from '../bench/section.ts';
import { startArchive } from '../test/support/archive-site.ts';
import { start } from '../test/support/command.ts';

/**
 * Takes a local site with a sitemap of 500 pages in, kills the program with SIGKILL again and again on the way, starts it
 * anew, and counts what the site saw: how often each page was asked for, and how often it was answered to its last byte. Writes its
 * figures into docs/cli.md. `node scripts/backfill-kill.ts [pages] [kills]`
 */
const [pages = 500, kills = 3] = process.argv.slice(2).map(Number);
/** A page takes a while to answer, as on the web, so that kills do hit answers on their way. */
const ANSWER_MS = 40;
await using site = await startArchive(pages, { answerMs: ANSWER_MS });
const folder = await mkdtemp(join(tmpdir(), 'receipts-backfill-'));
const environment = { RECEIPTS_DATA_DIR: folder, RECEIPTS_FETCH_ORIGINS: site.origin };
const command = ['backfill', 'sitemap', `${site.origin}/`, '--delay', '0.05', '--json'];

const told: string[] = [];
const tell = (line: string): void => {
  told.push(line);
  console.log(line);
};

/** Answers that were still being sent when the program was killed: nobody was there to take them. */
const lost: string[] = [];
const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

/** Kills it some ms after the site was asked for so many pages; never where no number is given. */
const run = async (killAt: number | undefined): Promise<void> => {
  const running = start(command, environment, { direct: true });
  running.process.stdin?.end();
  let killed = false;
  let before: ReadonlyMap<string, number> = new Map();
  while (running.process.exitCode === null && running.process.signalCode === null) {
    if (killAt !== undefined && site.asked.size >= killAt && !killed) {
      await delay(Math.random() * 2 * ANSWER_MS);
      before = new Map(site.received);
      killed = running.process.kill('SIGKILL');
    }
    await delay(1);
  }
  const { code, stdout, stderr } = await running.finished;
  await delay(2 * ANSWER_MS);
  if (killed) for (const [path, times] of site.received) if (times > (before.get(path) ?? 0)) lost.push(path);
  for (const [line] of stderr.matchAll(/^\d+ pages (?:had not|are done).*$/gm)) tell(`  ${line}`);
  tell(
    killed
      ? `killed (SIGKILL): ${sum(site.asked)} requests, ${sum(site.received) - lost.length} pages answered`
      : `ended with code ${code}: ${stdout.trim()}`,
  );
};

for (let kill = 1; kill <= kills; kill++) await run(Math.floor((pages * kill) / (kills + 1)));
await run(undefined);

const timesReceived = [...site.received].map(([path, times]) => times - lost.filter(one => one === path).length);
const once = timesReceived.filter(times => times === 1).length;
const never = pages - timesReceived.filter(times => times > 0).length;
const cut = sum(site.asked) - sum(site.received) + lost.length;
tell(
  `${pages} pages: ${once} answered to the end once, ${pages - once - never} more often, ${never} never; ` +
    `${cut} requests were cut off by a kill and made again.`,
);
const day = new Date().toISOString().slice(0, 10);
await writeSection(
  new URL('../docs/cli.md', import.meta.url),
  'backfill-kill',
  `Measured on ${day} with \`node scripts/backfill-kill.ts\`:\n\n\`\`\`\n${told.join('\n')}\n\`\`\``,
);
await rm(folder, { recursive: true, force: true });
process.exitCode = once === pages ? 0 : 1;
