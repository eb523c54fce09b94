// Lets a server read 200 local feeds and answer a little, and watches its memory and descriptors.
//   npm run soak -- [--minutes 20] [--feeds 200] [--no-write]
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { mixedRoutes, percentile, runLoad } from './load/generator.ts';
import type { ServerState } from './load/server.ts';
import { openStage } from './load/stage.ts';
import { writeSection } from './section.ts';

const PAGE = new URL('../docs/reliability.md', import.meta.url);
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    feeds: { type: 'string', default: '200' },
    'no-write': { type: 'boolean', default: false },
  },
});
const [minutes, feeds] = [Number(values.minutes), Number(values.feeds)];
const EVERY_MS = 5_000;
/** Requests a second. */
const RATE = 10;
const GOAL = 0.05;
const WARM = 5;

interface Sample extends ServerState {
  /** 0 at the beginning, 1 at the end. */
  readonly at: number;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

await using stage = await openStage({ feeds, first: 3, everySeconds: 60, pollMinutes: 1 });
await stage.warm(WARM);
const routes = await mixedRoutes(stage.url);
const load = runLoad(stage.url, routes, { rate: RATE, seconds: minutes * 60 });
const begun = performance.now();
const samples: Sample[] = [];
for (let at = 0; at < 1; ) {
  await delay(EVERY_MS);
  at = (performance.now() - begun) / (minutes * 60_000);
  const state = await stage.state();
  samples.push({ at: Math.min(at, 1), ...state });
  process.stderr.write(
    `${(at * minutes).toFixed(1)} min  ${state.rssMiB.toFixed(0)} MiB (main heap ${state.heapMiB.toFixed(0)})  ${state.descriptors} descriptors  ${state.articles} articles  ${state.pending} pending\n`,
  );
}
const { errors, requests, all } = await load;

/** Minutes 5 to 10 of 20, and the last 5; of a shorter run the same parts. */
const early = samples.filter(({ at }) => at >= 0.25 && at < 0.5);
const late = samples.filter(({ at }) => at >= 0.75);
const rss = (part: readonly Sample[]): number => mean(part.map(({ rssMiB }) => rssMiB));
const open = (part: readonly Sample[]): number => Math.max(...part.map(({ descriptors }) => descriptors));
const growth = rss(late) / rss(early) - 1;
const rejections = samples.at(-1)?.rejections ?? 0;
const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
const isFlat = open(late) <= open(early) * 1.1 + 4;
const met = growth <= GOAL && isFlat && rejections === 0 && failed === 0;
const articles = (part: readonly Sample[]): number => part.at(-1)?.articles ?? 0;
const text = `## Soak

\`npm run soak -- --minutes ${minutes} --feeds ${feeds}\`, ${new Date().toISOString().slice(0, 10)}. ${feeds} feeds polled every minute, one new story each a minute, and ${RATE}
requests a second beside it: ${requests} requests, ${failed} errors, p99 ${percentile(all, 0.99).toFixed(0)} ms; ${articles(samples)} articles at the end.

| Part | Resident memory, mean MiB | Descriptors, most | Articles at its end |
|---|---|---|---|
| second quarter (minutes ${(minutes / 4).toFixed(0)} to ${(minutes / 2).toFixed(0)}) | ${rss(early).toFixed(0)} | ${open(early)} | ${articles(early)} |
| last quarter | ${rss(late).toFixed(0)} | ${open(late)} | ${articles(late)} |

Memory ${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(1)} %, unhandled rejections ${rejections}. Aim: at most ${GOAL * 100} % more, descriptors flat, none unhandled: ${met ? 'met' : '**missed**'}.`;
if (!values['no-write']) await writeSection(PAGE, 'soak', text);
console.log(text);
console.log(
  `soak: memory ${(growth * 100).toFixed(1)} %, ${rejections} unhandled rejections: ${met ? 'met' : 'MISSED'}`,
);
process.exitCode = met ? 0 : 1;
