import type { Point } from '#domain/ledger.ts';
import { AppError } from '#errors';
import { compareTimelines } from '#timeline/compare.ts';
import { renderChooser, renderComparison } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { POINT_PARAMETERS, pointIn } from '../params.ts';
import { derivedPage, page, readLeniently, siteOf } from './page.ts';
import { readTimeline, type TimelineRead } from './timelines.ts';

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

/** The timeline of a present or former id, with the present one. */
const timelineOf = async (
  id: string,
  point: Point | undefined,
  services: Services,
  redirected = false,
): Promise<readonly [string, TimelineRead]> => {
  const found = await readTimeline(id, point, services);
  if (found !== undefined && 'found' in found) return [id, found.found];
  if (found !== undefined && 'gone' in found) throw new AppError('gone', found.gone, { subject: id });
  if (found !== undefined && !redirected) return timelineOf(found.redirect, point, services, true);
  throw new AppError('not-found', `There is no incident with the id "${id}" to be compared.`, { subject: id });
};

const chooser = async (call: Call, services: Services, ids: readonly string[], note?: string): Promise<Answer> => {
  const { items } = await services.store.listIncidents({}, OFFERED);
  return page(renderChooser(items, { chosen: ids, ...(note === undefined ? {} : { note }) }, siteOf(call, services)));
};

/** `GET /compare`: two to four incidents side by side, as they stand or stood; with fewer or more, the choice. */
export const comparePage: Handler = async (call, services) => {
  const ids = idsIn(call);
  const { align = 'calendar', ...moments } = readLeniently(call.query, ['align', ...POINT_PARAMETERS]);
  const point = pointIn(moments);
  if (ids.length === 0) return chooser(call, services, ids);
  if (ids.length < LEAST) return chooser(call, services, ids, 'Choose at least one more.');
  if (ids.length > MOST)
    return chooser(call, services, ids, `At most ${MOST} stand side by side on a page; the API takes ten.`);
  const read = await Promise.all(ids.map(id => timelineOf(id, point, services)));
  const distinct = [...new Map(read).values()];
  if (distinct.length < LEAST)
    return chooser(call, services, ids, 'These are one incident today. Choose at least one more.');
  const site = siteOf(call, services);
  return derivedPage([distinct.map(({ tag }) => tag), align, point, site], () => {
    const timelines = distinct.map(({ timeline }) => timeline());
    const comparison = compareTimelines(timelines, { align });
    return renderComparison({ comparison, timelines, ...(point === undefined ? {} : { point }) }, site);
  });
};
