import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import compromise from 'compromise';
import { type ArticleText, analyse } from '#nlp';
import { articlesIn } from '../src/demo/edition.ts';
import { OUTLETS } from '../src/demo/outlets.ts';

/**
 * Words per second of CPU of the whole analysis against those of compromise's entity pass over the same texts, round by
 * round in turn, so that a busy machine slows both.
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

const isThere = existsSync(options.corpus);
const articles = isThere ? fromCorpus(options.corpus, Number(options.articles)) : fromDemo();
const words = articles.reduce((sum, { title, text }) => sum + `${title}\n${text}`.split(/\s+/).length, 0);
const passes = Object.entries(PASSES).filter(([name]) => options.only === undefined || options.only === name);
const seconds = new Map<string, number[]>(passes.map(([name]) => [name, []]));
for (const [, pass] of passes) secondsOf(pass, articles.slice(0, 20));
for (let round = 0; round < Number(options.rounds); round++)
  for (const [name, pass] of passes) seconds.get(name)?.push(secondsOf(pass, articles));

console.log(`${articles.length} articles, ${words} words, from ${isThere ? options.corpus : 'the demo newsroom'}`);
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
const speeds = new Map([...seconds].map(([name, rounds]) => [name, words / median(rounds)]));
for (const [name, speed] of speeds)
  console.log(
    `${name.padEnd(10)} ${Math.round(speed).toLocaleString('en')} words per second of CPU (median of ${options.rounds} rounds)`,
  );
const [ours, theirs] = [speeds.get('analyse'), speeds.get('compromise')];
if (ours !== undefined && theirs !== undefined) console.log(`ratio      ${(ours / theirs).toFixed(2)} (asked for: 5)`);
