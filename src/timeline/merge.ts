import type { Claim } from '#domain/claim.ts';
import type { StoredClaim } from '#domain/incident.ts';
import { CERTAINTY_STRENGTH, type Certainty } from '#domain/vocabulary.ts';
import { compatible, type Detail, detailOf } from './details.ts';
import { outageOf, type ServiceDays, serviceDaysOf } from './services.ts';
import { byTime, independentOf, type Originals } from './voices.ts';

/** Claims that say the same thing, the earliest first. */
export interface ClaimGroup {
  /** What the claims have in common, and what the earliest of them says, as text: the source of the event's id. */
  readonly key: string;
  readonly claims: readonly StoredClaim[];
}

/** Which of two certainties is the stronger: positive where `a` is. */
export const compareCertainty = (a: Certainty, b: Certainty): number => CERTAINTY_STRENGTH[a] - CERTAINTY_STRENGTH[b];

/** What two claims must have in common to be one event; figures and dates are compared afterwards, with tolerance. */
const commonOf = (claim: Claim): readonly string[] => {
  const joint = (claim.sharedWith ?? []).toSorted().join('+');
  switch (claim.kind) {
    case 'attack':
      return [claim.value.type];
    case 'actor':
      return [claim.value.name.toLowerCase(), claim.value.role];
    case 'data':
      return [claim.value.type, claim.value.polarity, claim.value.subject];
    case 'people':
      return [claim.value.sense, claim.value.subject, joint];
    case 'service':
      return [claim.value.service, claim.value.state];
    case 'money': {
      const { amount, min, max, percent } = claim.value;
      const falls = (percent ?? amount ?? max ?? min ?? 0) < 0 ? 'falls' : '';
      return [claim.value.metric, claim.value.currency ?? '%', claim.value.per ?? '', falls, joint];
    }
    case 'response':
      return [claim.value.action];
    case 'leak':
      return [claim.value.state];
    case 'legal':
      return [claim.value.action];
    case 'date':
      return [claim.value.what];
  }
};

const coarseKey = (stored: StoredClaim, days: ServiceDays): string => {
  const { claim } = stored;
  const denied = claim.certainty === 'denied' ? 'denied' : '';
  const outage = outageOf(stored, days);
  return [claim.kind, ...commonOf(claim), ...(outage === 0 ? [] : [`outage ${outage + 1}`]), denied].join('|');
};

/** All claims that state one detail. */
interface Stated {
  readonly detail: Detail;
  readonly claims: readonly StoredClaim[];
  readonly support: number;
}

interface Cluster {
  readonly members: Stated[];
}

const supportOf = (cluster: Cluster): number => cluster.members.reduce((sum, { support }) => sum + support, 0);

const bestHome = (clusters: readonly Cluster[], fits: (cluster: Cluster) => boolean): Cluster | undefined =>
  clusters
    .filter(fits)
    .reduce<Cluster | undefined>(
      (best, next) => (best === undefined || supportOf(next) > supportOf(best) ? next : best),
      undefined,
    );

/**
 * Claims with one coarse key, split where their figures or dates exclude one another. Figures meet only where each
 * agrees with every other, so that no chain of roundings leads from 300 to 400. A range or bound joins the best
 * supported figure within it, then other ranges.
 */
const splitByDetail = (claims: readonly StoredClaim[], originals: Originals): readonly (readonly StoredClaim[])[] => {
  const told = claims.map(stored => ({ stored, detail: detailOf(stored.claim) }));
  const bare = told.filter(({ detail }) => detail === undefined).map(({ stored }) => stored);
  const stated = [...Map.groupBy(told, ({ detail }) => detail?.key)]
    .flatMap(([, members]): Stated[] => {
      const detail = members[0]?.detail;
      if (detail === undefined) return [];
      const own = members.map(({ stored }) => stored);
      return [{ detail, claims: own, support: independentOf(own, originals) }];
    })
    .sort(
      (a, b) =>
        b.support - a.support || b.detail.precision - a.detail.precision || (a.detail.key < b.detail.key ? -1 : 1),
    );
  const clusters: Cluster[] = [];
  for (const one of [...stated.filter(s => !s.detail.vague), ...stated.filter(s => s.detail.vague)]) {
    const agrees = ({ members }: Cluster): boolean => {
      const figures = members.filter(({ detail }) => !detail.vague);
      const compared = one.detail.vague && figures.length > 0 ? figures : members;
      return compared.every(({ detail }) => compatible(one.detail, detail));
    };
    const home = bestHome(clusters, agrees);
    if (home) home.members.push(one);
    else clusters.push({ members: [one] });
  }
  const groups = clusters.map(({ members }) => members.flatMap(member => member.claims));
  return bare.length > 0 ? [...groups, bare] : groups;
};

/**
 * Sorts claims into events: what says the same, in whatever words, precision or rounding, is one group. Claims of
 * different polarity, and denials, never meet. The result depends on the set of claims, not on their order; the key
 * depends on the earliest claim, so that an event keeps it while later reports come in.
 */
export const mergeClaims = (claims: readonly StoredClaim[], originals: Originals): readonly ClaimGroup[] => {
  const days = serviceDaysOf(claims);
  const coarse = Map.groupBy(byTime(claims), stored => coarseKey(stored, days));
  return [...coarse].flatMap(([key, members]) =>
    splitByDetail(members, originals).map(group => {
      const sorted = byTime(group);
      return { key: `${key}|${(sorted[0] && detailOf(sorted[0].claim)?.key) ?? ''}`, claims: sorted };
    }),
  );
};
