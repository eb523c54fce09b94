import { quoteHash } from '#domain/decision.ts';
import type { LedgerAnalysis, LedgerArticle, LedgerClaim } from '#domain/ledger.ts';
import type { ArticleEdit, ClaimEdit } from '#domain/timeline.ts';
import { CERTAINTY_STRENGTH } from '#domain/vocabulary.ts';
import { EVER } from './reading.ts';
import { type Sighting, sightingsOf } from './sightings.ts';

type Told = LedgerClaim['claim'];

/** What two claims have in common when the one is the other, edited: everything but the figure, state or polarity. */
const slotOf = ({ kind, value, by }: Told, victim: string): string => {
  const given = { ...value } as Record<string, unknown>;
  for (const name of ['count', 'qualifier', 'amount', 'min', 'max', 'percent', 'state', 'polarity']) delete given[name];
  return JSON.stringify([victim, kind, by, Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))]);
};

const factOf = ({ kind, value, date }: Told, victim: string): string =>
  JSON.stringify([victim, kind, Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)), date?.edtf ?? null]);

interface Placed extends LedgerClaim {
  readonly victim: string;
}

const claimsOf = (analysis: LedgerAnalysis): readonly Placed[] =>
  analysis.incidents.flatMap(({ victim, claims }) => claims.map(claim => ({ ...claim, victim })));

/** The readings of both texts by the newest rules that read both, so that a better rule is not taken for an edit. */
const comparable = (
  analyses: readonly LedgerAnalysis[],
  before: string,
  after: string,
): readonly [LedgerAnalysis, LedgerAnalysis] | undefined => {
  const newest = (revision: string): readonly LedgerAnalysis[] =>
    analyses
      .filter(analysis => analysis.revision === revision)
      .toSorted((a, b) =>
        a.analysedAt !== b.analysedAt ? (a.analysedAt > b.analysedAt ? -1 : 1) : a.extractor > b.extractor ? -1 : 1,
      );
  const [olds, news] = [newest(before), newest(after)];
  for (const fresh of news) {
    const old = olds.find(({ extractor }) => extractor === fresh.extractor);
    if (old) return [old, fresh];
  }
  const [old, fresh] = [olds[0], news[0]];
  return old && fresh ? [old, fresh] : undefined;
};

const side = ({ claim }: LedgerClaim): NonNullable<ClaimEdit['before']> => ({
  value: claim.value,
  certainty: claim.certainty,
  quote: claim.quote,
});

/** Takes the first claim out of a list that fits. */
const take = (claims: Placed[], fits: (claim: Placed) => boolean): Placed | undefined => {
  const index = claims.findIndex(fits);
  return index < 0 ? undefined : claims.splice(index, 1)[0];
};

/** One row per fact: the surest of several claims with one value stands for them. */
const distinct = (claims: readonly Placed[]): Placed[] => {
  const best = new Map<string, Placed>();
  for (const told of claims) {
    const key = factOf(told.claim, told.victim);
    const held = best.get(key);
    if (!held || CERTAINTY_STRENGTH[told.claim.certainty] > CERTAINTY_STRENGTH[held.claim.certainty])
      best.set(key, told);
  }
  return [...best.values()];
};

/** What an edit did to the claims, in the order of the old text and then of the new one. */
const compareClaims = (old: LedgerAnalysis, fresh: LedgerAnalysis): readonly ClaimEdit[] => {
  const left = distinct(claimsOf(old));
  const right = distinct(claimsOf(fresh));
  const edits: ClaimEdit[] = [];
  const unmatched: Placed[] = [];
  for (const before of left) {
    const after = take(right, told => factOf(told.claim, told.victim) === factOf(before.claim, before.victim));
    if (!after) unmatched.push(before);
    else {
      const step = CERTAINTY_STRENGTH[after.claim.certainty] - CERTAINTY_STRENGTH[before.claim.certainty];
      // Rules that changed their mind about the same words are no edit of the words.
      if (step !== 0 && quoteHash(after.claim.quote) !== quoteHash(before.claim.quote))
        edits.push({
          change: step < 0 ? 'softened' : 'hardened',
          kind: before.claim.kind,
          before: side(before),
          after: side(after),
        });
    }
  }
  for (const before of unmatched) {
    const after = take(right, told => slotOf(told.claim, told.victim) === slotOf(before.claim, before.victim));
    const { kind } = before.claim;
    if (after) edits.push({ change: 'changed', kind, before: side(before), after: side(after) });
    else if (!before.heldIn.includes(fresh.revision)) edits.push({ change: 'vanished', kind, before: side(before) });
  }
  for (const after of right)
    if (!after.heldIn.includes(old.revision))
      edits.push({ change: 'appeared', kind: after.claim.kind, after: side(after) });
  return edits;
};

const editOf = (article: LedgerArticle, before: Sighting, after: Sighting): ArticleEdit => {
  const pair = comparable(article.analyses, before.revision.id, after.revision.id);
  const { modifiedAt } = after.revision;
  return {
    fromRevision: before.revision.id,
    toRevision: after.revision.id,
    seenAt: after.seenAt,
    lastSeenBefore: before.seenAt,
    ...(modifiedAt === undefined || after.stealth ? {} : { modifiedAt }),
    stealth: after.stealth,
    ...(before.revision.title === after.revision.title
      ? {}
      : { title: { before: before.revision.title, after: after.revision.title } }),
    claims: pair ? compareClaims(...pair) : [],
  };
};

/**
 * The edits of an article that were seen, oldest first: each with the claims about one victim that it brought, took away
 * or changed. `until`: UTC instants up to which texts and their readings count.
 */
export const editsOf = (
  article: LedgerArticle,
  until: { readonly texts?: string; readonly analysed?: string; readonly asOf?: string } = {},
): readonly ArticleEdit[] => {
  const { texts = EVER, analysed = EVER, asOf = EVER } = until;
  const known = { ...article, analyses: article.analyses.filter(({ analysedAt }) => analysedAt <= analysed) };
  const chain = sightingsOf(article, 'page', texts).filter(({ publicFrom }) => publicFrom <= asOf);
  return chain.flatMap((after, index) => {
    const before = chain[index - 1];
    return before && before.revision.id !== after.revision.id ? [editOf(known, before, after)] : [];
  });
};
