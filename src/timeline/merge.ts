import type { Claim, EventDate, MoneyValue } from '#domain/claim.ts';
import type { StoredClaim } from '#domain/incident.ts';
import { CERTAINTY_STRENGTH, type Certainty } from '#domain/vocabulary.ts';

/** Two figures within this share of the larger one are the same figure, differently rounded. */
const SAME_FIGURE = 0.02;

/** Claims that say the same thing. The first one leads. */
export interface ClaimGroup {
  /** What the claims have in common, as text: the source of the event's id. */
  readonly key: string;
  readonly claims: readonly StoredClaim[];
}

/** Which of two certainties is the stronger: positive where `a` is. */
export const compareCertainty = (a: Certainty, b: Certainty): number => CERTAINTY_STRENGTH[a] - CERTAINTY_STRENGTH[b];

/** When a claim was public, UTC ISO 8601 or bare day: the day of its update note, else its article's publication. */
export const publicAt = (stored: StoredClaim): string | undefined => stored.claim.noted ?? stored.article.publishedAt;

const earliest = (a: StoredClaim, b: StoredClaim): number => {
  const left = publicAt(a) ?? `9999${a.article.fetchedAt}`;
  const right = publicAt(b) ?? `9999${b.article.fetchedAt}`;
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

const amountOf = (value: MoneyValue): string =>
  `${value.amount ?? ''}/${value.min ?? ''}/${value.max ?? ''}/${value.percent ?? ''}`;

/** What two claims must have in common to be one event; figures and dates are compared afterwards, with tolerance. */
const coarseKey = (claim: Claim): string => {
  const denied = claim.certainty === 'denied' ? 'denied' : '';
  const joint = (claim.sharedWith ?? []).join('+');
  switch (claim.kind) {
    case 'attack':
      return ['attack', claim.value.type, denied].join('|');
    case 'actor':
      return ['actor', claim.value.name.toLowerCase(), claim.value.role, denied].join('|');
    case 'data':
      return ['data', claim.value.type, claim.value.polarity, claim.value.subject, denied].join('|');
    case 'people':
      return ['people', claim.value.sense, claim.value.subject, denied].join('|');
    case 'service':
      return ['service', claim.value.service, claim.value.state, denied].join('|');
    case 'money':
      return ['money', claim.value.metric, claim.value.currency ?? '%', claim.value.per ?? '', joint, denied].join('|');
    case 'response':
      return ['response', claim.value.action, denied].join('|');
    case 'leak':
      return ['leak', claim.value.state, denied].join('|');
    case 'legal':
      return ['legal', claim.value.action, denied].join('|');
    case 'date':
      return ['date', claim.value.what, denied].join('|');
  }
};

const figuresOf = (claim: Claim): readonly (number | undefined)[] => {
  if (claim.kind === 'people') return [claim.value.count];
  if (claim.kind === 'money') return [claim.value.amount, claim.value.min, claim.value.max, claim.value.percent];
  return [];
};

const near = (a: number | undefined, b: number | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && Math.abs(a - b) <= SAME_FIGURE * Math.max(Math.abs(a), Math.abs(b)));

/** Whether one date lies within the other: the same day, a day in the month that the other names, a vague day nearby. */
export const compatibleDates = (a: EventDate, b: EventDate): boolean => {
  const left = a.edtf.replace(/[~?%]$/, '');
  const right = b.edtf.replace(/[~?%]$/, '');
  if (left.startsWith(right) || right.startsWith(left)) return true;
  if (left.length !== 10 || right.length !== 10) return false;
  const vague = a.precision === 'about' || b.precision === 'about';
  return Math.abs(Date.parse(left) - Date.parse(right)) <= (vague ? 10 : 1) * 86_400_000;
};

const sameFact = (lead: Claim, other: Claim): boolean => {
  const a = figuresOf(lead);
  const b = figuresOf(other);
  if (!a.every((figure, i) => near(figure, b[i]))) return false;
  if (lead.kind === 'date' && other.kind === 'date') return compatibleDates(lead.date, other.date);
  return true;
};

const detail = (claim: Claim): string => {
  if (claim.kind === 'people') return String(claim.value.count);
  if (claim.kind === 'money') return amountOf(claim.value);
  if (claim.kind === 'date') return claim.date.edtf;
  return '';
};

/** The claims of a coarse group, split where figures or dates differ; the most frequent figure leads its group. */
const splitByDetail = (claims: readonly StoredClaim[]): StoredClaim[][] => {
  const counts = new Map<string, number>();
  for (const { claim } of claims) counts.set(detail(claim), (counts.get(detail(claim)) ?? 0) + 1);
  const precision = (c: StoredClaim): number => c.claim.date?.edtf.length ?? 0;
  const ordered = [...claims].sort(
    (a, b) =>
      precision(b) - precision(a) ||
      (counts.get(detail(b.claim)) ?? 0) - (counts.get(detail(a.claim)) ?? 0) ||
      earliest(a, b),
  );
  const groups: StoredClaim[][] = [];
  for (const claim of ordered) {
    const home = groups.find(([lead]) => lead !== undefined && sameFact(lead.claim, claim.claim));
    if (home) home.push(claim);
    else groups.push([claim]);
  }
  return groups;
};

/**
 * Sorts claims into events: what says the same, in whatever words, precision or rounding, is one group. Claims of
 * different polarity, and denials, never meet. The result depends on the set of claims, not on their order.
 */
export const mergeClaims = (claims: readonly StoredClaim[]): readonly ClaimGroup[] => {
  const coarse = new Map<string, StoredClaim[]>();
  for (const claim of [...claims].sort(earliest)) {
    const key = coarseKey(claim.claim);
    coarse.set(key, [...(coarse.get(key) ?? []), claim]);
  }
  return [...coarse].flatMap(([key, members]) =>
    splitByDetail(members).map(group => ({
      key: `${key}|${group[0] ? detail(group[0].claim) : ''}`,
      claims: [...group.slice(0, 1), ...group.slice(1).sort(earliest)],
    })),
  );
};
