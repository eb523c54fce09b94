import type { Claim, EventDate } from '#domain/claim.ts';
import { eventId } from '#domain/ids.ts';
import type { StoredClaim } from '#domain/incident.ts';
import type { ArticleEdit, EventPin, EventSource, TimelineEvent } from '#domain/timeline.ts';
import type { Certainty } from '#domain/vocabulary.ts';
import type { Draft } from './draft.ts';
import { dateOf, leadersOf, variantsOf } from './lead.ts';
import { type ClaimGroup, compareCertainty } from './merge.ts';
import type { Rulings } from './rulings.ts';
import { summarise } from './summarise.ts';
import { independentOf, type Originals, originalOf, publicAt } from './voices.ts';

/** What events are made with. */
export interface EventContext {
  readonly incident: { readonly id: string; readonly name: string };
  readonly originals: Originals;
  readonly nameOf: (slug: string) => string;
  readonly rulings: Rulings;
  readonly edits: ReadonlyMap<string, readonly ArticleEdit[]>;
}

const sourceOf = (stored: StoredClaim, { originals, edits }: EventContext): EventSource => {
  const { article, claim } = stored;
  const published = publicAt(stored);
  const original = originalOf(originals, article.articleId);
  const edited = edits.get(article.articleId) ?? [];
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
    ...(original === article.articleId ? {} : { copyOf: original }),
    ...(edited.length === 0 ? {} : { edited: edited.some(({ stealth }) => stealth) ? 'silently' : 'openly' }),
  };
};

/**
 * How sure the event is: the strongest certainty that a report gives to the leading value; but what most reports give
 * as the attackers' claim stays their claim, even where one of them says that it was confirmed.
 */
const certaintyOf = (claims: readonly StoredClaim[]): Certainty => {
  const given = claims.map(({ claim }) => claim.certainty);
  const count = (certainty: Certainty): number => given.filter(other => other === certainty).length;
  const doubted = count('claimed') >= count('confirmed');
  return given
    .filter(certainty => !(doubted && certainty === 'confirmed' && count('claimed') > 0))
    .reduce((best, other) => (compareCertainty(other, best) > 0 ? other : best));
};

/** Who else a statement is about: for a figure always the same, else only where every report is a joint one. */
const jointOf = (claims: readonly StoredClaim[]): readonly string[] | undefined => {
  const joint = claims.map(({ claim }) => claim.sharedWith ?? []);
  return joint.every(others => others.length > 0) ? [...new Set(joint.flat())].sort() : undefined;
};

const pinFor = (group: ClaimGroup, { pinOf }: Rulings): { stored: StoredClaim; pin: EventPin } | undefined =>
  group.claims
    .flatMap(stored => {
      const decision = pinOf(stored);
      if (decision === undefined) return [];
      const { id, who, why, at } = decision;
      return [{ stored, pin: { decision: id, who, why, at } }];
    })
    .sort((a, b) => (`${a.pin.at}|${a.pin.decision}` > `${b.pin.at}|${b.pin.decision}` ? -1 : 1))[0];

const momentsOf = (date: EventDate | undefined, first: string | undefined): Partial<TimelineEvent> => {
  const sortDate = date?.edtf.replace(/[~?%]$/, '') ?? first?.slice(0, 10);
  return {
    ...(date === undefined ? {} : { date }),
    ...(sortDate === undefined ? {} : { sortDate }),
    ...(first === undefined ? {} : { firstReportedAt: first }),
  };
};

/** One event out of the claims that say the same. It is set against the others later. */
export const draftOf = (group: ClaimGroup, outage: number, context: EventContext): Draft | undefined => {
  const { incident, originals } = context;
  const pinned = pinFor(group, context.rulings);
  const leaders = pinned ? [pinned.stored] : leadersOf(group.claims, originals);
  if (leaders.length === 0) return undefined;
  const certainty = certaintyOf(leaders);
  const lead = leaders.find(({ claim }) => claim.certainty === certainty)?.claim;
  if (lead === undefined) return undefined;
  const date = lead.kind === 'date' || pinned ? lead.date : dateOf(group.claims, originals);
  const first = group.claims.map(publicAt).find(at => at !== undefined);
  const joint = jointOf(group.claims);
  const told = { ...lead, ...(date === undefined ? {} : { date }) } as Claim;
  const variants = variantsOf(group.claims, told, originals);
  const event: TimelineEvent = {
    id: eventId(incident.id, lead.kind, group.key),
    kind: lead.kind,
    value: lead.value,
    summary: summarise(lead, incident.name, joint?.map(context.nameOf)),
    ...momentsOf(date, first),
    certainty,
    status: certainty,
    ...(joint === undefined ? {} : { sharedWith: joint }),
    ...(variants.length === 0 ? {} : { variants }),
    ...(pinned === undefined ? {} : { pinned: pinned.pin }),
    importance: 0,
    important: false,
    reports: new Set(group.claims.map(({ article }) => article.articleId)).size,
    independent: independentOf(group.claims, originals),
    sources: group.claims.map(stored => sourceOf(stored, context)),
  };
  return { event, lead, claims: group.claims, outage };
};
