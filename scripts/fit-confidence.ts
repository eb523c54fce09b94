import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAUTION, examplesOf } from './eval/calibration.ts';
import { fitConfidence } from './eval/fit.ts';
import { matchArticle } from './eval/match.ts';
import { isThere, PATHS, REPOSITORY, readCases } from './eval/shared.ts';

/**
 * Estimates how sure each rule is from the labelled articles, and writes `nlp/confidence.data.json`: weights alone, no
 * texts. To be run again when rules have changed, before `npm run eval`.
 */
if (isThere()) {
  const cases = readCases(PATHS.dev);
  const tallies = cases.map(({ label, predicted, article }) => matchArticle(label, predicted, article));
  const examples = examplesOf(cases, tallies);
  const model = fitConfidence(examples, CAUTION);
  const file = join(REPOSITORY, 'nlp', 'confidence.data.json');
  writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
  console.log(`fitted on ${examples.length} claims of ${cases.length} articles: ${file}`);
} else console.log('No labelled articles beside the repository (../shared/gold): the weights stay as they are.');
