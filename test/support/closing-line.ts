import type { Reporter, TestModule } from 'vitest/node';
import { documentedExchanges } from './contract-document.ts';

/** The files that answer for the contract as a whole: where all of them ran, nothing may be missing. */
const ANSWERING = ['http/api', 'http/reads', 'http/exports', 'http/desk-answers', 'contract/coverage'];
const SHOWN = 40;

/** Says how many of the answers that the contract documents were given in the tests, by path, status and media type. */
const tellCoverage = (modules: readonly TestModule[]): void => {
  const given = new Set(
    modules.flatMap(module => [...module.children.allTests()].flatMap(test => test.meta().exchanges ?? [])),
  );
  if (given.size === 0) return;
  const missing = documentedExchanges.filter(exchange => !given.has(exchange));
  const covered = documentedExchanges.length - missing.length;
  console.log(
    `\nopenapi.yaml: ${covered} of ${documentedExchanges.length} path x status x media type answered in tests`,
  );
  const isWhole = ANSWERING.every(name =>
    modules.some(({ moduleId }) => moduleId.endsWith(`/test/${name}.db.test.ts`)),
  );
  if (isWhole && missing.length > 0) process.exitCode = 1;
  // A part of the tests cannot give all; what lacks is of interest where nearly all were given.
  if (missing.length > 0 && missing.length <= SHOWN)
    for (const exchange of missing) console.log(`  never: ${exchange}`);
};

/** Ends the run with one plain line: `N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      if (
        module.state() === 'failed' &&
        [...module.children.allTests()].every(test => test.result().state !== 'failed')
      )
        counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state] += 1;
      }
    }
    tellCoverage(modules);
    console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}
