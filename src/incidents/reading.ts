import { claimTarget, sameTarget } from '#domain/decision.ts';
import type { ArticleRef, LocalIncidentRecord, StoredClaim } from '#domain/incident.ts';
import { earlier, instantOf } from '#domain/instant.ts';
import type { LedgerAnalysis, LedgerArticle, LedgerClaim, LedgerIncident, LedgerRevision } from '#domain/ledger.ts';
import { type Sighting, sightingsOf } from './sightings.ts';

/** The end of time, for instants that are not given. */
export const EVER = '9999-12-31T23:59:59.999Z';

/** Up to when the ledger is read. All are UTC instants with milliseconds; absent: everything. */
export interface Cut {
  /** What was public by then. */
  readonly asOf?: string;
  /** Articles that were public by then at all; by default `asOf`. */
  readonly articlesAsOf?: string;
  /** Articles that we held by then. */
  readonly articlesKnown?: string;
  /** Texts that we had seen by then. */
  readonly textsKnown?: string;
  readonly analysed?: string;
  /** Decisions. Takedowns hold at every time. */
  readonly decided?: string;
  /** Ids given; by default `decided`. */
  readonly assigned?: string;
}

const analysisOrder = (a: LedgerAnalysis, b: LedgerAnalysis): number =>
  a.analysedAt !== b.analysedAt ? (a.analysedAt < b.analysedAt ? -1 : 1) : a.extractor < b.extractor ? -1 : 1;

/** One article's sightings and analyses, as far as the cut lets them be seen. */
interface Held {
  readonly article: LedgerArticle;
  readonly page: readonly Sighting[];
  readonly feed: readonly Sighting[];
  /** By revision the analysis that counts. */
  readonly analyses: ReadonlyMap<string, LedgerAnalysis>;
}

const heldAt = (article: LedgerArticle, cut: Cut): Held => {
  const until = cut.textsKnown ?? EVER;
  const analysed = cut.analysed ?? EVER;
  const counted = article.analyses.filter(({ analysedAt }) => analysedAt <= analysed).toSorted(analysisOrder);
  const analyses = new Map(counted.map(analysis => [analysis.revision, analysis]));
  const read = (line: 'page' | 'feed') =>
    sightingsOf(article, line, until).filter(({ revision }) => analyses.has(revision.id));
  return { article, page: read('page'), feed: read('feed'), analyses };
};

const refOf = ({ article }: Held, revision: LedgerRevision): ArticleRef => ({
  articleId: article.id,
  revisionId: revision.id,
  ...(article.externalId === undefined ? {} : { externalId: article.externalId }),
  url: article.url,
  publisher: article.publisher,
  publisherKind: article.publisherKind,
  title: revision.title,
  ...(revision.publishedAt === undefined ? {} : { publishedAt: revision.publishedAt }),
  fetchedAt: revision.seenAt[0] ?? '',
  origin: revision.origin,
});

/** When a claim was public first: the instant, and as it is said. */
interface PublicTime {
  readonly from: string;
  readonly label?: string;
}

const publicTimeOf = (held: Held, { claim, heldIn }: LedgerClaim): PublicTime => {
  const containing = [...held.page, ...held.feed].filter(({ revision }) => heldIn.includes(revision.id));
  const seen = containing.reduce((first, { seenAt }) => earlier(first, seenAt), EVER);
  const noted = instantOf(claim.noted);
  if (noted !== undefined && claim.noted !== undefined) return { from: earlier(noted, seen), label: claim.noted };
  const first = containing.toSorted((a, b) => (a.publicFrom < b.publicFrom ? -1 : 1))[0];
  return {
    from: first?.publicFrom ?? seen,
    ...(first?.publicLabel === undefined ? {} : { label: first.publicLabel }),
  };
};

const storedClaim = (held: Held, article: ArticleRef, told: LedgerClaim): StoredClaim => {
  const { label } = publicTimeOf(held, told);
  return { id: told.id, article, claim: told.claim, ...(label === undefined ? {} : { publicAt: label }) };
};

