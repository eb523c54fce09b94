import type { DemoArticle } from './articles/article.ts';
import type { Outlet } from './outlet.ts';

/** What the newsroom shows at a moment: the summer's state, or what it is after the autumn's news. */
export type Edition = 'first' | 'later';

const asPrinted = (article: DemoArticle, edition: Edition): DemoArticle =>
  edition === 'later' && article.revised ? { ...article, ...article.revised } : article;

const latestFirst = (a: DemoArticle, b: DemoArticle): number => Date.parse(b.published) - Date.parse(a.published);

/** The articles of an outlet in an edition, in that edition's wording, the latest first. */
export const articlesIn = (outlet: Outlet, edition: Edition): readonly DemoArticle[] =>
  outlet.articles
    .filter(article => edition === 'later' || article.edition !== 'later')
    .map(article => asPrinted(article, edition))
    .toSorted(latestFirst);

/** When the text of an article was last touched, ISO 8601 with offset. */
export const touched = (article: DemoArticle): string => article.modified ?? article.published;

/** When anything in a list of articles was last touched; undefined for an empty list. */
export const lastTouched = (articles: readonly DemoArticle[]): Date | undefined => {
  const times = articles.map(article => Date.parse(touched(article)));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
};

/** Path of an article's page on the newsroom's origin. */
export const articlePath = (outlet: Outlet, article: DemoArticle): string => `/${outlet.slug}/${article.slug}`;
