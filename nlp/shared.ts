import type { Claim } from '#domain/claim.ts';
import type { IncidentDraft } from './types.ts';

const place = (claim: Claim): string =>
  `${claim.kind}|${claim.rule}|${claim.start}|${claim.end}|${JSON.stringify(claim.value)}`;

/**
 * Marks the claims that one statement makes of several victims ("the attacks on A and B cost £270m") with the slugs of
 * the others, so that nobody reads them as one firm's own. Claims that an extractor marked stay as they are.
 */
export const markShared = (claims: readonly Claim[], drafts: readonly IncidentDraft[]): readonly Claim[] => {
  const statements = Map.groupBy(claims, place);
  return claims.map(claim => {
    if (claim.sharedWith !== undefined) return claim;
    const own = drafts[claim.incident]?.victim;
    const others = new Set((statements.get(place(claim)) ?? []).map(({ incident }) => drafts[incident]?.victim ?? ''));
    others.delete(own ?? '');
    others.delete('');
    return others.size === 0 ? claim : { ...claim, sharedWith: [...others].toSorted() };
  });
};