const recordOf = (
  held: Held,
  analysis: LedgerAnalysis,
  revision: LedgerRevision,
  incident: LedgerIncident,
  keep: (claim: LedgerClaim) => boolean,
): LocalIncidentRecord => {
  const article = refOf(held, revision);
  const { position, victim, name, role, known, claims } = incident;
  return {
    id: `${analysis.id}:${position}`,
    article,
    victim,
    name,
    role,
    known,
    claims: claims.filter(keep).map(claim => storedClaim(held, article, claim)),
  };
};

const recordsOf = (
  held: Held,
  { revision }: Sighting,
  keep: (claim: LedgerClaim) => boolean = () => true,
): readonly LocalIncidentRecord[] => {
  const analysis = held.analyses.get(revision.id);
  return analysis?.incidents.map(incident => recordOf(held, analysis, revision, incident, keep)) ?? [];
};

/** The sighting that counts: the latest of the page, and only without one the feed's own words. */
const lastOf = (held: Held, fits: (sighting: Sighting) => boolean = () => true): Sighting | undefined =>
  held.page.findLast(fits) ?? held.feed.findLast(fits);

/**
 * Notes that carry their own, earlier date in a text that was seen later: they were public on their day. Put to the
 * record of the same incident, or told in one of their own.
 */
const withNotes = (
  records: readonly LocalIncidentRecord[],
  noted: readonly LocalIncidentRecord[],
): readonly LocalIncidentRecord[] => {
  const result = [...records];
  for (const later of noted) {
    if (later.claims.length === 0) continue;
    const index = result.findIndex(({ victim, known }) => victim === later.victim && known === later.known);
    const home = result[index];
    if (home === undefined) {
      result.push(later);
      continue;
    }
    const told = home.claims.map(({ article, claim }) => claimTarget(article.articleId, claim));
    const isNew = ({ article, claim }: StoredClaim): boolean =>
      !told.some(target => sameTarget(target, claimTarget(article.articleId, claim)));
    result[index] = { ...home, claims: [...home.claims, ...later.claims.filter(isNew)] };
  }
  return result;
};

const firstNote = (held: Held): string | undefined =>
  [...held.analyses.values()]
    .flatMap(({ incidents }) => incidents.flatMap(({ claims }) => claims))
    .flatMap(told => (told.claim.noted === undefined ? [] : [publicTimeOf(held, told).from]))
    .reduce<string | undefined>((first, from) => (first === undefined ? from : earlier(first, from)), undefined);

/** An article as the public could read it: undefined where it could not yet. */
const publicRecords = (held: Held, { asOf, articlesAsOf = asOf }: Cut): readonly LocalIncidentRecord[] | undefined => {
  if (asOf === undefined) {
    const last = lastOf(held);
    return last && recordsOf(held, last);
  }
  const wasPublic = (claim: LedgerClaim): boolean => publicTimeOf(held, claim).from <= asOf;
  const base = lastOf(held, ({ publicFrom }) => publicFrom <= asOf);
  const later = [...held.page, ...held.feed].filter(sighting => sighting.publicFrom > asOf);
  const notes = later
    .toReversed()
    .flatMap(sighting => recordsOf(held, sighting, told => told.claim.noted !== undefined && wasPublic(told)));
  const records = withNotes(base ? recordsOf(held, base, wasPublic) : [], notes);
  const since = [...held.page, ...held.feed].reduce((first, sighting) => earlier(first, sighting.publicFrom), EVER);
  const isOut = articlesAsOf === undefined || earlier(since, firstNote(held) ?? EVER) <= articlesAsOf;
  return isOut && (base !== undefined || records.length > 0) ? records : undefined;
};

/** What is read of an article, and whether the public could read it. */
export interface ArticleReading {
  readonly records: readonly LocalIncidentRecord[];
  readonly isPublic: boolean;
}

/**
 * Reads one article as far as a cut lets it be seen: what the public could read; where that is nothing yet, what we
 * hold of it.
 */
export const readArticle = (article: LedgerArticle, cut: Cut): ArticleReading => {
  const held = heldAt(article, cut);
  const readable = publicRecords(held, cut);
  if (readable !== undefined) return { records: readable, isPublic: true };
  const last = lastOf(held);
  return { records: last ? recordsOf(held, last) : [], isPublic: false };
};
