import type { Claim, LocalIncident } from '#domain/claim.ts';
import type { Certainty, IncidentRole, Speaker } from '#domain/vocabulary.ts';
import fitted from './confidence.data.json' with { type: 'json' };

/** What is known of a claim when one asks how sure it is. */
export interface Circumstances {
  /** Rule id, `<kind>/<rule>`. */
  readonly rule: string;
  readonly certainty: Certainty;
  readonly by: Speaker;
  /** Role of the local incident under which it stands. */
  readonly role: IncidentRole;
  /** Local incidents of the article that have facts of their own. */
  readonly told: number;
  /** Whether it is said of several victims jointly. */
  readonly joint: boolean;
}

/** Weights by circumstance (`rule:data/taken`, `by:media`), in logits, as scripts/fit-confidence.ts writes them. */
export interface ConfidenceModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The names of the weights that apply to a claim. */
export const featuresOf = (claim: Circumstances): readonly string[] => [
  `kind:${claim.rule.split('/')[0]}`,
  `rule:${claim.rule}`,
  `by:${claim.by}`,
  `certainty:${claim.certainty}`,
  `role:${claim.role}`,
  ...(claim.told > 1 ? ['told:several'] : []),
  ...(claim.joint ? ['joint'] : []),
];

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

/** The claims of one article, each as sure as its rule and circumstances have proved on labelled articles. */
export const withConfidence = (claims: readonly Claim[], incidents: readonly LocalIncident[]): readonly Claim[] => {
  const told = incidents.filter(({ role }) => role !== 'mention').length;
  return claims.map(claim => {
    const { rule, certainty, by } = claim;
    const role = incidents[claim.incident]?.role ?? 'mention';
    const joint = claim.sharedWith !== undefined;
    return { ...claim, confidence: confidenceOf({ rule, certainty, by, role, told, joint }) };
  });
};
