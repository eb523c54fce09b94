import type { Claim, LocalIncident } from '#domain/claim.ts';
import type { IncidentDraft } from './types.ts';

/** A claim that says more of an incident than that it was one. */
const ownFact = (claim: Claim): boolean =>
  claim.kind === 'attack' ? claim.value.type !== 'unspecified' : claim.kind !== 'actor';

/** Incidents with their final roles: one beside the main story that gets no fact of its own is a mention. */
export const withRoles = (drafts: readonly IncidentDraft[], claims: readonly Claim[]): readonly LocalIncident[] =>
  drafts.map((draft, index) => ({
    ...draft,
    role:
      draft.role === 'main' || claims.some(claim => claim.incident === index && ownFact(claim))
        ? draft.role
        : 'mention',
  }));
