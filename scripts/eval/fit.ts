import { type Circumstances, type ConfidenceModel, featuresOf } from '../../nlp/confidence.ts';

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
const CURVATURE = 0.25 * 8;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** What a pull towards "nothing known" does to a share: one right and one wrong claim more (Laplace). */
const laplace = (examples: readonly Example[]): number =>
  (examples.filter(({ right }) => right).length + 1) / (examples.length + 2);

/**
 * Ridge logistic regression on binary circumstances by gradient descent; every weight is pulled towards zero, so that a
 * rule seen twice says little beyond its kind.
 * @param caution logits taken off the intercept, because rules do better on the articles that they were written with
 */
export const fitConfidence = (examples: readonly Example[], caution: number): ConfidenceModel => {
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
    intercept: round(intercept - caution),
    weights: Object.fromEntries(
      [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => [name, round(weight)]),
    ),
  };
};
