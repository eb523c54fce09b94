import type { ArticleRecord, RevisionRef } from '#domain/article.ts';
import type { StoredClaim } from '#domain/incident.ts';
import { linkToWords } from '#domain/text-fragment.ts';
import type { ArticleEdit, ClaimEdit } from '#domain/timeline.ts';
import { badge } from './facts.ts';
import type { Html, Part } from './html.ts';
import { html, joined } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { webAddress } from './links.ts';
import { time } from './quotes.ts';
import { count, KIND, speakerWords } from './words.ts';

/** The line of a timeline to which a claim belongs. */
export interface ClaimLine {
  readonly path: string;
  readonly summary: string;
}

/** What the page of an article shows: never its text, but what was found in it. */
export interface ArticleView {
  readonly article: ArticleRecord;
  /** Claims of the text held last, in the order of the text. */
  readonly claims: readonly StoredClaim[];
  readonly edits: readonly ArticleEdit[];
  readonly incidents: readonly { readonly id: string; readonly title: string }[];
  /** The line of a timeline to which each claim belongs, by claim id. */
  readonly lines: ReadonlyMap<string, ClaimLine>;
}

const ORIGINS = {
  page: 'read on the page',
  feed: 'read in the feed, not on the page',
  import: 'imported',
} as const;

const claimItem = ({ id, claim, article }: StoredClaim, lines: ArticleView['lines']): Html => {
  const line = lines.get(id);
  const link = linkToWords({ url: article.url, quote: claim.quote, origin: article.origin });
  const who = speakerWords(claim);
  return html`<li><p class="kicker">${KIND[claim.kind]} ${badge(claim.certainty)}</p>
${line !== undefined && html`<p><a href="${line.path}">${line.summary}</a></p>`}
<figure class="quote"><blockquote>${claim.quote}</blockquote><figcaption>${joined(
    [
      ...(who === undefined ? [] : [html`<span class="who">${who}</span>`]),
      ...(link === undefined
        ? []
        : [html`<a href="${link}" rel="noopener noreferrer nofollow">the words in the original</a>`]),
    ],
    ' · ',
  )}</figcaption></figure></li>`;
};

const EDITS = {
  appeared: 'New',
  vanished: 'Gone',
  softened: 'Said with less certainty',
  hardened: 'Said with more certainty',
  changed: 'Said otherwise',
} as const;

const said = (label: string, state: ClaimEdit['before']): Part =>
  state !== undefined &&
  html`<figure class="quote"><figcaption>${label}</figcaption><blockquote>${state.quote}</blockquote></figure>`;

const editItem = (edit: ArticleEdit): Html => html`<li><p>${time(edit.seenAt)}: the text was seen to be another one${
  edit.stealth
    ? html`; <strong>the page does not say so</strong>`
    : edit.modifiedAt !== undefined && html`; the page says ${time(edit.modifiedAt)}`
}</p>
${edit.title !== undefined && html`<p class="meta">Headline: “${edit.title.before}” became “${edit.title.after}”</p>`}
${edit.claims.length > 0 && html`<ul>${edit.claims.map(claim => html`<li><p class="kicker">${EDITS[claim.change]}: ${KIND[claim.kind]}</p>${said('Before', claim.before)}${said('After', claim.after)}</li>`)}</ul>`}</li>`;

const revisionItem = (revision: RevisionRef): Html => {
  const [seen] = revision.seenAt;
  return html`<li>${seen === undefined ? 'Not seen' : html`Seen ${time(seen)}`}: “${revision.title}” <span class="meta">${joined(
    [
      ...(revision.publishedAt === undefined ? [] : [html`published ${time(revision.publishedAt)}`]),
      ...(revision.modifiedAt === undefined ? [] : [html`modified ${time(revision.modifiedAt)}`]),
      ORIGINS[revision.origin],
    ],
    ' · ',
  )}</span></li>`;
};

/** The page of one article: the way to the original, what was found in it, and how it changed. */
export const renderArticle = (view: ArticleView, site: Site): string => {
  const { article, claims, edits, incidents } = view;
  const last = article.revisions.at(-1);
  const title = last?.title ?? 'An article';
  const address = webAddress(article.url);
  return layout(
    {
      title: `${title} (${article.publisher})`,
      description: `What Receipts found in an article of ${article.publisher}: ${count(claims.length, 'claim')}.`,
      section: 'incidents',
      path: `/articles/${article.articleId}`,
      data: `/v1/articles/${article.articleId}`,
      main: html`<article class="source">
<header><p class="kicker"><cite>${article.publisher}</cite></p><h1>${title}</h1>
${address !== undefined && html`<p class="deck"><a href="${address}" rel="noopener noreferrer nofollow">Read the article at ${article.publisher}</a></p>`}
<p class="meta">${last?.publishedAt === undefined ? 'No date given' : html`Published ${time(last.publishedAt)}`}. Its text belongs to its publisher and is not shown here.</p></header>
<section aria-labelledby="incidents"><h2 id="incidents">Tells of</h2>${
        incidents.length === 0
          ? html`<p class="absent">No incident.</p>`
          : html`<ul>${incidents.map(({ id, title: name }) => html`<li><a href="/incidents/${id}#${article.articleId}">${name}</a></li>`)}</ul>`
      }</section>
<section aria-labelledby="claims"><h2 id="claims">What it claims</h2>${
        claims.length === 0
          ? html`<p class="absent">Nothing was found in it.</p>`
          : html`<ol class="claims">${claims.map(claim => claimItem(claim, view.lines))}</ol>`
      }</section>
${edits.length > 0 && html`<section aria-labelledby="edits"><h2 id="edits">What changed</h2><ol>${edits.map(editItem)}</ol></section>`}
<section aria-labelledby="revisions"><h2 id="revisions">${count(article.revisions.length, 'state')} of its text</h2><ol>${article.revisions.map(revisionItem)}</ol></section>
</article>`,
    },
    site,
  );
};
