import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { AppError } from '#errors';
import type { Call, Handler, Services } from '../answer.ts';
import { json, resolve } from '../answer.ts';
import { POINT_PARAMETERS, pointIn, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

const EVENT = /^evt_[0-9a-f]{20}$/;

const noSuchEvent = (): AppError =>
  new AppError('not-found', 'There is no event with the id in the path.', {
    hint: 'Ids look like evt_1a2b3c4d5e6f7a8b9c0d; the events of an incident are at /v1/incidents/{id}/timeline.',
  });

/** An event by its id with the timeline in which it stands. Throws AppError `not-found`. */
export const findEvent = async (
  id: string,
  services: Services,
): Promise<{ readonly event: TimelineEvent; readonly timeline: Timeline; readonly updatedAt: string }> => {
  const incident = EVENT.test(id) ? await services.store.incidentOfEvent(id) : undefined;
  const found = incident === undefined ? undefined : await services.store.getTimeline(incident);
  if (found === undefined || !('found' in found)) throw noSuchEvent();
  const timeline = JSON.parse(found.found.json) as Timeline;
  const event = timeline.events.find(one => one.id === id);
  if (event === undefined) throw noSuchEvent();
  return { event, timeline, updatedAt: found.found.updatedAt };
};

const told = ({ incident }: Timeline, event: TimelineEvent): object => ({
  incident: { id: incident.id, title: incident.title },
  event,
});

/** `GET /v1/events/{id}`: one event, with the incident to which it belongs. */
export const getEvent: Handler = async (call, services) => {
  readParameters(call.query, []);
  const { event, timeline } = await findEvent(call.params.id ?? '', services);
  return json(told(timeline, event), services);
};

const eventIn = (timeline: Timeline, { params }: Call): TimelineEvent => {
  const event = timeline.events.find(({ id }) => id === params.event);
  if (event === undefined) throw noSuchEvent();
  return event;
};

/** `GET /v1/incidents/{id}/events/{event}`: one event, as it stands, or as it stood. */
export const incidentEvent: Handler = async (call, services) => {
  const point = pointIn(readParameters(call.query, POINT_PARAMETERS));
  const id = incidentId(call);
  if (point !== undefined)
    return resolve(id, await services.history.timelineAt(id, point), call, timeline =>
      json(told(timeline, eventIn(timeline, call)), services),
    );
  return resolve(id, await services.store.getTimeline(id), call, document => {
    const timeline = JSON.parse(document.json) as Timeline;
    return json(told(timeline, eventIn(timeline, call)), services);
  });
};
