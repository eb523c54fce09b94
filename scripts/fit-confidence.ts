import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf, modelOf } from './eval/calibration.ts';
import { scoreOwn, scoreSet } from './eval/set.ts';
import { isThere, PATHS, REPOSITORY } from './eval/shared.ts';

/**
 * Estimates how sure each rule is from the labelled articles and our own, and writes `nlp/confidence.data.json`: weights
 * alone, no texts. To be run again when rules have changed, before `npm run eval`.
 */
if (isThere()) {
  const [labelled, own] = [examplesOf(scoreSet(PATHS.dev)), examplesOf(scoreOwn())];
  const file = join(REPOSITORY, 'nlp', 'confidence.data.json');
  writeFileSync(file, `${JSON.stringify(modelOf(labelled, own), null, 2)}\n`);
  console.log(`fitted on ${labelled.length} claims of labelled articles and ${own.length} of our own: ${file}`);
} else console.log('No labelled articles beside the repository (../shared/gold): the weights stay as they are.');
