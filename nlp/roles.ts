import type { Claim, LocalIncident } from '#domain/claim.ts';
import type { IncidentDraft } from './types.ts';

/** What is said of so many firms at once is no fact of one's own. */
const MANY = 4;
/** What any incident is called; of several firms at once it says no more than that they were hit. */
const PLAIN: ReadonlySet<string> = new Set(['unspecified', 'data-theft']);

/** A claim that says more of an incident than that it was one. */
const ownFact = (claim: Claim): boolean => {
  const others = claim.sharedWith?.length ?? 0;
  if (others >= MANY || claim.kind === 'actor') return false;
  if (claim.kind === 'attack')
    return claim.value.type !== 'unspecified' && !(others > 0 && PLAIN.has(claim.value.type));
  return true;
};

/** Incidents with their final roles: one beside the main story that gets no fact of its own is a mention. */
export const withRoles = (drafts: readonly IncidentDraft[], claims: readonly Claim[]): readonly LocalIncident[] =>
  drafts.map((draft, index) => ({
    ...draft,
    role:
      draft.role === 'main' || claims.some(claim => claim.incident === index && ownFact(claim))
        ? draft.role
        : 'mention',
  }));
