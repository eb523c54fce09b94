// Sends 200 requests a second to a server that reads 200 feeds beside it, then stops it in the middle of a second load.
//   npm run load -- [--seconds 60] [--rate 200] [--feeds 200] [--no-write]
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type LoadReport, mixedRoutes, percentile, runLoad } from './load/generator.ts';
import { openStage } from './load/stage.ts';
import { writeSection } from './section.ts';

const PAGE = new URL('../docs/reliability.md', import.meta.url);
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '200' },
    feeds: { type: 'string', default: '200' },
    'no-write': { type: 'boolean', default: false },
  },
});
const [seconds, rate, feeds] = [Number(values.seconds), Number(values.rate), Number(values.feeds)];
/** Incidents that are there before the load begins. */
const WARM = 20;
/** What answers 99 of 100 in time, and in what. */
const GOAL_MS = 100;
const STOP_GOAL_MS = 10_000;

const ms = (value: number): string => value.toFixed(1);
const row = (name: string, sorted: readonly number[]): string =>
  `| ${name} | ${sorted.length} | ${[0.5, 0.9, 0.99, 1].map(share => ms(percentile(sorted, share))).join(' | ')} |`;
const errorsOf = ({ errors }: LoadReport): string =>
  errors.size === 0 ? '0' : [...errors].map(([what, count]) => `${count} × ${what}`).join(', ');

await using stage = await openStage({ feeds, first: 3, everySeconds: 60, pollMinutes: 1 });
const before = await stage.warm(WARM);
const routes = await mixedRoutes(stage.url);
// Once, so that what is measured is not the first compilation of each function.
await runLoad(stage.url, routes, { rate: 50, seconds: Math.min(5, seconds) });
await stage.state();
const report = await runLoad(stage.url, routes, { rate, seconds });
const after = await stage.state();

const half = new AbortController();
const stopping = runLoad(stage.url, routes, { rate, seconds: 30, signal: half.signal });
await delay(2_000);
const stopped = await stage.stop();
half.abort();
const during = await stopping;
/** The line was refused, or closed before anything of an answer came: a client may ask elsewhere. */
const CLEAN = /ECONNREFUSED|UND_ERR_SOCKET|ECONNRESET|UND_ERR_CLOSED|EPIPE/;
const torn = [...during.errors].filter(([what]) => !CLEAN.test(what)).reduce((sum, [, count]) => sum + count, 0);

const p99 = percentile(report.all, 0.99);
const failed = [...report.errors.values()].reduce((sum, count) => sum + count, 0);
const text = `## Load

\`npm run load -- --seconds ${seconds} --rate ${rate} --feeds ${feeds}\`, ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores for generator, feeds, server and
Postgres together. Requests are sent at a fixed rate from a second process and counted from the moment they were due.
Meanwhile the server polls ${feeds} feeds a minute, each of which has a new story a minute: ${before.articles} articles before, ${after.articles}
after, ${after.incidents} incidents; its event loop's delay p99 ${ms(after.delayP99Ms)} ms.

| Route | Answers | p50 ms | p90 ms | p99 ms | longest ms |
|---|---|---|---|---|---|
${[...report.byRoute].map(([name, sorted]) => row(name, sorted)).join('\n')}
${row('**all**', report.all)}

${(report.requests / report.seconds).toFixed(0)} requests a second for ${report.seconds.toFixed(0)} s; errors: ${errorsOf(report)}. Aim: p99 ≤ ${GOAL_MS} ms, no errors: ${p99 <= GOAL_MS && failed === 0 ? 'met' : '**missed**'}.

SIGTERM in the middle of the same load: gone after ${(stopped.ms / 1000).toFixed(1)} s with code ${stopped.code}; ${during.all.length} answers before, ${torn} of what was
answered then were anything but 200 whole; ${during.requests - during.all.length - torn} requests found the door closed. Aim: < ${STOP_GOAL_MS / 1000} s.`;
if (!values['no-write']) await writeSection(PAGE, 'load', text);
console.log(text);
const met = p99 <= GOAL_MS && failed === 0 && stopped.ms < STOP_GOAL_MS && stopped.code === 0 && torn === 0;
console.log(
  `load: p99 ${ms(p99)} ms, ${failed} errors, stop ${(stopped.ms / 1000).toFixed(1)} s: ${met ? 'met' : 'MISSED'}`,
);
process.exitCode = met ? 0 : 1;
