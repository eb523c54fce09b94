import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { builtinSources } from '#ingest';
import { openDriver, parseDatabaseUrl } from '../db/client.ts';
import { openDatabase } from '../db/open.ts';
import { table, tell } from './kit.ts';
import { load } from './reads/load.ts';
import { openBalancer } from './scale/balancer.ts';
import { openCluster } from './scale/cluster.ts';
import { type Running, startProgram } from './scale/programs.ts';
import { openSites } from './scale/site.ts';

/* Real processes on one machine: a primary with a streaming replica, workers, API processes; and each of them killed. */
const { values: options } = parseArgs({
  options: {
    workers: { type: 'string', default: '1,2,4' },
    hosts: { type: 'string', default: '40' },
    each: { type: 'string', default: '20' },
    requests: { type: 'string', default: '6000' },
  },
});
const widths = options.workers.split(',').map(Number);
const requests = Number(options.requests);
const say = (line: string): void => console.error(`${new Date().toISOString()} ${line}`);

const cluster = await openCluster();
const sites = await openSites(Number(options.hosts), Number(options.each));
const running: Running[] = [];

const prepare = async (name: string): Promise<string> => {
  const admin = openDriver(parseDatabaseUrl(cluster.primary.url('postgres')), 'receipts bench', 1);
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  const url = cluster.primary.url(name);
  const database = await openDatabase({ url, dataDir: '' });
  await database.store.syncBuiltinSources(builtinSources);
  for (const { id } of builtinSources) await database.store.removeSource(id);
  for (const source of sites.sources) await database.store.addSource(source);
  await database.close();
  return url;
};

interface State {
  readonly articles: number;
  readonly pending: number;
  readonly marks: number;
  readonly incidents: number;
  readonly digest: string;
}

/** Asks again until it is answered: servers are killed here. */
const stateOf = async (url: string): Promise<State> => {
  for (;;) {
    const driver = openDriver(parseDatabaseUrl(url), 'receipts bench', 1);
    try {
      const [state] = await driver<State[]>`
        select (select count(*)::integer from receipts.articles) as articles,
          (select count(*)::integer from receipts.items where state = 'pending') as pending,
          (select count(*)::integer from receipts.relink_marks) as marks,
          (select count(*)::integer from receipts.incidents) as incidents,
          (select coalesce(md5(string_agg(id || articles, ',' order by id)), '') from receipts.incidents) as digest`;
      if (state) return state;
    } catch {
      await delay(200);
    } finally {
      await driver.end({ timeout: 1 });
    }
  }
};

const environmentFor = (url: string): Record<string, string> => ({
  DATABASE_URL: url,
  RECEIPTS_FETCH_ORIGINS: sites.origins.join(','),
  RECEIPTS_RATE_LIMIT: '0',
  PORT: '0',
});

const settled = async (url: string, seconds: number): Promise<State> => {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const state = await stateOf(url);
    if (state.articles >= sites.articles && state.pending === 0 && state.marks === 0) return state;
    if (performance.now() > until) return state;
    await delay(250);
  }
};

/** Least ms between two requests to one host, over all hosts. */
const leastGap = (): number =>
  Math.min(
    ...[...sites.asked.values()].flatMap(times => times.slice(1).map((time, index) => time - (times[index] ?? 0))),
  );

const work = async (
  name: string,
  workers: number,
  disturb?: (url: string, crew: readonly Running[]) => Promise<void>,
) => {
  const url = await prepare(name);
  for (const times of sites.asked.values()) (times as number[]).length = 0;
  const started = performance.now();
  const crew = await Promise.all(Array.from({ length: workers }, () => startProgram('worker', environmentFor(url))));
  running.push(...crew);
  await disturb?.(url, crew);
  const state = await settled(url, 600);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(crew.map(worker => worker.stop()));
  say(
    `${name}: ${state.articles} of ${sites.articles} articles, ${state.incidents} incidents in ${seconds.toFixed(1)} s`,
  );
  return { name, workers, seconds, gap: leastGap(), ...state };
};

/** Waits until so many articles are there. */
const until = async (url: string, articles: number): Promise<void> => {
  while ((await stateOf(url)).articles < articles) await delay(100);
};

