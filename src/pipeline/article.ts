import type { PendingItem } from '#db';
import type { ExtractedArticle, Revision } from '#domain/article.ts';
import { AppError, messageOf } from '#errors';
import { fetchPage, type Page } from './page.ts';
import { type RunReport, step } from './report.ts';
import type { Stages } from './stages.ts';
import { refuseTakenDown } from './taken-down.ts';

/** After so many attempts the feed's own words are analysed in place of the page. */
const MAX_ATTEMPTS = 4;
/** Minutes until the second attempt; doubled for each further one. */
const RETRY_MINUTES = 10;
/** Shorter feed texts tell nothing that could be analysed: a headline at the least. */
const MIN_FEED_TEXT = 1;

const revisionOf = ({ article }: Page, pending: PendingItem | undefined, now: string): Revision => {
  const published = article.publishedAt ?? pending?.item.publishedAt;
  return {
    title: article.title || (pending?.item.title ?? ''),
    text: article.text,
    fetchedAt: now,
    origin: 'page',
    ...(article.byline === undefined ? {} : { byline: article.byline }),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(article.modifiedAt === undefined ? {} : { modifiedAt: article.modifiedAt }),
    ...(article.language === undefined ? {} : { language: article.language }),
  };
};

const feedRevision = ({ item, source }: PendingItem, now: string): Revision => ({
  title: item.title,
  text: item.text,
  fetchedAt: now,
  origin: 'feed',
  language: source.language,
  ...(item.author === undefined ? {} : { byline: item.author }),
  ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
  ...(item.updatedAt === undefined ? {} : { modifiedAt: item.updatedAt }),
});

/** Longest wait for a page that a site may ask for, in minutes; then the feed's own words must do. */
const MAX_PATIENCE = 24 * 60;

/** Minutes for which the site wants to be left alone. */
const patienceOf = (error: AppError): number => Math.min(Number(error.data?.['retryAfter'] ?? 0) / 60, MAX_PATIENCE);

/** Whether trying again later could help. */
export const isPassing = (error: AppError): boolean => {
  if (error.code === 'fetch-failed' || error.code === 'fetch-timeout') return true;
  const status = Number(error.data?.['status']);
  return error.code === 'fetch-status' && (status === 429 || status >= 500);
};

const save = async (
  stages: Stages,
  url: string,
  revision: Revision,
  pending: PendingItem,
  how: { readonly method?: ExtractedArticle['method']; readonly pageError?: string },
): Promise<RunReport> => {
  const { source, id, state } = pending;
  const { method: extraction, pageError } = how;
  const analysis = await stages.analyse({
    title: revision.title,
    text: revision.text,
    source: source.publisher,
    ...(revision.publishedAt === undefined ? {} : { publishedAt: revision.publishedAt }),
  });
  const { outcome } = await stages.store.saveArticle({
    canonicalUrl: url,
    publisher: source.publisher,
    publisherKind: source.kind,
    sourceId: source.id,
    itemId: id,
    itemState: state,
    revision,
    ...(extraction === undefined ? {} : { extraction }),
    ...(pageError === undefined ? {} : { pageError }),
    analysis,
    analysedAt: stages.now().toISOString(),
  });
  const fromFeed = revision.origin === 'feed' ? 1 : 0;
  if (outcome === 'new') return step({ newArticles: 1, fromFeed });
  return step(outcome === 'revised' ? { revised: 1, fromFeed } : { unchanged: 1, fromFeed });
};

/**
 * Gets the page behind a feed item, analyses it and writes the result. A page that cannot be had is tried again; in the
 * end, or where it never can be had, the feed's own text is analysed and marked so.
 */
export const ingestItem = async (stages: Stages, itemId: string): Promise<RunReport> => {
  const pending = await stages.store.getPendingItem(itemId);
  if (!pending) return step({});
  const now = stages.now();
  try {
    await refuseTakenDown(stages, pending.item.url);
    const page = await fetchPage(stages, pending.item.url);
    await refuseTakenDown(stages, page.url);
    return await save(stages, page.url, revisionOf(page, pending, now.toISOString()), pending, {
      method: page.article.method,
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code.startsWith('database')) throw error;
    const problem = { subject: pending.item.url, message: messageOf(error) };
    if (isPassing(error) && pending.attempts + 1 < MAX_ATTEMPTS) {
      const minutes = Math.max(RETRY_MINUTES * 2 ** pending.attempts, patienceOf(error));
      const retryAt = new Date(now.getTime() + minutes * 60_000).toISOString();
      await stages.store.recordItemFailure({ itemId, at: now.toISOString(), error: error.message, retryAt });
      return step({ failedArticles: 1 }, problem);
    }
    if (error.code === 'gone' || pending.item.text.length < MIN_FEED_TEXT) {
      await stages.store.recordItemFailure({ itemId, at: now.toISOString(), error: error.message });
      return step({ failedArticles: 1 }, problem);
    }
    const report = await save(stages, pending.item.url, feedRevision(pending, now.toISOString()), pending, {
      pageError: error.message,
    });
    return { ...report, problems: [problem] };
  }
};
