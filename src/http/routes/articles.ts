import type { ArticleReading } from '#db';
import type { ArticleRecord } from '#domain/article.ts';
import { linkToWords, webAddress } from '#domain/text-fragment.ts';
import { AppError } from '#errors';
import type { Call, Handler, Services } from '../answer.ts';
import { json, list, resolve } from '../answer.ts';
import { timelinesOf } from '../fields.ts';
import { invalid, PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { surroundings } from '../sentences.ts';
import { incidentId } from './incident-id.ts';

/** `GET /v1/incidents/{id}/articles`: the articles that tell of an incident, and why they count as such. */
export const incidentArticles: Handler = async (call, services) => {
  const parameters = readParameters(call.query, PAGE_PARAMETERS);
  const id = incidentId(call);
  const resolved = await services.store.incidentArticles(id, pageRequest(parameters));
  return resolve(id, resolved, call, page => list(page, call, services));
};

const ARTICLE = /^art_[0-9a-f]{20}$/;

const articleIn = async ({ params }: Call, { store }: Services): Promise<ArticleRecord> => {
  const { id = '' } = params;
  const article = ARTICLE.test(id) ? await store.getArticle(id) : undefined;
  if (article === undefined)
    throw new AppError('not-found', 'There is no article with the id in the path.', {
      hint: 'Ids look like art_1a2b3c4d5e6f7a8b9c0d; the articles of an incident are at /v1/incidents/{id}/articles.',
    });
  if ('gone' in article) throw new AppError('gone', article.gone, { subject: id });
  return article.found;
};

/** The Wayback Machine's copy nearest to the day of publication; it asks for the newest where that is unknown. */
const archivedAt = ({ url, revisions }: ArticleRecord): string | undefined => {
  const address = webAddress(url);
  const [day = ''] = (revisions[0]?.publishedAt ?? '').split('T');
  return address && `https://web.archive.org/web/${day.replaceAll('-', '') || '2'}/${address}`;
};

const withArchive = (article: ArticleRecord): object => {
  const archived = archivedAt(article);
  return archived === undefined ? article : { ...article, archived };
};

/** `GET /v1/articles/{id}`: one article with the states of its text, without the text; 410 where it was taken down. */
export const getArticle: Handler = async (call, services) => {
  readParameters(call.query, []);
  return json(withArchive(await articleIn(call, services)), services);
};

const publicClaims = ({ text, claims }: ArticleReading): readonly object[] =>
  claims.map(({ id, claim, article }) => {
    const { incident: _, ...said } = claim;
    const link = linkToWords({ url: article.url, quote: claim.quote, origin: article.origin });
    return {
      id,
      ...said,
      article,
      ...(link === undefined ? {} : { link }),
      ...surroundings(text, claim.start, claim.end),
    };
  });

/** `GET /v1/articles/{id}/claims`: what the article claims, with the words around each quote and a link to them. */
export const articleClaims: Handler = async (call, services) => {
  readParameters(call.query, []);
  const { articleId } = await articleIn(call, services);
  const reading = await services.store.articleReading(articleId);
  return json({ items: reading === undefined ? [] : publicClaims(reading) }, services);
};

/** `GET /v1/articles/{id}/revisions`: the states of its text and, between them, what each edit did to its claims. */
export const articleRevisions: Handler = async (call, services) => {
  readParameters(call.query, []);
  const { articleId, revisions, incidents } = await articleIn(call, services);
  const timelines = await timelinesOf(services.store, incidents);
  const edits = [...timelines.values()].flatMap(({ incident, articles }) =>
    articles
      .filter(article => article.articleId === articleId)
      .flatMap(article => (article.edits ?? []).map(edit => ({ incident: incident.id, ...edit }))),
  );
  return json({ revisions, edits }, services);
};

/** `GET /v1/articles`: articles that tell of incidents, the one that came in last first; of one publisher, or by ids. */
export const listArticles: Handler = async (call, services) => {
  const { publisher, ids, ...page } = readParameters(call.query, [...PAGE_PARAMETERS, 'publisher', 'ids']);
  if (ids === undefined) {
    const filter = publisher === undefined ? {} : { publisher };
    return list(await services.store.listArticles(filter, pageRequest(page)), call, services);
  }
  const other = [...call.query.keys()].find(name => name !== 'ids');
  if (other !== undefined) throw invalid(other, `"${other}" cannot be given together with "ids".`, ['ids alone']);
  const items: object[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const found = ARTICLE.test(id) ? await services.store.getArticle(id) : undefined;
    if (found !== undefined && 'found' in found) items.push(withArchive(found.found));
    else missing.push(id);
  }
  return json({ items, missing }, services);
};
