import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, messageOf } from '#errors';
import { EXTRACTOR } from '#nlp';
import { VERSION } from '../src/version.ts';
import { bandsOf, examplesOf, leftOut } from './eval/calibration.ts';
import { belowFloors, type Floors, lowered, raised, readFloors, writeFloors } from './eval/floors.ts';
import { headlineFigures } from './eval/headlines.ts';
import { measureLinks } from './eval/links.ts';
import { readNegatives } from './eval/negatives.ts';
import { addOpening, readOpenings } from './eval/openings.ts';
import { type Measured, reportOf, sectionsOf } from './eval/report.ts';
import { plainOf } from './eval/sections.ts';
import { readSeed } from './eval/seed.ts';
import { scoreOwn, scoreSet } from './eval/set.ts';
import { isThere, PATHS, REPOSITORY, readCases } from './eval/shared.ts';

/** The read code whose state a scoring of the sealed articles must name by a commit. */
const READERS = ['nlp', 'src/incidents', 'src/export', 'src/domain', 'scripts/eval'];

const git = (...args: string[]): string => {
  try {
    return execFileSync('git', args, { cwd: REPOSITORY, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};
const isDirty = (): boolean => git('status', '--porcelain', '--', ...READERS) !== '';
const commit = (): string => git('rev-parse', '--short=10', 'HEAD') || 'no commit';

/** Scores the sealed articles and keeps the figures for good; what was missed is not shown. */
const openSealed = (date: string): void => {
  if (isDirty())
    throw new AppError('conflict', 'The sealed articles are not opened with uncommitted changes.', {
      hint: `Commit ${READERS.join(', ')} first, so that the figures name a program that can be found again.`,
    });
  const { figures, cases } = scoreSet(PATHS.sealed);
  addOpening({ date, commit: commit(), articles: cases.length, figures });
};

const FLOORED = [
  ...['ALL FACTS F1', 'ALL FACTS precision', 'victim (main) F1', 'victim (any) F1', 'incident F1'],
  ...['attack F1', 'actors F1', 'data F1', 'people F1', 'services F1', 'money F1', 'responses F1', 'dates F1'],
  ...['certainty agreement', 'speaker agreement', 'quotes verbatim', 'quotes supporting'],
  ...['top band right', 'top band share'],
] as const;

/** The figures that have floors, by section. */
const flooredOf = ({ dev, seed, negatives, headlines, links }: Measured): Floors => ({
  dev: {
    ...Object.fromEntries(FLOORED.map(name => [name, dev.figures[name]?.value ?? 0])),
    'polarity flips (at most)': dev.figures['polarity flips']?.value ?? 0,
  },
  seed: { 'facts missed (at most)': seed.facts.filter(({ found }) => !found).length },
  hardNegatives: { 'false alarms (at most)': negatives.alarms.length },
  headlines: {
    'balanced accuracy': headlines['balanced accuracy']?.value ?? 0,
    'victim (main) F1': headlines['victim (main) F1']?.value ?? 0,
  },
  links: {
    'own reading F1': links.own.f1,
    'victims given F1': links.given.f1,
    'orders that differ (at most)': links.sameInAllOrders ? 0 : 1,
  },
});

const measureAll = (date: string): Measured => {
  const [dev, own] = [scoreSet(PATHS.dev), scoreOwn()];
  const negatives = readNegatives();
  return {
    date,
    versions: [
      `Receipts ${VERSION} (${EXTRACTOR}, commit ${commit()}${isDirty() ? ' with changes' : ''})`,
      `Node ${process.versions.node}`,
    ],
    dev,
    own,
    calibration: {
      given: bandsOf(dev.claims),
      leftOut: bandsOf(leftOut(examplesOf(dev.cases), examplesOf(own.cases))),
      own: bandsOf(own.claims),
    },
    seed: readSeed(),
    negatives,
    headlines: headlineFigures([...readCases(PATHS.headlines), ...negatives.headlines]),
    links: measureLinks([PATHS.dev, PATHS.headlines]),
    openings: readOpenings(),
  };
};

const OPTIONS = {
  date: { type: 'string' },
  raise: { type: 'boolean', default: false },
  lower: { type: 'string' },
  reason: { type: 'string', default: '' },
  sealed: { type: 'boolean', default: false },
} as const;

/** Measures, prints, writes `docs/quality.md`, minds the floors. Gives the exit code. */
const evaluate = (): number => {
  const { values: options } = parseArgs({ options: OPTIONS });
  if (!isThere()) {
    console.log('No labelled articles beside the repository (../shared/gold): nothing was measured.');
    return 0;
  }
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  if (options.sealed) openSealed(date);
  const measured = measureAll(date);
  for (const section of sectionsOf(measured)) console.log(plainOf(section));
  writeFileSync(join(REPOSITORY, 'docs', 'quality.md'), reportOf(measured));
  const figures = flooredOf(measured);
  if (options.lower !== undefined)
    writeFloors(lowered(readFloors(), figures, { key: options.lower, reason: options.reason, date }));
  if (options.raise) writeFloors(raised(readFloors(), figures));
  const failed = belowFloors(readFloors(), figures);
  console.log(failed.length === 0 ? '\nNo figure is below its floor.' : '\nBelow the floors of test/gold/floors.json:');
  for (const sentence of failed) console.log(`  - ${sentence}`);
  return failed.length === 0 ? 0 : 1;
};

try {
  process.exitCode = evaluate();
} catch (error) {
  console.error(`eval: ${messageOf(error)}`);
  if (error instanceof AppError && error.hint !== undefined) console.error(`  ${error.hint}`);
  process.exitCode = 1;
}
