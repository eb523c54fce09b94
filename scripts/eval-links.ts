/** `node scripts/eval-links.ts`: how well articles are linked to incidents, on the labelled articles and headlines. */
import { measureLinks } from './eval/links.ts';
import { linksSection } from './eval/report-links.ts';
import { plainOf } from './eval/sections.ts';
import { isThere, PATHS } from './eval/shared.ts';

if (!isThere()) console.log('No labelled articles beside the repository (../shared/gold): nothing was measured.');
else {
  const section = linksSection(measureLinks([PATHS.dev, PATHS.headlines]));
  console.log(section.words.join('\n'));
  console.log(plainOf(section));
}
