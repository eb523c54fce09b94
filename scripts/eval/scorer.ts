import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, scoresOf } from './figures.ts';
import type { Labels } from './labels.ts';
import type { ArticleTally } from './match.ts';
import { PATHS } from './shared.ts';

interface ScoredRow {
  readonly P: number;
  readonly R: number;
  readonly F1: number;
  readonly gold: number;
  readonly predicted: number;
}

/** What `score.mjs --json` prints. */
interface Scored {
  readonly fields: Readonly<Record<string, ScoredRow>>;
  readonly 'certainty agreement': number | null;
  readonly 'speaker agreement': number | null;
  readonly 'polarity flips': number;
  readonly 'quotes verbatim': number | null;
  readonly 'quotes supporting': number | null;
  readonly articles: number;
}

/** Runs the official scorer on predictions of a labelled set. */
export const runScorer = (
  set: { readonly articles: string; readonly labels: string },
  predicted: readonly Labels[],
): Scored => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-eval-'));
  try {
    const file = join(folder, 'predicted.jsonl');
    writeFileSync(file, predicted.map(row => `${JSON.stringify(row)}\n`).join(''));
    const output = execFileSync(process.execPath, [PATHS.scorer, set.labels, file, '--json', '--texts', set.articles], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(output) as Scored;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const same = (a: number | null, b: number | undefined): boolean =>
  (a === null && !Number.isFinite(b)) || (a !== null && b !== undefined && Math.abs(a - b) < 1e-9);

/** Where our own matching gives another figure than the official scorer, as sentences; none: they agree. */
export const disagreements = (
  scored: Scored,
  articles: readonly ArticleTally[],
  figures: Readonly<Record<string, number>>,
): readonly string[] => {
  const told: string[] = [];
  for (const [row, tally] of Object.entries(countsOf(articles))) {
    const theirs = scored.fields[row] ?? { P: 0, R: 0, F1: 0, gold: 0, predicted: 0 };
    const ours = scoresOf(tally);
    const [labelled, read] = [tally.hit + tally.missed, tally.hit + tally.extra];
    if (theirs.gold !== labelled || theirs.predicted !== read || !same(theirs.F1, ours.f1))
      told.push(
        `${row}: the scorer has F1 ${theirs.F1.toFixed(4)} (${theirs.gold}/${theirs.predicted}), we have ${ours.f1.toFixed(4)} (${labelled}/${read})`,
      );
  }
  for (const name of [
    'certainty agreement',
    'speaker agreement',
    'polarity flips',
    'quotes verbatim',
    'quotes supporting',
  ] as const)
    if (!same(scored[name], figures[name]))
      told.push(`${name}: the scorer has ${scored[name]}, we have ${figures[name]}`);
  return told;
};
