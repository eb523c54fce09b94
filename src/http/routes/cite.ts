import { linkToWords } from '#domain/text-fragment.ts';
import type { EventSource, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { AppError } from '#errors';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { json, resolve } from '../answer.ts';
import { POINT_PARAMETERS, pointIn, readParameters } from '../params.ts';
import { findEvent } from './events.ts';
import { incidentId } from './incident-id.ts';

const dayOf = (moment: string | undefined): string => moment?.slice(0, 10) ?? 'n.d.';

/** The words at their source, as a footnote would cite them. */
const original = (source: EventSource): object => {
  const link = linkToWords(source);
  return {
    claimId: source.claimId,
    publisher: source.publisher,
    title: source.title,
    ...(source.publishedAt === undefined ? {} : { publishedAt: source.publishedAt }),
    url: source.url,
    ...(link === undefined ? {} : { link }),
    quote: source.quote,
    text: `${source.publisher}, “${source.title}”, ${dayOf(source.publishedAt)}. ${source.url}`,
  };
};

interface Page {
  readonly title: string;
  readonly permalink: string;
  readonly accessed?: string;
}

const page = ({ title, permalink, accessed }: Page): object => ({
  title,
  permalink,
  text: `Receipts, “${title}”${accessed === undefined ? '' : `, as of ${accessed}`}. ${permalink}`,
});

/** The latest moment that a timeline tells of: what was public and held then cannot change any more. */
const latestMoment = ({ articles }: Timeline): string | undefined =>
  articles
    .map(({ fetchedAt }) => fetchedAt)
    .toSorted()
    .at(-1);

const permalink = (timeline: Timeline, call: Call, anchor: string): Page => {
  const asked = new URLSearchParams([...call.query].filter(([name]) => name === 'asOf' || name === 'knownAt'));
  const latest = latestMoment(timeline);
  if (asked.size === 0 && latest !== undefined) asked.set('knownAt', latest);
  const query = asked.size === 0 ? '' : `?${asked}`;
  const when = asked.get('asOf') ?? asked.get('knownAt');
  return {
    title: timeline.incident.title,
    permalink: `${call.origin}/incidents/${timeline.incident.id}${query}${anchor}`,
    ...(when === null ? {} : { accessed: when }),
  };
};

const cited = (timeline: Timeline, event: TimelineEvent | undefined, call: Call, services: Services): Answer => {
  const sources =
    event?.sources ??
    timeline.events.filter(({ important }) => important).flatMap(({ sources }) => sources.slice(0, 1));
  const anchor = event === undefined ? '' : `#${event.id}`;
  return json(
    {
      incident: { id: timeline.incident.id, title: timeline.incident.title },
      ...(event === undefined ? {} : { event: { id: event.id, summary: event.summary } }),
      sources: sources.map(original),
      page: page(permalink(timeline, call, anchor)),
    },
    services,
  );
};

/** `GET /v1/events/{id}/cite`: the words at their sources, and this page's account of them. */
export const citeEvent: Handler = async (call, services) => {
  readParameters(call.query, []);
  const { event, timeline } = await findEvent(call.params.id ?? '', services);
  return cited(timeline, event, call, services);
};

/** `GET /v1/incidents/{id}/cite`: the first source of each event that matters, and a permalink; of one `event` all sources. */
export const citeIncident: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...POINT_PARAMETERS, 'event']);
  const point = pointIn(parameters);
  const id = incidentId(call);
  const answer = (timeline: Timeline): Answer => {
    const event = timeline.events.find(one => one.id === parameters.event);
    if (parameters.event !== undefined && event === undefined)
      throw new AppError('not-found', `${id} has no such event.`, { subject: parameters.event });
    return cited(timeline, event, call, services);
  };
  if (point !== undefined) return resolve(id, await services.history.timelineAt(id, point), call, answer);
  return resolve(id, await services.store.getTimeline(id), call, ({ json: text }) =>
    answer(JSON.parse(text) as Timeline),
  );
};
