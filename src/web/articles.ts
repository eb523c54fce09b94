import type { IncidentArticle } from '#domain/timeline.ts';
import { dateWords, machineDate } from './dates.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { webAddress } from './links.ts';
import { count, INCIDENT_ROLE } from './words.ts';

const headline = ({ url, title }: IncidentArticle): Part => {
  const address = webAddress(url);
  return address === undefined ? title : html`<a href="${address}" rel="noopener noreferrer nofollow">${title}</a>`;
};

const item = (article: IncidentArticle, byId: ReadonlyMap<string, IncidentArticle>): Html => {
  const original = article.copyOf === undefined ? undefined : byId.get(article.copyOf);
  const notes: readonly Part[] = [
    html`<cite>${article.publisher}</cite>`,
    INCIDENT_ROLE[article.role],
    count(article.claims, 'claim'),
    ...(article.origin === 'feed' ? ['read in the feed, not on the page'] : []),
    ...(article.copyOf === undefined
      ? []
      : [
          original === undefined
            ? 'a copy of another report'
            : html`a copy of <a href="#${original.articleId}">${original.publisher}’s report</a>`,
        ]),
  ];
  const day =
    article.publishedAt === undefined
      ? 'No date given'
      : html`<time datetime="${machineDate(article.publishedAt)}">${dateWords(article.publishedAt)}</time>`;
  return html`<li id="${article.articleId}"><p class="when">${day}</p><p class="headline">${headline(article)}</p><p class="meta">${joined(notes, ' · ')}</p></li>`;
};

/** The articles that a timeline is made of. */
export const articleList = (articles: readonly IncidentArticle[]): Html => {
  const byId = new Map(articles.map(article => [article.articleId, article]));
  return html`<section class="articles" aria-labelledby="articles">
<h2 id="articles">The articles</h2>
<ol>${articles.map(article => item(article, byId))}</ol>
</section>`;
};