try {
  const runs: Awaited<ReturnType<typeof work>>[] = [];
  for (const workers of widths) runs.push(await work(`workers_${workers}`, workers));
  const killed = await work('killed', Math.max(2, ...widths), async (url, crew) => {
    await until(url, sites.articles / 4);
    crew[0]?.kill();
    say('a worker was killed');
    await until(url, sites.articles / 2);
    cluster.primary.kill();
    await delay(1000);
    cluster.primary.start();
    say('the primary was killed and is back');
  });

  const url = cluster.primary.url(runs.at(-1)?.name ?? 'killed');
  const environment = {
    ...environmentFor(url),
    DATABASE_REPLICA_URL: cluster.replica.url(runs.at(-1)?.name ?? 'killed'),
    RECEIPTS_POLL: 'false',
  };
  const portOf = async (): Promise<{ readonly api: Running; readonly port: number }> => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const api = await startProgram('serve', { ...environment, PORT: String(port) });
    running.push(api);
    return { api, port };
  };
  const [first, second] = [await portOf(), await portOf()];
  const list = (await (await fetch(`http://127.0.0.1:${first.port}/v1/incidents`)).json()) as {
    readonly items: readonly { readonly id: string }[];
  };
  const paths = list.items.flatMap(({ id }) => [
    { path: `/v1/incidents/${id}/timeline` },
    { path: `/v1/incidents/${id}` },
  ]);
  const asked = { paths, lines: 8, status: 200 };
  const rates: { readonly processes: number; readonly rate: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const one = await load(first.port, { ...asked, requests });
    const both = await Promise.all([first, second].map(({ port }) => load(port, { ...asked, requests: requests / 2 })));
    rates.push(
      { processes: 1, rate: one.rate },
      { processes: 2, rate: requests / Math.max(...both.map(({ seconds }) => seconds)) },
    );
  }
  const balancer = await openBalancer([first.port, second.port]);
  /** Asks one after the other while something is done to the servers; counts what went wrong. */
  const during = async (what: string, disturb: () => Promise<void> | void) => {
    const count = { what, asked: 0, failed: 0 };
    const stopping = { now: false };
    const asking = (async () => {
      while (!stopping.now) {
        const { path = '/' } = paths[count.asked++ % paths.length] ?? {};
        const good = await fetch(
          `http://127.0.0.1:${balancer.port}${path}?n=${count.asked}`.replace(/\?n=\d+$/, ''),
        ).then(
          async response => (await response.arrayBuffer()).byteLength > 0 && response.status === 200,
          () => false,
        );
        if (!good) count.failed++;
      }
    })();
    await delay(1000);
    await disturb();
    await delay(3000);
    stopping.now = true;
    await asking;
    say(`${what}: ${count.failed} of ${count.asked} requests failed`);
    return count;
  };
  const kills = [
    await during('nothing', () => {}),
    await during('an API process killed', () => first.api.kill()),
    await during('the replica killed', () => cluster.replica.kill()),
    await during('the replica back', () => cluster.replica.start()),
    await during('the primary killed', () => cluster.primary.kill()),
    await during('the primary back', () => cluster.primary.start()),
  ];
  balancer.close();
  const base = runs[0]?.seconds ?? Number.NaN;
  const median = (processes: number): number =>
    rates
      .filter(one => one.processes === processes)
      .map(({ rate }) => rate)
      .sort((a, b) => a - b)[1] ?? Number.NaN;
  const all = [...runs, killed];
  await tell({
    part: 'scale',
    title: 'More than one process',
    command: 'npm run bench scale',
    figures: { runs, killed, rates, kills },
    text: [
      `${cluster.version}, a primary and a streaming replica; ${sites.origins.length} sites with ${options.each} articles each, read as everything is, one request a second and site by all workers together.`,
      table(
        [
          'workers',
          'seconds',
          'articles a second',
          'against one',
          'articles',
          'left over',
          'incidents',
          'the same as of one worker',
          'least ms between two requests to a site',
        ],
        all.map(run => [
          run === killed ? `${run.workers}, one killed, and the primary killed and started` : String(run.workers),
          run.seconds.toFixed(1),
          (run.articles / run.seconds).toFixed(1),
          (base / run.seconds).toFixed(2),
          `${run.articles} of ${sites.articles}`,
          String(run.pending + run.marks),
          String(run.incidents),
          run.digest === runs[0]?.digest ? 'yes' : 'no',
          run.gap.toFixed(0),
        ]),
      ),
      `Timelines and incidents from API processes on the replica: ${median(1).toFixed(0)} a second from one, ${median(2).toFixed(0)} from two (${(median(2) / median(1)).toFixed(2)} times). Behind a balancer that asks the next one where one cannot be reached:`,
      table(
        ['', 'asked', 'failed'],
        kills.map(({ what, asked: count, failed }) => [what, String(count), String(failed)]),
      ),
    ],
  });
} finally {
  for (const one of running) one.kill();
  sites.close();
  cluster.close();
}
