import type { Evidence } from './evidence.ts';
import fitted from './weights.data.json' with { type: 'json' };

/** Weights in logits, as scripts/fit-victims.ts writes them. */
export interface VictimModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
}

/** How strongly the evidence speaks for a firm's being a victim, in logits: 0 is even, above it rather so than not. */
export const weigh = (evidence: Evidence, model: VictimModel = fitted): number => {
  let logits = model.intercept;
  for (const name in model.weights) logits += model.weights[name as keyof Evidence] * evidence[name as keyof Evidence];
  return logits;
};
