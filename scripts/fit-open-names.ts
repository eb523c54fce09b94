import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitOpen, thingsIn } from './eval/fit-open.ts';
import type { Article, Labels } from './eval/labels.ts';
import { isThere, PATHS, REPOSITORY, readLines } from './eval/shared.ts';
import { VERDICTS } from './eval/verdicts.ts';

/** A headline with its summary says less than an article. */
const HEADLINE_WEIGHT = 0.25;
/** Of the breach news the first ones only: the others are kept for measuring. */
const BREACHES = 855;
/** Verdicts on hard negatives by which the article is none. */
const MISLABELLED = /^(?:The label|A matter)/;

const labelled = (paths: { readonly articles: string; readonly labels: string }, weight: number) => {
  const labels = new Map(readLines<Labels>(paths.labels).map(label => [label.id, label]));
  return readLines<Article>(paths.articles).flatMap(article => thingsIn(article, labels.get(article.id), weight));
};

/**
 * Estimates what an article says of a name's being a shop's, and writes `nlp/open-names/weights.data.json`: weights alone,
 * no texts. Usage: `node scripts/fit-open-names.ts [articles.jsonl labels.jsonl]…` for labelled sets beyond those beside
 * the repository; leave one out to measure on it.
 */
if (isThere()) {
  const files = process.argv.slice(2);
  const more = files.flatMap((articles, at) => (at % 2 === 0 ? [{ articles, labels: files[at + 1] ?? '' }] : []));
  const titles = new Set(
    [PATHS.dev, ...more].flatMap(set => readLines<Article>(set.articles).map(({ title }) => title)),
  );
  const unlabelled = [
    ...readLines<Article>(PATHS.negatives).filter(({ id }) => !MISLABELLED.test(VERDICTS[id] ?? '')),
    ...readLines<Article>(PATHS.breaches).slice(0, BREACHES),
  ].filter(({ title }) => !titles.has(title));
  const things = [
    ...[PATHS.dev, ...more].flatMap(set => labelled(set, 1)),
    ...labelled(PATHS.headlines, HEADLINE_WEIGHT),
    ...unlabelled.flatMap(article => thingsIn(article, undefined, 1)),
  ];
  const file = join(REPOSITORY, 'nlp', 'open-names', 'weights.data.json');
  writeFileSync(file, `${JSON.stringify(fitOpen(things), null, 2)}\n`);
  console.log(`fitted on ${things.length} names, ${things.filter(({ shop }) => shop).length} of them shops: ${file}`);
} else console.log('No labelled articles beside the repository (../shared/gold): the weights stay as they are.');
