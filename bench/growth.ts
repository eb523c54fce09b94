import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BLOCK } from './growth/archive.ts';
import { openArrivals } from './growth/arrivals.ts';
import { buildArchive, deriveMarked } from './growth/build.ts';
import { type HotCosts, measureHot } from './growth/hot.ts';
import { measurePartitions } from './growth/partitions.ts';
import { openQuestions, QUESTIONS } from './growth/queries.ts';
import { openServer } from './growth/server.ts';
import { table, tell } from './kit.ts';

/*
 * Archives of several sizes side by side on one server; everything is measured in turn on all of them, so that a busy
 * machine slows all alike. An archive that stands in the folder is used again; one that is half built is built on.
 */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    folder: { type: 'string', default: '/tmp/receipts-growth' },
    arrivals: { type: 'string', default: '300' },
    asks: { type: 'string', default: '300' },
    hot: { type: 'string', default: '20000' },
    /** Derives at most so many retailers of an archive; what is left makes its figures those of a part. */
    derive: { type: 'string', default: '0' },
    /** Only builds. */
    build: { type: 'boolean', default: false },
    /** Deletes the folder in the end. */
    drop: { type: 'boolean', default: false },
  },
});
const sizes = options.sizes.split(',').map(Number);
const count = Number(options.arrivals);
const asks = Number(options.asks);
const salt = Date.now().toString(36);
const say = (line: string): void => console.error(`${new Date().toISOString()} ${line}`);
const nameOf = (size: number): string => (size >= 1_000_000 ? `g${size / 1_000_000}m` : `g${size / 1000}k`);
const short = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ratio = (values: readonly number[]): string =>
  short((values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN), 2);

const server = await openServer(options.folder);

const build = async (size: number) => {
  await buildArchive(server, nameOf(size), size, say, Number(options.derive) || undefined);
  const driver = server.driver(nameOf(size));
  const [facts] = await driver<{ bytes: string; articles: number; claims: number; incidents: number; left: number }[]>`
    select pg_database_size(current_database()) as bytes, (select count(*)::integer from receipts.articles) as articles,
      (select count(*)::integer from receipts.claims) as claims,
      (select count(*)::integer from receipts.incidents) as incidents,
      (select count(*)::integer from receipts.relink_marks) as left`;
  await driver.end({ timeout: 1 });
  return {
    size,
    bytes: Number(facts?.bytes),
    articles: facts?.articles ?? 0,
    claims: facts?.claims ?? 0,
    incidents: facts?.incidents ?? 0,
    left: facts?.left ?? 0,
  };
};

const measureArrivals = async () => {
  const opened = await Promise.all(
    sizes.map(size => openArrivals(server.urlOf(nameOf(size)), size / BLOCK, count, salt)),
  );
  // The first ones warm caches and compilers.
  for (let index = 0; index < count; index++) for (const arrivals of opened) await arrivals.next(index);
  const costs = opened.map(arrivals => arrivals.costs());
  await Promise.all(opened.map(arrivals => arrivals.close()));
  return costs;
};

const measureQuestions = async () => {
  const opened = await Promise.all(sizes.map(size => openQuestions(server.urlOf(nameOf(size)), 4711)));
  const times: Record<string, number[][]> = {};
  for (const name of Object.keys(QUESTIONS)) {
    const measured = opened.map((): number[] => []);
    for (let index = -5; index < asks; index++)
      for (const [place, questions] of opened.entries()) {
        const ms = await questions.ask(name);
        if (index >= 0) measured[place]?.push(ms);
      }
    times[name] = measured;
    say(`${name}: p99 ${measured.map(list => short(at(list, 0.99))).join(' · ')} ms`);
  }
  await Promise.all(opened.map(questions => questions.close()));
  return times;
};

/** A part of each archive derived anew, as `receipts rebuild` does it, in turn. */
const REBUILT = 300;
const measureRebuild = async () => {
  const results: { readonly size: number; readonly victims: number; readonly all: number; readonly seconds: number }[] =
    [];
  for (const size of sizes) {
    const database = await server.open(nameOf(size));
    const driver = server.driver(nameOf(size));
    const [{ left = 0 } = {}] = await driver<
      { left: number }[]
    >`select count(*)::integer as left from receipts.relink_marks`;
    const [{ all = 0 } = {}] = await driver<
      { all: number }[]
    >`select count(distinct victim)::integer as all from receipts.id_assignments`;
    if (left === 0) {
      await driver`
        insert into receipts.relink_marks (victim, version) select victim, nextval('receipts.relink_versions') from (
          select distinct victim from receipts.id_assignments order by 1) as known order by md5(victim) limit ${REBUILT}`;
      results.push({ size, all, ...(await deriveMarked(database.store)) });
    }
    await driver.end({ timeout: 1 });
    await database.close();
  }
  return results;
};

