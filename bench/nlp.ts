import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import compromise from 'compromise';
import { type ArticleText, analyse } from '#nlp';
import { articlesIn } from '../src/demo/edition.ts';
import { OUTLETS } from '../src/demo/outlets.ts';

/**
 * Words per second of CPU of the whole analysis against those of compromise's entity pass over the same texts, round by
 * round in turn, so that a busy machine slows both; passes before the first round let the engine compile either, as in a
 * service that runs for days. An article that tells of no incident at a retailer is left early, so
 * that a corpus with few of them says little of the others: the demo newsroom's, nearly all of which do, come first.
 * `node bench/nlp.ts [--corpus FILE.jsonl] [--articles N] [--rounds N] [--only analyse|compromise]`
 */
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpora/breach-news.jsonl' },
    articles: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});

const fromDemo = (): readonly ArticleText[] =>
  OUTLETS.flatMap(outlet => articlesIn(outlet, 'later')).map(({ title, body, published }) => ({
    title,
    text: body.trim(),
    publishedAt: published,
  }));

/** Evenly spread over the corpus. */
const fromCorpus = (path: string, wanted: number): readonly ArticleText[] => {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const step = Math.max(1, Math.floor(lines.length / wanted));
  return lines
    .filter((_, index) => index % step === 0)
    .slice(0, wanted)
    .map(line => JSON.parse(line) as { title: string; text: string; published?: string; source?: string })
    .map(({ title, text, published, source }) => ({
      title,
      text,
      ...(published === undefined ? {} : { publishedAt: published }),
      ...(source === undefined ? {} : { source }),
    }));
};

/** What an entity pass has to yield: people, places and organisations as strings. */
const entities = ({ title, text }: ArticleText): number => {
  const read = compromise(`${title}\n${text}`);
  return [read.people(), read.places(), read.organizations()].reduce(
    (sum, found) => sum + found.out('array').length,
    0,
  );
};

const PASSES: Readonly<Record<string, (article: ArticleText) => number>> = {
  analyse: article => analyse(article).claims.length,
  compromise: entities,
};

/**
 * Passes over the demo newsroom before anything is measured: the engine goes on compiling, at the cost of the same CPU,
 * until either has read some thousand articles.
 */
const WARM_UP = 30;

/** Seconds of CPU, user and system, that a pass over the texts takes. */
const secondsOf = (pass: (article: ArticleText) => number, articles: readonly ArticleText[]): number => {
  const before = process.cpuUsage();
  for (const article of articles) pass(article);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};

const report = (name: string, articles: readonly ArticleText[]): void => {
  const telling = articles.filter(article => analyse(article).claims.length > 0).length;
  const words = articles.reduce((sum, { title, text }) => sum + `${title}\n${text}`.split(/\s+/).length, 0);
  console.log(`\n${name}: ${articles.length} articles (${telling} with claims), ${words} words`);
  const passes = Object.entries(PASSES).filter(([pass]) => options.only === undefined || options.only === pass);
  const seconds = new Map<string, number[]>(passes.map(([pass]) => [pass, []]));
  for (let round = 0; round < Number(options.rounds); round++)
    for (const [pass, run] of passes) seconds.get(pass)?.push(secondsOf(run, articles));
  const speeds = new Map([...seconds].map(([pass, rounds]) => [pass, words / median(rounds)]));
  for (const [pass, speed] of speeds)
    console.log(`${pass.padEnd(10)} ${Math.round(speed).toLocaleString('en')} words per second of CPU`);
  const [ours, theirs] = [speeds.get('analyse'), speeds.get('compromise')];
  if (ours !== undefined && theirs !== undefined)
    console.log(`ratio      ${(ours / theirs).toFixed(2)} (asked for: 5)`);
};

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, medians of ${options.rounds} rounds`,
);
const demo = fromDemo();
for (let pass = 0; pass < WARM_UP; pass++) for (const run of Object.values(PASSES)) secondsOf(run, demo);
report('the demo newsroom', demo);
if (existsSync(options.corpus)) report(options.corpus, fromCorpus(options.corpus, Number(options.articles)));
else console.log(`\n${options.corpus} is not there: only the demo newsroom was measured.`);
