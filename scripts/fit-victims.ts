import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firmsOf, fitVictims } from './eval/fit-victims.ts';
import type { Article, Labels } from './eval/labels.ts';
import { isThere, PATHS, REPOSITORY, readLines } from './eval/shared.ts';
import { VERDICTS } from './eval/verdicts.ts';

/** A headline with its summary says less than an article. */
const HEADLINE_WEIGHT = 0.25;

/** Verdicts on hard negatives by which the article is none. */
const MISLABELLED = /^(?:The label|A matter)/;

const labelled = (paths: { readonly articles: string; readonly labels: string }, weight: number) => {
  const labels = new Map(readLines<Labels>(paths.labels).map(label => [label.id, label]));
  return readLines<Article>(paths.articles).flatMap(article => firmsOf(article, labels.get(article.id), weight));
};

/**
 * Estimates what the evidence of a whole article says of a firm's being its victim, and writes
 * `nlp/victims/weights.data.json`: weights alone, no texts. Hard negatives whose label was found wrong are left out; firms
 * named in the text of breach news whose headline names somebody else count as bystanders.
 */
if (isThere()) {
  const negatives = readLines<Article>(PATHS.negatives).filter(({ id }) => !MISLABELLED.test(VERDICTS[id] ?? ''));
  const elsewhere = readLines<Article>(PATHS.breaches).flatMap(article =>
    firmsOf(article, undefined, 1).filter(({ evidence }) => evidence.otherHeadline === 1),
  );
  const firms = [
    ...labelled(PATHS.dev, 1),
    ...labelled(PATHS.headlines, HEADLINE_WEIGHT),
    ...elsewhere,
    ...negatives.flatMap(article => firmsOf(article, undefined, 1)),
  ];
  const file = join(REPOSITORY, 'nlp', 'victims', 'weights.data.json');
  writeFileSync(file, `${JSON.stringify(fitVictims(firms), null, 2)}\n`);
  console.log(`fitted on ${firms.length} firms named in articles: ${file}`);
} else console.log('No labelled articles beside the repository (../shared/gold): the weights stay as they are.');
