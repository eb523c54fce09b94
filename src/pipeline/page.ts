import type { ExtractedArticle } from '#domain/article.ts';
import { AppError } from '#errors';
import { canonicalUrl } from '#ingest';
import type { Stages } from './stages.ts';

/** Fewer words are a notice, a challenge or a consent wall, not an article. */
const MIN_WORDS = 25;

/** What is needed to read pages; no database. */
export type PageReader = Pick<Stages, 'fetcher' | 'parsers' | 'robots' | 'now'>;

/** A page that was had, and the article in it. */
export interface Page {
  /** The address under which the article is held. */
  readonly url: string;
  readonly article: ExtractedArticle;
}

/** Fetches a page and takes its article out. Throws AppError where robots are kept away, the fetch or the reading fails. */
export const fetchPage = async (reader: PageReader, url: string): Promise<Page> => {
  if (!(await reader.robots.allowed(url)))
    throw new AppError('fetch-robots', `${url} asks robots to stay away (robots.txt).`, {
      subject: url,
      hint: 'That is obeyed. Its text can be imported by hand, as a line of JSON with "url" and "text".',
    });
  const page = await reader.fetcher.fetch(url, { kind: 'page' });
  const article = await reader.parsers.extractArticle(page.body, {
    url: page.url,
    now: reader.now().toISOString(),
    ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
  });
  const words = article.text.split(/\s+/).length;
  if (words < MIN_WORDS)
    throw new AppError('extraction-failed', `${url} holds too little text for an article (${words} words).`, {
      subject: url,
      hint: 'It may be a challenge, a consent wall or a page that scripts fill.',
    });
  return { url: article.canonicalUrl ?? canonicalUrl(page.url), article };
};

/** Takes the article out of a page's HTML that is there already. `url`: what its relative links refer to. */
export const readHtml = (
  reader: Pick<PageReader, 'parsers' | 'now'>,
  html: string,
  url?: string,
): Promise<ExtractedArticle> =>
  reader.parsers.extractArticle(new TextEncoder().encode(html), {
    url: url ?? 'https://import.invalid/',
    contentType: 'text/html; charset=utf-8',
    now: reader.now().toISOString(),
  });
