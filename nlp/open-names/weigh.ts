import type { OpenEvidence } from './evidence.ts';
import fitted from './weights.data.json' with { type: 'json' };

/** Weights in logits, as scripts/fit-open-names.ts writes them. */
export interface OpenModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<keyof OpenEvidence, number>>;
}

/** How strongly the evidence speaks for a name's being that of a shop, in logits. */
export const weighOpen = (evidence: OpenEvidence, model: OpenModel = fitted): number => {
  let logits = model.intercept;
  for (const name in model.weights)
    logits += model.weights[name as keyof OpenEvidence] * evidence[name as keyof OpenEvidence];
  return logits;
};
