/**
 * `node scripts/eval-links.ts [--sealed]`: how well articles are linked to incidents, on the labelled articles and
 * headlines; with the sealed ones too only once the work is done.
 */
import { parseArgs } from 'node:util';
import { measureLinks } from './eval/links.ts';
import { linksSection } from './eval/report-links.ts';
import { plainOf } from './eval/sections.ts';
import { isThere, PATHS } from './eval/shared.ts';

const { values } = parseArgs({ options: { sealed: { type: 'boolean', default: false } } });
if (!isThere()) console.log('No labelled articles beside the repository (../shared/gold): nothing was measured.');
else {
  const sets = values.sealed ? [PATHS.dev, PATHS.sealed, PATHS.headlines] : [PATHS.dev, PATHS.headlines];
  const section = linksSection(measureLinks(sets));
  console.log(section.words.join('\n'));
  console.log(plainOf(section));
}
