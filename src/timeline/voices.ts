import type { StoredClaim } from '#domain/incident.ts';
import { instantOf } from '#domain/instant.ts';

/** When a claim was public, UTC ISO 8601 or bare day; undefined where its article is not dated. */
export const publicAt = (stored: StoredClaim): string | undefined =>
  stored.publicAt ?? stored.claim.noted ?? stored.article.publishedAt;

const instant = (stored: StoredClaim): string | undefined => instantOf(publicAt(stored));

/** The claims by when they were public, the earliest first, those without a date last. A total order. */
export const byTime = (claims: readonly StoredClaim[]): readonly StoredClaim[] =>
  claims
    .map(stored => ({ stored, at: `${instant(stored) ?? `9999${stored.article.fetchedAt}`}|${stored.id}` }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ stored }) => stored);

/** Article id → id of the article of which it is a copy, or itself. */
export type Originals = ReadonlyMap<string, string>;

/** The article that counts for this one: the original of a copy, else itself. */
export const originalOf = (originals: Originals, articleId: string): string => originals.get(articleId) ?? articleId;

/** How many of the claims' reports are no copies of one another. */
export const independentOf = (claims: readonly StoredClaim[], originals: Originals): number =>
  new Set(claims.map(({ article }) => originalOf(originals, article.articleId))).size;

/** A name without case, accents and titles' dots, so that "J. Müller" and "J Muller" are one. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase();

/**
 * Who says it, as a key: equal keys are one speaker. The company is one speaker, whoever speaks for it, and so are the
 * attackers; an authority, expert or supplier only under the same name. What an outlet says by itself is what somebody
 * told it, and nobody knows who: it is nobody else's word than this article's.
 */
export const voiceOf = ({ claim, article }: StoredClaim): string => {
  const name = claim.speaker === undefined ? undefined : plainName(claim.speaker);
  switch (claim.by) {
    case 'victim':
    case 'attacker':
      return claim.by;
    case 'media':
      return `media|${article.articleId}`;
    case 'authority':
    case 'expert':
    case 'supplier':
      return `${claim.by}|${name ?? article.articleId}`;
  }
};

/**
 * When it was said at the latest: a denial that a report dates was said on that day, also where the report is younger.
 * The date of what happened, or was taken, says nothing of when somebody said so.
 */
const saidBy = (stored: StoredClaim): string | undefined => {
  const { claim } = stored;
  const at = instant(stored);
  const isNo = claim.certainty === 'denied' || (claim.kind === 'data' && claim.value.polarity === 'not-taken');
  const day = isNo && claim.date?.precision === 'day' ? instantOf(claim.date.edtf) : undefined;
  return at === undefined || (day !== undefined && day < at) ? day : at;
};

/** When each speaker first said so: a report that recalls a statement years later makes it no younger. */
const firstWords = (claims: readonly StoredClaim[]): ReadonlyMap<string, string | undefined> => {
  const voices = new Map<string, string | undefined>();
  for (const stored of claims) {
    const voice = voiceOf(stored);
    const [at, held] = [saidBy(stored), voices.get(voice)];
    voices.set(voice, held === undefined || (at !== undefined && at < held) ? at : held);
  }
  return voices;
};

const heardOf = (claims: readonly StoredClaim[]): readonly StoredClaim[] => {
  const heard = claims.filter(({ claim }) => claim.by !== 'media');
  return heard.length > 0 ? heard : claims;
};

/**
 * Whether everybody who is heard in `before` first said that, and only then `after`. An outlet that passes on what
 * another says is not asked, where that other is heard itself.
 */
export const movedOn = (before: readonly StoredClaim[], after: readonly StoredClaim[]): boolean => {
  const later = firstWords(after);
  return [...firstWords(heardOf(before))].every(([voice, at]) => {
    const then = later.get(voice);
    return at !== undefined && then !== undefined && at < then;
  });
};
