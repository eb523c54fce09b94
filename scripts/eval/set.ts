import { AppError } from '#errors';
import { ownArticles } from '../../test/gold/articles.ts';
import { bootstrap } from './bootstrap.ts';
import { asGiven, topBand, type Weighed } from './calibration.ts';
import { countsOf, type Figures, measure } from './figures.ts';
import type { Labels } from './labels.ts';
import { type ArticleTally, matchArticle, type Tally } from './match.ts';
import { disagreements, runScorer } from './scorer.ts';
import { type Case, predict, readCases } from './shared.ts';

/** A labelled set, read and scored. */
export interface ScoredSet {
  readonly cases: readonly Case[];
  readonly tallies: readonly ArticleTally[];
  readonly counts: Readonly<Record<string, Tally>>;
  readonly figures: Figures;
  /** Claims with their confidence, and whether they are right. */
  readonly claims: readonly Weighed[];
}

const scored = (cases: readonly Case[]): ScoredSet => {
  const tallies = cases.map(({ label, predicted, article }) => matchArticle(label, predicted, article));
  const figures = bootstrap(tallies, articles => ({ ...measure(articles), ...topBand(asGiven(articles)) }));
  return { cases, tallies, counts: countsOf(tallies), figures, claims: asGiven(tallies) };
};

/** The articles that are written and labelled in this repository, scored by our own matching. */
export const scoreOwn = (): ScoredSet =>
  scored(
    ownArticles().map(article => ({
      article,
      label: { ...article.labels, id: article.id } as unknown as Labels,
      predicted: predict(article),
    })),
  );

/**
 * Reads a labelled set and scores it, by the official scorer and by our own matching, which gives what the scorer does
 * not: intervals, and each claim judged.
 *
 * @throws AppError where the two disagree on any figure
 */
export const scoreSet = (paths: { readonly articles: string; readonly labels: string }): ScoredSet => {
  const set = scored(readCases(paths));
  const official = runScorer(
    paths,
    set.cases.map(({ predicted }) => predicted),
  );
  const differing = disagreements(official, set.tallies, measure(set.tallies));
  if (differing.length === 0) return set;
  throw new AppError('conflict', `Our matching and score.mjs disagree: ${differing.join('; ')}.`, {
    hint: 'Bring scripts/eval/same.ts and names.ts back to the rules of score.mjs.',
  });
};
