import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf, modelOf } from './eval/calibration.ts';
import { scoreOwn } from './eval/set.ts';
import { isThere, PATHS, REPOSITORY, readCases } from './eval/shared.ts';

/**
 * Estimates how sure each rule is from the labelled articles, our own, and whatever other labelled articles are named on
 * the command line (`[articles.jsonl labels.jsonl]…`), and writes `nlp/confidence.data.json`: weights alone, no texts.
 * To be run again when rules have changed, before `npm run eval`.
 */
if (isThere()) {
  const others = process.argv.slice(2);
  const more = others.flatMap((articles, at) => {
    const labels = others[at + 1];
    return at % 2 === 0 && labels !== undefined ? examplesOf(readCases({ articles, labels })) : [];
  });
  const [labelled, own] = [examplesOf(readCases(PATHS.dev)), [...examplesOf(scoreOwn().cases), ...more]];
  const file = join(REPOSITORY, 'nlp', 'confidence.data.json');
  writeFileSync(file, `${JSON.stringify(modelOf(labelled, own), null, 2)}\n`);
  console.log(`fitted on ${labelled.length} claims of labelled articles and ${own.length} others: ${file}`);
} else console.log('No labelled articles beside the repository (../shared/gold): the weights stay as they are.');
