import { claimTarget, type Decision, type DecisionOf, sameTarget } from '#domain/decision.ts';
import type { LinkedIncident, StoredClaim } from '#domain/incident.ts';

/** What people decided, as far as a timeline needs it. */
export interface Rulings {
  readonly isDismissed: (stored: StoredClaim) => boolean;
  /** The latest decision that fixes this claim's value. */
  readonly pinOf: (stored: StoredClaim) => DecisionOf<'pin'> | undefined;
  readonly title: string | undefined;
}

/** Reads the decisions in force, oldest first, for one incident. */
export const rulingsFor = (incident: LinkedIncident, decisions: readonly Decision[]): Rulings => {
  const ids = new Set([incident.id, ...incident.formerIds]);
  const dismissals = decisions.filter(decision => decision.kind === 'dismiss');
  const pins = decisions.filter(decision => decision.kind === 'pin').filter(pin => ids.has(pin.incident));
  const targetOf = ({ article, claim }: StoredClaim) => claimTarget(article.articleId, claim);
  return {
    isDismissed: stored => dismissals.length > 0 && dismissals.some(({ claim }) => sameTarget(claim, targetOf(stored))),
    pinOf: stored => pins.findLast(({ claim }) => sameTarget(claim, targetOf(stored))),
    title: decisions.filter(decision => decision.kind === 'retitle').findLast(({ incident: id }) => ids.has(id))?.title,
  };
};
