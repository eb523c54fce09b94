import { hash } from 'node:crypto';
import type { Claim } from './claim.ts';
import type { ClaimKind } from './vocabulary.ts';

/**
 * A claim as a decision means it: by what it says and where it says it, not by a row or an offset, so that the decision
 * survives a re-analysis and a rebuild.
 */
export interface ClaimTarget {
  /** Article id. */
  readonly article: string;
  readonly claimKind: ClaimKind;
  /** The claim's value as canonical JSON: keys sorted, no spaces. */
  readonly value: string;
  /** `quoteHash` of the claim's quote. */
  readonly quoteHash: string;
}

/** What a decision does. Ids of incidents and articles are public ids; a former id of an incident means the present one. */
export type DecisionAction =
  /** Two incidents are one: everything that belongs to `from` belongs to `into`, and the id `from` redirects. */
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  /** These articles tell of another incident than the rest of `incident`. */
  | { readonly kind: 'split'; readonly incident: string; readonly articles: readonly string[] }
  /** The claim was misread: it counts for nothing. */
  | { readonly kind: 'dismiss'; readonly claim: ClaimTarget }
  /** Of the events that say this in other words or figures, this claim's value leads. */
  | { readonly kind: 'pin'; readonly incident: string; readonly claim: ClaimTarget }
  | { readonly kind: 'retitle'; readonly incident: string; readonly title: string }
  /** The article tells of no incident at a retailer. */
  | { readonly kind: 'not-an-incident'; readonly article: string }
  /** The article's text, quotes and claims are shown no more, at no time; `note` is what the tombstone says. */
  | { readonly kind: 'takedown'; readonly article: string; readonly note: string }
  /** The decision named counts no more. An undo can be undone. */
  | { readonly kind: 'undo'; readonly decision: string };

/** What a person decided. Written once, never changed; it is taken back by a later `undo`. */
export type Decision = DecisionAction & {
  readonly id: string;
  readonly who: string;
  readonly why: string;
  /** UTC ISO 8601. */
  readonly at: string;
};

export type DecisionKind = Decision['kind'];
/** A decision of one kind. */
export type DecisionOf<K extends DecisionKind> = Extract<Decision, { readonly kind: K }>;

export const DECISION_KINDS = [
  'merge',
  'split',
  'dismiss',
  'pin',
  'retitle',
  'not-an-incident',
  'takedown',
  'undo',
] as const satisfies readonly DecisionKind[];

/** JSON text with the keys of every object sorted: equal values give equal texts. */
export const canonicalValue = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );

/** 20 hex digits of the SHA-256 of a quote, white space and letter case levelled. */
export const quoteHash = (quote: string): string =>
  hash('sha256', quote.replace(/\s+/g, ' ').trim().toLowerCase()).slice(0, 20);

/** How a decision names a claim of an article. */
export const claimTarget = (article: string, claim: Pick<Claim, 'kind' | 'value' | 'quote'>): ClaimTarget => ({
  article,
  claimKind: claim.kind,
  value: canonicalValue(claim.value),
  quoteHash: quoteHash(claim.quote),
});

/** Whether two targets mean the same claim. */
export const sameTarget = (a: ClaimTarget, b: ClaimTarget): boolean =>
  a.article === b.article && a.claimKind === b.claimKind && a.value === b.value && a.quoteHash === b.quoteHash;

const byTime = (a: Decision, b: Decision): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Which undo in force takes a decision back, by the decision's id. An undo that is itself undone takes nothing back.
 * The result depends on the set, not on its order.
 */
export const undosInForce = (decisions: readonly Decision[]): ReadonlyMap<string, DecisionOf<'undo'>> => {
  const undone = new Map<string, DecisionOf<'undo'>>();
  // Newest first: only a later decision can take an undo back.
  for (const decision of decisions.toSorted(byTime).toReversed())
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.set(decision.decision, decision);
  return undone;
};

/** The decisions that are in force, oldest first, without undos. */
export const inForce = (decisions: readonly Decision[]): readonly Decision[] => {
  const undone = undosInForce(decisions);
  return decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id)).toSorted(byTime);
};
