import type { Timeline } from '#domain/timeline.ts';
import { AppError } from '#errors';
import { compareTimelines } from '#timeline/compare.ts';
import { renderChooser, renderComparison } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { page, readLeniently, siteOf } from './page.ts';
import { readTimeline } from './timelines.ts';

const OFFERED = { limit: 100 };
const LEAST = 2;
const MOST = 4;
const ID = /^[a-z0-9-]{1,120}$/;

/** Ids as forms send them (one parameter each) and as links have them (with commas). */
const idsIn = ({ query }: Call): readonly string[] => [
  ...new Set(
    query
      .getAll('incidents')
      .flatMap(value => value.split(','))
      .filter(id => ID.test(id)),
  ),
];

const timelineOf = async (id: string, services: Services, redirected = false): Promise<Timeline> => {
  const found = await readTimeline(id, undefined, services);
  if (found !== undefined && 'found' in found) return found.found.timeline;
  if (found !== undefined && 'gone' in found) throw new AppError('gone', found.gone, { subject: id });
  if (found !== undefined && !redirected) return timelineOf(found.redirect, services, true);
  throw new AppError('not-found', `There is no incident with the id "${id}" to be compared.`, { subject: id });
};

const chooser = async (call: Call, services: Services, ids: readonly string[], note?: string): Promise<Answer> => {
  const { items } = await services.store.listIncidents({}, OFFERED);
  return page(renderChooser(items, { chosen: ids, ...(note === undefined ? {} : { note }) }, siteOf(call, services)));
};

/** `GET /compare`: two to four incidents side by side; with fewer or more, the choice. */
export const comparePage: Handler = async (call, services) => {
  const ids = idsIn(call);
  const { align = 'calendar' } = readLeniently(call.query, ['align']);
  if (ids.length === 0) return chooser(call, services, ids);
  if (ids.length < LEAST) return chooser(call, services, ids, 'Choose at least one more.');
  if (ids.length > MOST)
    return chooser(call, services, ids, `At most ${MOST} stand side by side on a page; the API takes ten.`);
  const read = await Promise.all(ids.map(id => timelineOf(id, services)));
  const timelines = [...new Map(read.map(timeline => [timeline.incident.id, timeline])).values()];
  if (timelines.length < LEAST)
    return chooser(call, services, ids, 'These are one incident today. Choose at least one more.');
  return page(renderComparison(compareTimelines(timelines, { align }), timelines, siteOf(call, services)));
};
