import type { Store } from '#db';
import type { StoredClaim } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import { type ReviewLine, type ReviewQueue, renderDesk, renderDeskIncident, renderReview, renderSignIn } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { NEVER_STORE, resolve } from '../answer.ts';
import { deskOf } from '../routes/desk-call.ts';
import { incidentId } from '../routes/incident-id.ts';
import { page, readLeniently, siteOf } from './page.ts';
import { type Session, sessionOf } from './session.ts';
import { readTimeline } from './timelines.ts';

/** Below, a claim is worth a look. */
const UNSURE = 0.6;
/** Incidents whose claims are looked through for a page of the queue. */
const REVIEWED = { limit: 20 };
const PAGE = { limit: 100 };

/** Pages of the desk are nobody else's, and not kept. */
export const own = (body: string, status = 200): Answer => page(body, { cache: NEVER_STORE, status });

/** The value that an answer in JSON carries. */
export const valueIn = <T>(answer: Answer): T => {
  if (answer.kind !== 'content') throw new TypeError(`no content but ${answer.kind}`);
  return JSON.parse(typeof answer.body === 'string' ? answer.body : answer.body()) as T;
};

/** Every claim of an incident. */
const claimsOf = async (store: Store, id: string): Promise<readonly StoredClaim[]> => {
  const claims: StoredClaim[] = [];
  let cursor: string | undefined;
  do {
    const found = await store.incidentClaims(id, {}, { ...PAGE, ...(cursor === undefined ? {} : { cursor }) });
    if (found === undefined || !('found' in found)) return claims;
    claims.push(...found.found.items);
    cursor = found.found.next;
  } while (cursor !== undefined);
  return claims;
};

/** Ids of the claims behind disputed lines. */
const disputedIn = ({ events }: Timeline): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ status, sources }) => (status === 'disputed' ? sources.map(({ claimId }) => claimId) : [])),
  );

const reviewLine = async (id: string, services: Services) => {
  const [read, claims] = await Promise.all([readTimeline(id, undefined, services), claimsOf(services.store, id)]);
  if (read === undefined || !('found' in read)) return [];
  const { incident, events } = read.found.timeline();
  const disputed = events.filter(({ status }) => status === 'disputed').length;
  const unsure = claims.filter(({ claim }) => claim.confidence < UNSURE).length;
  return disputed + unsure === 0 ? [] : [{ id, title: incident.title, disputed, unsure }];
};

/** What should be looked at among incidents of one page of the list. */
const reviewQueue = async (cursor: string | undefined, services: Services): Promise<ReviewQueue> => {
  const page = { ...REVIEWED, ...(cursor === undefined ? {} : { cursor }) };
  const { items, next } = await services.store.listIncidents({}, page);
  const lines: ReviewLine[] = [];
  // One after the other: readers of the public pages come first.
  for (const { id } of items) lines.push(...(await reviewLine(id, services)));
  return { lines, ...(next === undefined ? {} : { next }) };
};

/** A page for who has opened the desk; the way in for others. */
export const atDesk =
  (show: (session: Session, call: Call, services: Services) => Promise<Answer>): Handler =>
  async (call, services) => {
    const session = await sessionOf(call, services);
    return session === undefined ? own(renderSignIn(false, siteOf(call, services))) : show(session, call, services);
  };

/** `GET /desk`: what lies on it. */
export const deskPage: Handler = atDesk(async (session, call, services) => {
  const { store } = services;
  const [requests, review, decisions, sources, removed] = await Promise.all([
    deskOf(services).requests.listOpen(PAGE),
    reviewQueue(undefined, services),
    store.listDecisions({}, { limit: 50 }),
    store.listSources(),
    store.listRemovedSources(),
  ]);
  return own(
    renderDesk({ session, requests: requests.items, review, decisions, sources, removed }, siteOf(call, services)),
  );
});

/** `GET /desk/review`: the review queue, page by page. */
export const reviewPage: Handler = atDesk(async (session, call, services) => {
  const { cursor } = readLeniently(call.query, ['cursor']);
  return own(renderReview(session, await reviewQueue(cursor, services), siteOf(call, services)));
});

/** `GET /desk/incidents/{id}`: an incident with every claim and what can be decided. */
export const deskIncidentPage: Handler = atDesk(async (session, call, services) => {
  const id = incidentId(call);
  const [read, claims] = await Promise.all([readTimeline(id, undefined, services), claimsOf(services.store, id)]);
  return resolve(id, read, call, found => {
    const timeline = found.timeline();
    const disputed = disputedIn(timeline);
    const isDoubtful = ({ id: claim, claim: { confidence } }: StoredClaim): boolean =>
      disputed.has(claim) || confidence < UNSURE;
    const sorted = claims.toSorted((a, b) => a.claim.confidence - b.claim.confidence);
    const view = {
      session,
      timeline,
      doubtful: sorted.filter(isDoubtful),
      others: sorted.filter(claim => !isDoubtful(claim)),
    };
    return own(renderDeskIncident(view, siteOf(call, services)));
  });
});
