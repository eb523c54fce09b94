import type { Circumstances } from '../../nlp/circumstances.ts';
import { type ConfidenceModel, confidenceOf, featuresOf } from '../../nlp/confidence.ts';

/** A claim of a labelled article, and whether the label has it. */
export interface Example {
  /** Id of the article, so that claims of one article are never on both sides of a split. */
  readonly article: string;
  readonly claim: Circumstances;
  readonly right: boolean;
}

/** Weight of the pull towards zero, as so many claims that say nothing. */
const RIDGE = 1;
const STEPS = 1000;
/** Bound of the logistic curve's second derivative times the most circumstances that one claim has. */
const CURVATURE = 0.25 * 20;

/** What proved right less often than nine times in twenty is not claimed. */
const LEAST = 0.45;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** What a pull towards "nothing known" does to a share: one right and one wrong claim more (Laplace). */
const laplace = (examples: readonly Example[]): number =>
  (examples.filter(({ right }) => right).length + 1) / (examples.length + 2);

/**
 * Ridge logistic regression on binary circumstances by gradient descent; every weight is pulled towards zero, so that a
 * rule seen twice says little beyond its kind.
 */
export const fitConfidence = (examples: readonly Example[]): ConfidenceModel => {
  const base = laplace(examples);
  let intercept = Math.log(base / (1 - base));
  const rows = examples.map(({ claim, right }) => ({ features: featuresOf(claim), right: right ? 1 : 0 }));
  const weights = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { features } of rows) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  for (let step = 0; step < STEPS; step++) {
    const pull = new Map<string, number>();
    let drift = 0;
    for (const { features, right } of rows) {
      const error = right - sigmoid(features.reduce((sum, name) => sum + (weights.get(name) ?? 0), intercept));
      drift += error;
      for (const name of features) pull.set(name, (pull.get(name) ?? 0) + error);
    }
    intercept += drift / (CURVATURE * rows.length);
    for (const [name, count] of seen) {
      const now = weights.get(name) ?? 0;
      weights.set(name, now + ((pull.get(name) ?? 0) - RIDGE * now) / (CURVATURE * count + RIDGE));
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    intercept: round(intercept),
    least: LEAST,
    weights: Object.fromEntries(
      [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => [name, round(weight)]),
    ),
  };
};

/** What a claim of the top band promises. */
export const TOP = 0.9;
const FINEST = 0.01;
const FURTHEST = 5;

/**
 * The model as cautious as it can be while a share of some claims still reaches the top band: rules do better on the
 * articles that they were written with, so that what they have proved there is taken down as far as is of use.
 * @param share 0 to 1
 */
export const asCautious = (model: ConfidenceModel, examples: readonly Example[], share: number): ConfidenceModel => {
  const shifted = (by: number): ConfidenceModel => ({
    ...model,
    intercept: Math.round((model.intercept - by) * 1000) / 1000,
    least: Math.round(sigmoid(Math.log(LEAST / (1 - LEAST)) - by) * 100) / 100,
  });
  const reaches = (by: number): boolean =>
    examples.filter(({ claim }) => confidenceOf(claim, shifted(by)) >= TOP).length >= share * examples.length;
  let by = FURTHEST;
  while (by > -FURTHEST && !reaches(by)) by -= FINEST;
  return shifted(by);
};
