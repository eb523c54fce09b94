import type { Claim } from '#domain/claim.ts';
import type { Circumstances } from './circumstances.ts';
import fitted from './confidence.data.json' with { type: 'json' };

/** Weights by circumstance (`rule:data/taken`, `by:media`), in logits, as scripts/fit-confidence.ts writes them. */
export interface ConfidenceModel {
  readonly intercept: number;
  /** The confidence below which a claim proved wrong too often to be made. */
  readonly least: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Sentences from the beginning at which a new stretch of the article is taken to begin: lead, upper half, and so on. */
const STRETCHES = [1, 3, 6, 12, 20] as const;

/** The names of the weights that apply to a claim. */
export const featuresOf = (claim: Circumstances): readonly string[] => {
  const kind = claim.rule.split('/')[0] ?? '';
  return [
    `kind:${kind}`,
    `rule:${claim.rule}`,
    `value:${kind} ${claim.value}`,
    `by:${claim.by}`,
    `by:${kind} ${claim.by}`,
    `certainty:${claim.certainty}`,
    `role:${claim.role}`,
    `block:${claim.block}`,
    `stretch:${STRETCHES.filter(from => claim.sentence >= from).length}`,
    `named:${claim.named}`,
    `named:${kind} ${claim.named}`,
    ...claim.beside.map(other => `beside:${other}`),
    ...(claim.beside.includes('actor') ? [`beside:${kind} actor`] : []),
    ...(claim.told > 1 ? ['told:several'] : []),
    ...(claim.joint ? ['joint'] : []),
    ...(claim.again ? ['again'] : []),
  ];
};

/** What is less sure than this is not claimed. */
export const LEAST_CREDIBLE = fitted.least;

const LEAST = 0.05;
const MOST = 0.99;

/**
 * How likely a claim is what a careful reader would note, 0.05 to 0.99 in hundredths: a logistic regression over its
 * rule and circumstances. A rule that was never counted is judged by its kind.
 */
export const confidenceOf = (claim: Circumstances, model: ConfidenceModel = fitted): number => {
  const logit = featuresOf(claim).reduce((sum, name) => sum + (model.weights[name] ?? 0), model.intercept);
  return Math.round(Math.min(MOST, Math.max(LEAST, 1 / (1 + Math.exp(-logit)))) * 100) / 100;
};

/** Claims, each as sure as its rule and circumstances have proved on labelled articles. */
export const withConfidence = (claims: readonly Claim[], circumstances: readonly Circumstances[]): readonly Claim[] =>
  claims.map((claim, index) => {
    const known = circumstances[index];
    return known === undefined ? claim : { ...claim, confidence: confidenceOf(known) };
  });
