import type { EventDate } from '#domain/claim.ts';
import { eventId } from '#domain/ids.ts';
import type { LinkedIncident, StoredClaim } from '#domain/incident.ts';
import type { EventSource, IncidentArticle, Timeline, TimelineEvent } from '#domain/timeline.ts';
import type { Certainty } from '#domain/vocabulary.ts';
import { markContradictions } from './conflicts.ts';
import { type ClaimGroup, compareCertainty, compatibleDates, mergeClaims, publicAt } from './merge.ts';
import { summarise } from './summarise.ts';
import { summaryOf } from './summary.ts';

/** What a build needs beside the incident. */
interface BuildContext {
  /** Article id → id of the article of which it is a copy, or itself. */
  readonly originals: ReadonlyMap<string, string>;
  /** Usual names of other retailers by slug, for joint statements. */
  readonly nameOf: (slug: string) => string;
}

const sourceOf = (stored: StoredClaim): EventSource => {
  const { article, claim } = stored;
  const published = publicAt(stored);
  return {
    claimId: stored.id,
    articleId: article.articleId,
    revisionId: article.revisionId,
    url: article.url,
    publisher: article.publisher,
    publisherKind: article.publisherKind,
    title: article.title,
    ...(published === undefined ? {} : { publishedAt: published }),
    origin: article.origin,
    quote: claim.quote,
    start: claim.start,
    end: claim.end,
    by: claim.by,
    ...(claim.speaker === undefined ? {} : { speaker: claim.speaker }),
    certainty: claim.certainty,
  };
};

/** The date with which most claims agree, in its most precise form. */
const dateOf = (claims: readonly StoredClaim[]): EventDate | undefined => {
  const dates = claims.flatMap(({ claim }) => claim.date ?? []);
  const support = (date: EventDate): number => dates.filter(other => compatibleDates(date, other)).length;
  return [...dates].sort(
    (a, b) => support(b) - support(a) || b.edtf.length - a.edtf.length || (a.edtf < b.edtf ? -1 : 1),
  )[0];
};

/**
 * How sure the event is: the strongest certainty that a report gives it; but what most reports give as the attackers'
 * claim stays their claim, even where one of them says that it was confirmed.
 */
const certaintyOf = (claims: readonly StoredClaim[]): Certainty => {
  const given = claims.map(({ claim }) => claim.certainty);
  const count = (certainty: Certainty): number => given.filter(other => other === certainty).length;
  const doubted = count('claimed') >= count('confirmed');
  return given
    .filter(certainty => !(doubted && certainty === 'confirmed' && count('claimed') > 0))
    .reduce((best, other) => (compareCertainty(other, best) > 0 ? other : best));
};

const bySource = (a: EventSource, b: EventSource): number => {
  const left = a.publishedAt ?? '9999';
  const right = b.publishedAt ?? '9999';
  return left < right ? -1 : left > right ? 1 : a.claimId < b.claimId ? -1 : 1;
};

const eventOf = (incident: LinkedIncident, group: ClaimGroup, context: BuildContext): TimelineEvent | undefined => {
  const lead = group.claims[0];
  if (!lead) return undefined;
  const certainty = certaintyOf(group.claims);
  const spokesman = group.claims.find(({ claim }) => claim.certainty === certainty) ?? lead;
  const sources = group.claims.map(sourceOf).sort(bySource);
  const articles = new Set(group.claims.map(({ article }) => article.articleId));
  const date = dateOf(group.claims);
  const first = sources.find(source => source.publishedAt !== undefined)?.publishedAt;
  const sortDate = date?.edtf.replace(/[~?%]$/, '') ?? first?.slice(0, 10);
  const joint = lead.claim.sharedWith;
  return {
    id: eventId(incident.id, lead.claim.kind, group.key),
    kind: lead.claim.kind,
    value: lead.claim.value,
    summary: summarise(
      { ...spokesman.claim, value: lead.claim.value } as typeof lead.claim,
      incident.name,
      joint?.map(context.nameOf),
    ),
    ...(date === undefined ? {} : { date }),
    ...(sortDate === undefined ? {} : { sortDate }),
    ...(first === undefined ? {} : { firstReportedAt: first }),
    certainty,
    ...(joint === undefined ? {} : { sharedWith: joint }),
    reports: articles.size,
    independent: new Set([...articles].map(id => context.originals.get(id) ?? id)).size,
    sources,
  };
};

const inOrder = (a: TimelineEvent, b: TimelineEvent): number => {
  const left = `${a.sortDate ?? '9999'}|${a.firstReportedAt ?? '9999'}|${a.id}`;
  const right = `${b.sortDate ?? '9999'}|${b.firstReportedAt ?? '9999'}|${b.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

const articlesOf = (incident: LinkedIncident, context: BuildContext): readonly IncidentArticle[] => {
  const articles = new Map<string, IncidentArticle>();
  for (const link of incident.links) {
    const member = incident.members.find(record => record.id === link.local);
    if (!member) continue;
    const { articleId, publisherKind, publishedAt, externalId, ...article } = member.article;
    const held = articles.get(articleId);
    const original = context.originals.get(articleId);
    articles.set(articleId, {
      articleId,
      revisionId: article.revisionId,
      ...(externalId === undefined ? {} : { externalId }),
      url: article.url,
      title: article.title,
      publisher: article.publisher,
      publisherKind,
      ...(publishedAt === undefined ? {} : { publishedAt }),
      fetchedAt: article.fetchedAt,
      origin: article.origin,
      role: held?.role === 'main' ? 'main' : link.role,
      score: Math.max(link.score, held?.score ?? 0),
      reasons: link.reasons,
      claims: (held?.claims ?? 0) + member.claims.length,
      ...(original === undefined || original === articleId ? {} : { copyOf: original }),
    });
  }
  const order = (article: IncidentArticle): string => `${article.publishedAt ?? '9999'}|${article.articleId}`;
  return [...articles.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
};

/**
 * Builds the timeline of one incident: claims that say the same become one event with all its sources. A pure function
 * of the linked claims; every event has at least one source with its verbatim quote.
 */
export const buildTimeline = (incident: LinkedIncident, context: BuildContext): Timeline => {
  const claims = incident.members.flatMap(member => member.claims);
  const events = mergeClaims(claims).flatMap(group => eventOf(incident, group, context) ?? []);
  const ordered = markContradictions([...events].sort(inOrder));
  return { incident: summaryOf(incident, ordered), events: ordered, articles: articlesOf(incident, context) };
};
