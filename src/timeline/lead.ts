import type { Claim } from '#domain/claim.ts';
import type { StoredClaim } from '#domain/incident.ts';
import type { EventVariant } from '#domain/timeline.ts';
import { type Detail, dateDetail, detailOf, supports } from './details.ts';
import { byTime, independentOf, type Originals } from './voices.ts';

/** Which claims state a detail, and how many sources that are no copies stand behind it. */
interface Candidate {
  readonly detail: Detail;
  readonly claims: readonly StoredClaim[];
  readonly support: number;
}

type DetailOf = (claim: Claim) => Detail | undefined;

/** Each detail that is stated, with all claims that can mean it as its support. */
const candidatesOf = (claims: readonly StoredClaim[], read: DetailOf, originals: Originals): readonly Candidate[] => {
  const told = claims.flatMap(stored => {
    const detail = read(stored.claim);
    return detail === undefined ? [] : [{ stored, detail }];
  });
  return [...Map.groupBy(told, ({ detail }) => detail.key)].flatMap(([, members]) => {
    const detail = members[0]?.detail;
    if (detail === undefined) return [];
    const agreeing = told.filter(other => supports(other.detail, detail)).map(({ stored }) => stored);
    return [{ detail, claims: members.map(({ stored }) => stored), support: independentOf(agreeing, originals) }];
  });
};

const bestOf = (candidates: readonly Candidate[], sources: number): Candidate | undefined => {
  const major = candidates.filter(({ support }) => support * 2 > sources);
  const own = (candidate: Candidate): number => candidate.claims.length;
  return (major.length > 0 ? major : candidates).toSorted(
    (a, b) =>
      (major.length > 0 ? 0 : b.support - a.support) ||
      b.detail.precision - a.detail.precision ||
      b.support - a.support ||
      own(b) - own(a) ||
      (a.detail.key < b.detail.key ? -1 : 1),
  )[0];
};

/**
 * Of the details that the claims of one event state, the most precise one that a majority of the independent sources
 * agrees with; without a majority, the one with the most support.
 *
 * @returns the claims that state it, the earliest first; empty where no claim has a detail
 */
const leading = (claims: readonly StoredClaim[], read: DetailOf, originals: Originals): readonly StoredClaim[] => {
  const candidates = candidatesOf(claims, read, originals);
  const sources = independentOf(
    claims.filter(({ claim }) => read(claim) !== undefined),
    originals,
  );
  return byTime(bestOf(candidates, sources)?.claims ?? []);
};

/** The claims whose figure leads an event; all its claims where the kind has no figures. The earliest first. */
export const leadersOf = (claims: readonly StoredClaim[], originals: Originals): readonly StoredClaim[] => {
  const found = leading(claims, detailOf, originals);
  return found.length > 0 ? found : byTime(claims);
};

const dateOfClaim: DetailOf = claim => (claim.date === undefined ? undefined : dateDetail(claim.date));

/** The date on which an event happened: the most precise with which a majority of those that state one agrees. */
export const dateOf = (claims: readonly StoredClaim[], originals: Originals): Claim['date'] =>
  leading(claims, dateOfClaim, originals)[0]?.claim.date;

/** What claims of the event say in other figures or dates than those that lead; those with most reports first. */
export const variantsOf = (
  claims: readonly StoredClaim[],
  lead: Claim,
  originals: Originals,
): readonly EventVariant[] => {
  const keyOf = ({ claim }: StoredClaim): string => `${detailOf(claim)?.key ?? ''}|${claim.date?.edtf ?? ''}`;
  const figure = detailOf(lead)?.key;
  const others = claims.filter(
    ({ claim }) => detailOf(claim)?.key !== figure || (claim.date !== undefined && claim.date.edtf !== lead.date?.edtf),
  );
  return [...Map.groupBy(byTime(others), keyOf)]
    .flatMap(([key, members]) => {
      const first = members[0]?.claim;
      if (first === undefined) return [];
      const variant: EventVariant = {
        value: first.value,
        ...(first.date === undefined ? {} : { date: first.date }),
        reports: new Set(members.map(({ article }) => article.articleId)).size,
        independent: independentOf(members, originals),
        claimIds: members.map(({ id }) => id),
      };
      return [{ key, variant }];
    })
    .sort((a, b) => b.variant.independent - a.variant.independent || (a.key < b.key ? -1 : 1))
    .map(({ variant }) => variant);
};
