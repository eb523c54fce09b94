import type { IncidentFilter } from '#db';
import type { LoggedNews } from '#domain/news.ts';
import { AppError } from '#errors';
import type { Handler } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { FILTER_PARAMETERS, incidentFilter } from '../filters.ts';
import { readParameters } from '../params.ts';
import type { StreamEvent } from '../stream.ts';
import { deskOf } from './desk-call.ts';

const BATCH = 100;

/** The id of a change in the stream: opaque, stable. */
const streamId = (seq: number): string => Buffer.from(`news:${seq}`).toString('base64url');

/** The number of the last change that a reader has. Throws AppError `invalid-parameter`. */
const placeOf = (given: string | undefined): number | undefined => {
  if (given === undefined || given === '') return undefined;
  const [, seq] = /^news:(\d{1,15})$/.exec(Buffer.from(given, 'base64url').toString()) ?? [];
  if (seq !== undefined) return Number(seq);
  throw new AppError('invalid-parameter', 'The id of the last event is not one that this server gave.', {
    subject: 'lastEventId',
    hint: 'Send the id of the last event that came as Last-Event-ID, or begin without.',
  });
};

const isEverything = (filter: IncidentFilter): boolean => Object.keys(filter).length === 0;

/** Of which incidents this reader was told on this line, so that he hears when they leave. */
const fitting = async (
  desk: Desk,
  filter: IncidentFilter,
  news: readonly LoggedNews[],
  told: Set<string>,
): Promise<readonly LoggedNews[]> => {
  const fits = isEverything(filter) ? news : await desk.fitting(filter, news, told);
  for (const { incidentId } of fits) told.add(incidentId);
  return fits;
};

/** Every change after a place, for as long as the reader stays. */
async function* newsFrom(
  desk: Desk,
  start: number,
  filter: IncidentFilter,
  site: string,
  left: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const told = new Set<string>();
  let seen = start;
  while (!left.aborted && !desk.closing.aborted) {
    const news = await desk.push.newsAfter(seen, BATCH);
    for (const item of await fitting(desk, filter, news, told)) {
      const { type, timestamp, data } = await desk.describe(item, site);
      yield { id: streamId(item.seq), event: type, data: { timestamp, ...data } };
    }
    seen = news.at(-1)?.seq ?? seen;
    if (news.length < BATCH) await desk.waitForNews(seen, left);
  }
}

/**
 * `GET /v1/changes/stream`: server-sent events of what becomes of incidents, from now on, or from after the event that
 * `Last-Event-ID` (or, where a client cannot set a header, `lastEventId`) names.
 */
export const streamChanges: Handler = async (call, services) => {
  const desk = deskOf(services);
  const query = new URLSearchParams(call.query);
  const given = query.get('lastEventId') ?? undefined;
  query.delete('lastEventId');
  const filter = incidentFilter(readParameters(query, FILTER_PARAMETERS));
  const start = placeOf(call.header('last-event-id') ?? given) ?? (await desk.push.lastNews());
  return { kind: 'stream', events: left => newsFrom(desk, start, filter, call.origin, left) };
};