try {
  const built = [];
  for (const size of sizes) built.push(await build(size));
  if (!options.build) {
    const arrivals = await measureArrivals();
    say(`arrivals: ${arrivals.map(({ save, link }) => `${short(save)} + ${short(link)}`).join(' · ')} ms`);
    const times = await measureQuestions();
    const rebuilt = await measureRebuild();
    const hot: HotCosts[] = [];
    for (const articles of [200, 2000, Number(options.hot)]) hot.push(await measureHot(server, articles, salt));
    const driver = server.driver(nameOf(sizes.at(-1) ?? 0));
    const parts = await measurePartitions(driver, 200);
    await driver.end({ timeout: 1 });
    const head = ['', ...sizes.map(size => `${size.toLocaleString('en')} articles`), 'largest : smallest'];
    const line = (name: string, values: readonly number[], digits = 1): readonly string[] => [
      name,
      ...values.map(value => short(value, digits)),
      ratio(values),
    ];
    const half = built.filter(({ left }) => left > 0);
    await tell({
      part: 'growth',
      title: 'An archive that grows',
      command: `npm run bench growth -- --sizes ${options.sizes}`,
      figures: {
        built,
        arrivals,
        rebuilt,
        hot,
        parts,
        times: Object.fromEntries(
          Object.entries(times).map(([name, lists]) => [
            name,
            lists.map(list => ({ p50: at(list, 0.5), p99: at(list, 0.99) })),
          ]),
        ),
      },
      text: [
        `Made-up archives in the proportions of the labelled set (\`bench/growth/archive.ts\`): ${built.map(({ articles, claims, incidents }) => `${articles.toLocaleString('en')} articles with ${claims.toLocaleString('en')} claims, ${incidents.toLocaleString('en')} incidents`).join('; ')}. Texts are short: their sentences with claims, little else. Retailers grow with the archive, as the news does. ${count} articles arrive at each, each question is asked ${asks} times at each, in turn.`,
        ...half.map(
          ({ size, left }) =>
            `Of the archive of ${size.toLocaleString('en')}, ${left.toLocaleString('en')} retailers were not derived: its lists and searches are those of a part.`,
        ),
        'What an article costs that comes in, processor time of process and server in ms:',
        table(head, [
          line(
            'saved',
            arrivals.map(({ save }) => save),
            2,
          ),
          line(
            'linked, timelines built',
            arrivals.map(({ link }) => link),
            2,
          ),
          line(
            'of both the server',
            arrivals.map(({ server: part }) => part),
            2,
          ),
          line(
            'time, median',
            arrivals.map(({ wall }) => wall),
            1,
          ),
          line(
            'database, GB',
            built.map(({ bytes }) => bytes / 1e9),
            2,
          ),
          line(
            'database, KB per article',
            built.map(({ bytes, articles }) => bytes / 1000 / articles),
            1,
          ),
        ]),
        'What readers ask, ms from request to last byte, p50 / p99; nothing is kept between two answers:',
        table(
          head,
          Object.entries(times).map(([name, lists]) => [
            name,
            ...lists.map(list => `${short(at(list, 0.5))} / ${short(at(list, 0.99))}`),
            `${ratio(lists.map(list => at(list, 0.5)))} / ${ratio(lists.map(list => at(list, 0.99)))}`,
          ]),
        ),
        `\`receipts rebuild\`, measured on a part and extrapolated to the whole: ${rebuilt.map(({ size, victims, all, seconds }) => `${size.toLocaleString('en')} articles: ${victims} of ${all.toLocaleString('en')} retailers in ${short(seconds)} s, so about ${short((seconds * all) / victims / 60)} min`).join('; ') || 'not measured, as not all is derived'}.`,
        'One incident of very many articles:',
        table(
          ['articles', 'derived first, ms', 'one more, ms', 'processor time of it, ms', 'timeline, KB', 'packed, KB'],
          hot.map(one => [
            one.articles.toLocaleString('en'),
            short(one.firstMs, 0),
            short(one.nextMs, 0),
            short(one.nextCpu, 0),
            short(one.timelineBytes / 1000, 0),
            short(one.packedBytes / 1000, 0),
          ]),
        ),
        `Months as partitions: ${parts.rows.toLocaleString('en')} analyses in one table and in ${parts.partitions} months; the analyses of an article ${short(parts.byArticle.whole, 2)} ms in one, ${short(parts.byArticle.parted, 2)} ms in months; written ${short(parts.insert.whole, 2)} and ${short(parts.insert.parted, 2)} ms.`,
      ],
    });
  }
} finally {
  await server.release();
  if (options.drop) await rm(options.folder, { recursive: true, force: true });
}
