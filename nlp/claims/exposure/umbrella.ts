import type { DataClaim } from '#domain/claim.ts';

/** The rule of claims that name no data but "files" or "documents". */
export const FILES_ONLY = 'data/files';

/** The rule of denials that any data were taken: a word that others may contradict. */
export const ANY_DATA = 'data/any';

const CONTACT_PARTS = new Set(['email-addresses', 'phone-numbers']);

/** One of each thing said, the plainest: so that the look through them is short however long the article. */
const distinct = (claims: readonly DataClaim[]): readonly DataClaim[] => {
  const kept = new Map<string, DataClaim>();
  for (const claim of claims) {
    const { type, subject, polarity } = claim.value;
    const key = `${claim.incident}|${type}|${subject}|${polarity}|${claim.by}`;
    const known = kept.get(key);
    if (known === undefined || plainness(claim) > plainness(known)) kept.set(key, claim);
  }
  return [...kept.values()];
};

/**
 * `personal-data`, `contact-details` and bare files stay only where nothing more precise is said of the same incident (codebook
 * rule 1). "No sensitive data was taken" beside "names were" denies no type that could be named: it stands back too.
 */
const isCovered = (claim: DataClaim, said: readonly DataClaim[]): boolean => {
  const { type, subject, polarity } = claim.value;
  const others = said.filter(other => other.incident === claim.incident && other.value.type !== type);
  if (type === 'personal-data')
    return others.some(
      ({ value }) => value.subject === subject && (value.polarity === polarity || value.polarity === 'taken'),
    );
  if (type === 'geographic-locations' && /code/i.test(claim.quote))
    return others.some(({ value }) => value.type === 'physical-addresses' && value.polarity === polarity);
  if (claim.rule === FILES_ONLY) return others.some(({ value }) => value.polarity === 'taken');
  if (type === 'contact-details')
    return others.some(({ value }) => value.polarity === polarity && CONTACT_PARTS.has(value.type));
  return false;
};

/** One speaker does not say both that data was taken and that it was not: the plainer word counts. */
const isContradicted = (claim: DataClaim, said: readonly DataClaim[]): boolean =>
  said.some(
    other =>
      other.incident === claim.incident &&
      other.value.type === claim.value.type &&
      other.value.subject === claim.value.subject &&
      other.value.polarity !== claim.value.polarity &&
      other.by === claim.by &&
      (other.rule !== ANY_DATA || other.certainty !== 'possible') &&
      plainness(other) > plainness(claim),
  );

const plainness = (claim: DataClaim): number =>
  claim.confidence + (claim.certainty === 'possible' ? -1 : 0) + (claim.value.polarity === 'not-taken' ? 0.3 : 0);

/** Leaves out umbrellas over what is told in parts, and the weaker of two words that contradict each other. */
export const settled = (claims: readonly DataClaim[]): readonly DataClaim[] => {
  const said = distinct(claims);
  const consistent = claims.filter(claim => !isContradicted(claim, said));
  const left = distinct(consistent);
  return consistent.filter(claim => !isCovered(claim, left));
};
