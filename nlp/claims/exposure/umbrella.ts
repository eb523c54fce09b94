import type { DataClaim } from '#domain/claim.ts';

const CONTACT_PARTS = new Set(['email-addresses', 'phone-numbers']);

const sameCase = (a: DataClaim, b: DataClaim): boolean =>
  a !== b && a.incident === b.incident && a.value.polarity === b.value.polarity;

/**
 * "No sensitive data was taken" beside "names were" denies no type that could be named, so it too stands back.
 * `personal-data` and `contact-details` stay only where nothing more precise is said of the same incident (codebook rule 1).
 */
const isCovered = (claim: DataClaim, all: readonly DataClaim[]): boolean => {
  const { type } = claim.value;
  if (type === 'personal-data')
    return all.some(
      other =>
        other.incident === claim.incident &&
        other.value.subject === claim.value.subject &&
        other.value.type !== type &&
        (other.value.polarity === claim.value.polarity || other.value.polarity === 'taken'),
    );
  if (type === 'contact-details')
    return all.some(other => sameCase(claim, other) && CONTACT_PARTS.has(other.value.type));
  return false;
};

/** One speaker does not say both that data was taken and that it was not: the plainer word counts. */
const isContradicted = (claim: DataClaim, all: readonly DataClaim[]): boolean =>
  all.some(
    other =>
      other.incident === claim.incident &&
      other.value.type === claim.value.type &&
      other.value.subject === claim.value.subject &&
      other.value.polarity !== claim.value.polarity &&
      other.by === claim.by &&
      plainness(other) > plainness(claim),
  );

const plainness = (claim: DataClaim): number =>
  claim.confidence + (claim.certainty === 'possible' ? -1 : 0) + (claim.value.polarity === 'not-taken' ? 0.3 : 0);

/** Leaves out umbrellas over what is told in parts, and the weaker of two words that contradict each other. */
export const settled = (claims: readonly DataClaim[]): readonly DataClaim[] => {
  const consistent = claims.filter(claim => !isContradicted(claim, claims));
  return consistent.filter(claim => !isCovered(claim, consistent));
};
