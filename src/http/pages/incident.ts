import type { Resolved } from '#db';
import type { ChangeRange } from '#domain/changes.ts';
import type { Point } from '#domain/ledger.ts';
import { type EventFilter, renderIncident } from '#web';
import type { Call, Handler, Services } from '../answer.ts';
import { resolve } from '../answer.ts';
import { POINT_PARAMETERS, pointIn } from '../params.ts';
import { incidentId } from '../routes/incident-id.ts';
import { derivedPage, readLeniently, siteOf } from './page.ts';
import { readTimeline, type TimelineRead } from './timelines.ts';

const DECISIONS = { limit: 50 };

const foundIn = <T>(resolved: Resolved<T>): T | undefined =>
  resolved !== undefined && 'found' in resolved ? resolved.found : undefined;

const filterIn = ({ query }: Call): EventFilter => {
  const { kind, speaker, certainty } = readLeniently(query, ['kind', 'speaker', 'certainty']);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(query.get('important') === 'true' ? { important: true } : {}),
  };
};

/** Whose lines changed since when: after the point that is shown, else after the day that a link names. */
const rangeOf = (point: Point | undefined, from: string | undefined): ChangeRange | undefined => {
  if (point?.asOf !== undefined) return { from: point.asOf, axis: 'public' };
  const since = point?.knownAt ?? from;
  return since === undefined ? undefined : { from: since };
};

/** What came after a day. A day that has not passed yet, or a server without the past, has nothing after it. */
const changesAfter = async (id: string, range: ChangeRange | undefined, { history }: Services) =>
  range === undefined || range.from.slice(0, 10) >= new Date().toISOString().slice(0, 10)
    ? undefined
    : foundIn(await history.changes(id, range));

const spanOf = ({ timeline }: TimelineRead) => {
  const { incident } = timeline();
  return {
    ...(incident.firstReportedAt === undefined ? {} : { first: incident.firstReportedAt.slice(0, 10) }),
    ...(incident.lastReportedAt === undefined ? {} : { last: incident.lastReportedAt.slice(0, 10) }),
  };
};

const surroundings = async (id: string, shown: TimelineRead, range: ChangeRange | undefined, services: Services) => {
  const [present, since, related, decisions] = await Promise.all([
    shown.updatedAt === undefined ? readTimeline(id, undefined, services).then(foundIn) : shown,
    changesAfter(id, range, services),
    services.history.related(id),
    services.store.listDecisions({ incident: id }, DECISIONS),
  ]);
  return {
    ...(present === undefined ? {} : { present }),
    ...(since === undefined ? {} : { since }),
    related: foundIn(related) ?? [],
    corrections: decisions.items,
  };
};

/** `GET /incidents/{id}`: the timeline, for people; with `asOf` or `knownAt` as it stood. */
export const incidentPage: Handler = async (call, services) => {
  const { from, ...moments } = readLeniently(sinceAsFrom(call.query), [...POINT_PARAMETERS, 'from']);
  const point = pointIn(moments);
  const filter = filterIn(call);
  const id = incidentId(call);
  const found = await readTimeline(id, point, services);
  const shown = foundIn(found);
  const around = shown && (await surroundings(id, shown, rangeOf(point, from), services));
  const site = siteOf(call, services);
  return resolve(id, found, call, ({ tag, timeline, updatedAt }) => {
    const { present, ...others } = around ?? {};
    const view = {
      ...(updatedAt === undefined ? {} : { updatedAt }),
      ...(point === undefined ? {} : { point }),
      ...(from === undefined ? {} : { sinceDay: from }),
      filter,
      ...others,
      takesRequests: services.desk !== undefined,
    };
    return derivedPage([tag, present?.tag, view, site], () =>
      renderIncident({ timeline: timeline(), ...view, ...(present === undefined ? {} : spanOf(present)) }, site),
    );
  });
};

/** `since` names a day on this page; in the API it is a cursor. */
const sinceAsFrom = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...query].flatMap(([name, value]) => (name === 'from' ? [] : [[name === 'since' ? 'from' : name, value]])),
  );
