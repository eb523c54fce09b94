import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import type { Handler } from '../answer.ts';
import { list, resolve } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** Moments of unequal length sort as text: a bare day before the times of that day. */
const ends = (moments: readonly string[]) => {
  const sorted = moments.toSorted();
  const [first] = sorted;
  const last = sorted.at(-1);
  return {
    ...(first === undefined ? {} : { firstReportedAt: first }),
    ...(last === undefined ? {} : { lastReportedAt: last }),
  };
};

const sourceOf = (articles: readonly IncidentArticle[]): object => {
  const [{ publisher = '', publisherKind = 'news' } = {}] = articles;
  return {
    publisher,
    publisherKind,
    articles: articles.length,
    copies: articles.filter(({ copyOf }) => copyOf !== undefined).length,
    claims: articles.reduce((sum, { claims }) => sum + claims, 0),
    ...ends(articles.flatMap(({ publishedAt }) => publishedAt ?? [])),
    articleIds: articles.map(({ articleId }) => articleId),
  };
};

/** `GET /v1/incidents/{id}/sources`: who reported, how often, and how much of it was copied. */
export const incidentSources: Handler = async (call, services) => {
  readParameters(call.query, []);
  const id = incidentId(call);
  return resolve(id, await services.store.getTimeline(id), call, ({ json }) => {
    const { articles } = JSON.parse(json) as Timeline;
    const items = [...Map.groupBy(articles, ({ publisher }) => publisher).values()].map(sourceOf);
    return list({ items }, call, services);
  });
};

/** `GET /v1/publishers`: publishers of whom articles are held, by name. */
export const listPublishers: Handler = async (call, services) => {
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  return list(await services.store.listPublishers(page), call, services);
};
