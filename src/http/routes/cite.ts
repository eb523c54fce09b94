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
  readonly accessed: string;
}

const page = ({ title, permalink, accessed }: Page): object => ({
  title,
  permalink,
  accessed,
  text: `Receipts, “${title}”, as of ${accessed}. ${permalink}`,
});

interface Told {
  readonly timeline: Timeline;
  /** UTC ISO 8601: when the account as it stands was made. */
  readonly updatedAt: string;
}

/** When everything that is told now was held: what was told then does not change any more. */
const settledAt = ({ timeline, updatedAt }: Told): string =>
  [updatedAt, ...timeline.articles.map(({ fetchedAt }) => fetchedAt)].toSorted().at(-1) ?? updatedAt;

/** The page with both axes of time in its address. */
const permalink = (told: Told, call: Call, anchor: string): Page => {
  const asked = new URLSearchParams([...call.query].filter(([name]) => name === 'asOf' || name === 'knownAt'));
  if (!asked.has('knownAt')) asked.set('knownAt', settledAt(told));
  const { id, title } = told.timeline.incident;
  return {
    title,
    permalink: `${call.origin}/incidents/${id}?${asked}${anchor}`,
    accessed: asked.get('asOf') ?? asked.get('knownAt') ?? '',
  };
};

const cited = (told: Told, event: TimelineEvent | undefined, call: Call, services: Services): Answer => {
  const { timeline } = told;
  const sources =
    event?.sources ??
    timeline.events.filter(({ important }) => important).flatMap(({ sources }) => sources.slice(0, 1));
  const anchor = event === undefined ? '' : `#${event.id}`;
  return json(
    {
      incident: { id: timeline.incident.id, title: timeline.incident.title },
      ...(event === undefined ? {} : { event: { id: event.id, summary: event.summary } }),
      sources: sources.map(original),
      page: page(permalink(told, call, anchor)),
    },
    services,
  );
};

/** `GET /v1/events/{id}/cite`: the words at their sources, and this page's account of them. */
export const citeEvent: Handler = async (call, services) => {
  readParameters(call.query, []);
  const { event, ...told } = await findEvent(call.params.id ?? '', services);
  return cited(told, event, call, services);
};

/** `GET /v1/incidents/{id}/cite`: the first source of each event that matters, and a permalink; of one `event` all sources. */
export const citeIncident: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...POINT_PARAMETERS, 'event']);
  const point = pointIn(parameters);
  const id = incidentId(call);
  const answer = (told: Told): Answer => {
    const event = told.timeline.events.find(one => one.id === parameters.event);
    if (parameters.event !== undefined && event === undefined)
      throw new AppError('not-found', `${id} has no such event.`, { subject: parameters.event });
    return cited(told, event, call, services);
  };
  const present = await services.store.getTimeline(id);
  const found = present !== undefined && 'found' in present ? present.found : undefined;
  if (point === undefined || found === undefined)
    return resolve(id, present, call, ({ json: text, updatedAt }) =>
      answer({ timeline: JSON.parse(text) as Timeline, updatedAt }),
    );
  const { updatedAt } = found;
  return resolve(id, await services.history.timelineAt(id, point), call, timeline => answer({ timeline, updatedAt }));
};
