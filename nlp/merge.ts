import type { Claim } from '#domain/claim.ts';
import { CERTAINTY_STRENGTH } from '#domain/vocabulary.ts';

/** What makes two claims of one article the same fact: all of the value but what only says how precise it is. */
export const identityOf = (claim: Claim): string => {
  const denied = claim.certainty === 'denied' ? '!' : '';
  const head = `${denied}${claim.incident}|${claim.kind}`;
  switch (claim.kind) {
    case 'actor':
      return `${head}|${claim.value.name}`;
    case 'data':
      return `${head}|${claim.value.type}|${claim.value.polarity}|${claim.value.subject}`;
    case 'people':
      return `${head}|${claim.value.count}|${claim.value.sense}`;
    case 'money':
      return `${head}|${JSON.stringify({ ...claim.value, qualifier: undefined, per: undefined })}`;
    case 'date':
      return `${head}|${claim.value.what}|${claim.date.edtf}`;
    case 'legal':
      return `${head}|${claim.value.action}|${claim.date?.edtf ?? ''}`;
    default:
      return `${head}|${JSON.stringify(claim.value)}`;
  }
};

const ACTOR_ROLE_RANK: Readonly<Record<string, number>> = {
  claimant: 3,
  'ransomware-operator': 2,
  perpetrator: 1,
};

/** Told by others to have done it: weighs more than that an actor claims it. */
const isToldCulprit = (claim: Claim): boolean =>
  claim.kind === 'actor' && claim.value.role === 'perpetrator' && claim.certainty === 'reported';

/** The stronger certainty first; then the one with a date; then the more confident; then the earlier. */
const better = (a: Claim, b: Claim, bodyFrom: number): Claim => {
  const told = [a, b].find(isToldCulprit);
  const claimed = [a, b].find(({ kind, certainty }) => kind === 'actor' && certainty === 'claimed');
  if (told !== undefined && claimed !== undefined) return told;
  const strength = CERTAINTY_STRENGTH[a.certainty] - CERTAINTY_STRENGTH[b.certainty];
  if (strength !== 0) return strength > 0 ? a : b;
  if (a.kind === 'actor' && b.kind === 'actor' && a.value.role !== b.value.role)
    return (ACTOR_ROLE_RANK[a.value.role] ?? 0) >= (ACTOR_ROLE_RANK[b.value.role] ?? 0) ? a : b;
  if (a.start < bodyFrom !== b.start < bodyFrom && (a.date === undefined) === (b.date === undefined))
    return a.start < bodyFrom ? b : a;
  if ((a.date === undefined) !== (b.date === undefined)) return a.date ? a : b;
  if (a.confidence !== b.confidence) return a.confidence > b.confidence ? a : b;
  return a.start <= b.start ? a : b;
};

/**
 * One fact once per article: of claims of the same value about the same local incident the one with the strongest
 * certainty stays. A denial stays beside the claim that it denies. The order is that of the text.
 */
export const mergeClaims = (claims: readonly Claim[], bodyFrom = 0): readonly Claim[] => {
  const kept = new Map<string, Claim>();
  for (const claim of claims) {
    const key = identityOf(claim);
    const known = kept.get(key);
    kept.set(key, known ? better(known, claim, bodyFrom) : claim);
  }
  return [...kept.values()].toSorted((a, b) => a.incident - b.incident || a.start - b.start || a.end - b.end);
};
