import type { ArticleRecord } from '#domain/article.ts';
import type { ArticleEdit } from '#domain/timeline.ts';
import { AppError } from '#errors';
import { renderArticle } from '#web';
import type { Handler, Services } from '../answer.ts';
import { page, siteOf } from './page.ts';
import { readTimeline } from './timelines.ts';

const ID = /^art_[0-9a-f]{20}$/;

/** What the timelines of an article's incidents tell of it. */
const toldOf = async ({ articleId, incidents }: ArticleRecord, services: Services) => {
  const read = await Promise.all(incidents.map(id => readTimeline(id, undefined, services)));
  const timelines = read.flatMap(one => (one !== undefined && 'found' in one ? [one.found.timeline()] : []));
  const edits: readonly ArticleEdit[] =
    timelines.flatMap(({ articles }) => articles).find(one => one.articleId === articleId && one.edits !== undefined)
      ?.edits ?? [];
  const lines = new Map(
    timelines.flatMap(({ incident, events }) =>
      events.flatMap(({ id, summary, sources }) =>
        sources.map(({ claimId }) => [claimId, { path: `/incidents/${incident.id}#${id}`, summary }] as const),
      ),
    ),
  );
  return { edits, lines, incidents: timelines.map(({ incident: { id, title } }) => ({ id, title })) };
};

/** `GET /articles/{id}`: what was found in an article, and how it changed. */
export const articlePage: Handler = async (call, services) => {
  const { id = '' } = call.params;
  const found = ID.test(id) ? await services.store.getArticle(id) : undefined;
  if (found === undefined) throw new AppError('not-found', 'There is no article with this id.', { subject: id });
  if ('gone' in found) throw new AppError('gone', found.gone, { subject: id });
  const [reading, told] = await Promise.all([services.store.articleReading(id), toldOf(found.found, services)]);
  const claims = (reading?.claims ?? []).toSorted((a, b) => a.claim.start - b.claim.start);
  return page(renderArticle({ article: found.found, claims, ...told }, siteOf(call, services)));
};
