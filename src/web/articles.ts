import type { IncidentArticle } from '#domain/timeline.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import { webAddress } from './links.ts';
import { time } from './quotes.ts';
import { count, INCIDENT_ROLE } from './words.ts';

const headline = ({ url, title }: IncidentArticle): Part => {
  const address = webAddress(url);
  return address === undefined ? title : html`<a href="${address}" rel="noopener noreferrer nofollow">${title}</a>`;
};

const editNote = ({ edits = [] }: IncidentArticle): readonly Part[] => {
  if (edits.length === 0) return [];
  const silent = edits.filter(({ stealth }) => stealth).length;
  return [`changed ${count(edits.length, 'time')}${silent > 0 ? `, ${silent} of them without saying so` : ''}`];
};

const entry = (article: IncidentArticle): Html => {
  const notes: readonly Part[] = [
    html`<cite>${article.publisher}</cite>`,
    INCIDENT_ROLE[article.role],
    count(article.claims, 'claim'),
    ...(article.origin === 'feed' ? ['read in the feed, not on the page'] : []),
    ...(article.copyOf === undefined ? [] : ['a copy']),
    ...editNote(article),
    html`<a href="/articles/${article.articleId}">what it says<span class="hidden">: ${article.title}</span></a>`,
  ];
  const day = article.publishedAt === undefined ? 'No date given' : time(article.publishedAt);
  return html`<li id="${article.articleId}"><p class="when">${day}</p><p class="headline">${headline(article)}</p><p class="meta">${joined(notes, ' · ')}</p></li>`;
};

/** The original that stands for an article: itself, or the one whose copy it is. */
const rootOf = (article: IncidentArticle, byId: ReadonlyMap<string, IncidentArticle>): string => {
  const seen = new Set<string>();
  let current = article;
  while (current.copyOf !== undefined && !seen.has(current.articleId)) {
    seen.add(current.articleId);
    const next = byId.get(current.copyOf);
    if (next === undefined) return current.copyOf;
    current = next;
  }
  return current.articleId;
};

const group = (members: readonly IncidentArticle[]): Html => {
  const [first, ...copies] = members.toSorted(
    (a, b) => Number(a.copyOf !== undefined) - Number(b.copyOf !== undefined),
  );
  if (first === undefined) return html``;
  if (copies.length === 0) return entry(first);
  return html`<li class="independent"><p class="meta">One source: ${count(members.length, 'article')} that copy one another</p><ol>${[first, ...copies].map(entry)}</ol></li>`;
};

/** The articles that a timeline is made of, those together that are copies of one story. */
export const articleList = (articles: readonly IncidentArticle[]): Html => {
  const byId = new Map(articles.map(article => [article.articleId, article]));
  const groups = [...Map.groupBy(articles, article => rootOf(article, byId)).values()];
  const copied = groups.length < articles.length;
  return html`<section class="articles" aria-labelledby="articles">
<h2 id="articles">The articles</h2>
<p class="lead">${count(articles.length, 'article')}${copied && `, ${groups.length} of them independent: copies of one story count once, and stand together`}.</p>
<ol>${groups.map(group)}</ol>
</section>`;
};
