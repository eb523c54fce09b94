import type { ExtractedArticle, Revision } from '#domain/article.ts';
import { articleId, contentId } from '#domain/ids.ts';
import type { ImportRow } from '#domain/import.ts';
import { AppError } from '#errors';
import { canonicalUrl, publisherKindOf } from '#ingest';
import { fetchPage, readHtml } from './page.ts';
import { type RunReport, step } from './report.ts';
import type { Stages } from './stages.ts';
import { refuseTakenDown } from './taken-down.ts';

interface Imported {
  readonly url: string;
  readonly revision: Revision;
  readonly method?: ExtractedArticle['method'];
}

/** What the row itself says of its article, ahead of what its page says. */
const told = (row: ImportRow, now: string): Pick<Revision, 'fetchedAt' | 'origin'> & Partial<Revision> => ({
  fetchedAt: now,
  origin: 'import',
  ...(row.title === undefined ? {} : { title: row.title }),
  ...(row.published === undefined ? {} : { publishedAt: row.published }),
});

/** The address under which an article is held; one that comes without is named after its id or its words. */
const addressOf = (row: ImportRow): string => {
  if (row.url !== undefined) return canonicalUrl(row.url);
  return `urn:receipts:${row.id === undefined ? contentId('text', row.title, row.text, row.html) : encodeURIComponent(row.id)}`;
};

/** An extracted article as a revision, without when and how it came. */
const words = (article: ExtractedArticle): Omit<Revision, 'fetchedAt' | 'origin'> => {
  const { title, text, byline, publishedAt, modifiedAt, language } = article;
  return {
    title,
    text,
    ...(byline === undefined ? {} : { byline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(language === undefined ? {} : { language }),
  };
};

const read = async (stages: Stages, row: ImportRow, now: string): Promise<Imported> => {
  if (row.text !== undefined)
    return { url: addressOf(row), revision: { title: '', text: row.text, ...told(row, now) } };
  if (row.html !== undefined) {
    const article = await readHtml(stages, row.html, row.url);
    return { url: addressOf(row), revision: { ...words(article), ...told(row, now) }, method: article.method };
  }
  if (row.url === undefined)
    throw new AppError('import-line', 'The row has neither "text" nor "html" nor "url".', {
      hint: 'Give {"url","source","title","published","text"}, the same with "html", or a URL alone.',
    });
  const { url, article } = await fetchPage(stages, row.url);
  return { url, revision: { ...words(article), ...told(row, now), origin: 'page' }, method: article.method };
};

const hostOf = (url: string): string | undefined =>
  (URL.canParse(url) && new URL(url).hostname.replace(/^www\./, '')) || undefined;

/** Whether a row that is only an address leads to a page that was read before; it is not fetched again. */
const isHeld = async (stages: Stages, row: ImportRow): Promise<boolean> => {
  if (row.url === undefined || row.text !== undefined || row.html !== undefined) return false;
  return (await stages.store.heldUrls([canonicalUrl(row.url)], stages.extractor)).size > 0;
};

/** An article that was taken in. */
interface TakenIn {
  readonly articleId: string;
  readonly outcome: 'new' | 'revised' | 'unchanged';
}

/**
 * Takes in one article from outside the feeds, through the same analysis and writes as all others. Doing it again
 * changes nothing.
 *
 * @throws AppError that says what is wrong with the row, or why its page cannot be had
 */
export const takeIn = async (stages: Stages, row: ImportRow): Promise<TakenIn> => {
  if (await isHeld(stages, row)) return { articleId: articleId(addressOf(row)), outcome: 'unchanged' };
  const now = stages.now().toISOString();
  await refuseTakenDown(stages, row.url ?? addressOf(row));
  const { url, revision, method } = await read(stages, row, now);
  await refuseTakenDown(stages, url);
  const publisher = row.source ?? hostOf(url) ?? 'unknown';
  return stages.store.saveArticle({
    canonicalUrl: url,
    publisher,
    publisherKind: publisherKindOf(publisher),
    ...(row.id === undefined ? {} : { externalId: row.id }),
    revision,
    ...(method === undefined ? {} : { extraction: method }),
    analysis: await stages.analyse({
      title: revision.title,
      text: revision.text,
      source: publisher,
      ...(revision.publishedAt === undefined ? {} : { publishedAt: revision.publishedAt }),
    }),
    analysedAt: now,
  });
};

/** `takeIn` as a step of a run. */
export const importRow = async (stages: Stages, row: ImportRow): Promise<RunReport> => {
  const { outcome } = await takeIn(stages, row);
  if (outcome === 'new') return step({ newArticles: 1 });
  return step(outcome === 'revised' ? { revised: 1 } : { unchanged: 1 });
};
