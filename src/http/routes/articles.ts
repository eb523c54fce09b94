import { AppError } from '#errors';
import type { Handler } from '../answer.ts';
import { json, list, resolve } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents/{id}/articles`: the articles that tell of an incident, and why they count as such. */
export const incidentArticles: Handler = async (call, services) => {
  const parameters = readParameters(call.query, PAGE_PARAMETERS);
  const id = incidentId(call);
  const resolved = await services.store.incidentArticles(id, pageRequest(parameters));
  return resolve(id, resolved, call, page => list(page, call, services));
};

/** `GET /v1/articles/{id}`: one article with the states of its text, without the text; 410 where it was taken down. */
export const getArticle: Handler = async (call, services) => {
  readParameters(call.query, []);
  const { id = '' } = call.params;
  const article = /^art_[0-9a-f]{20}$/.test(id) ? await services.store.getArticle(id) : undefined;
  if (article === undefined)
    throw new AppError('not-found', 'There is no article with the id in the path.', {
      hint: 'Ids look like art_1a2b3c4d5e6f7a8b9c0d; the articles of an incident are at /v1/incidents/{id}/articles.',
    });
  if ('gone' in article) throw new AppError('gone', article.gone, { subject: id });
  return json(article.found, services);
};
