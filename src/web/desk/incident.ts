import type { StoredClaim } from '#domain/incident.ts';
import { linkToWords } from '#domain/text-fragment.ts';
import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import { badge } from '../facts.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';
import { count, KIND, speakerWords } from '../words.ts';
import { type DeskSession, deskForm, why } from './form.ts';
import { deskHead } from './head.ts';

/** An incident as editors work on it. */
export interface DeskIncidentView {
  readonly session: DeskSession;
  readonly timeline: Timeline;
  /** Those that should be looked at, the most doubtful first. */
  readonly doubtful: readonly StoredClaim[];
  /** All others. */
  readonly others: readonly StoredClaim[];
}

const DECIDE = '/desk/decisions';

const claimItem = ({ session, timeline }: DeskIncidentView, { id, claim, article }: StoredClaim): Html => {
  const link = linkToWords({ url: article.url, quote: claim.quote, origin: article.origin });
  const words = html`<input type="hidden" name="claim" value="${id}"><input type="hidden" name="incident" value="${timeline.incident.id}">${why(`why-${id}`, claim.quote)}`;
  return html`<li id="${id}"><p class="kicker">${KIND[claim.kind]} ${badge(claim.certainty)} <span class="count">confidence ${claim.confidence.toFixed(2)}</span></p>
<blockquote class="message">${claim.quote}</blockquote>
<p class="meta"><code>${JSON.stringify(claim.value)}</code> · ${speakerWords(claim) ?? article.publisher} · ${link === undefined ? article.publisher : html`<a href="${link}" rel="noopener noreferrer nofollow">${article.publisher}<span class="hidden">: ${claim.quote}</span></a>`}</p>
${deskForm(session, { action: DECIDE, back: `/desk/incidents/${timeline.incident.id}` }, html`${words} <button name="kind" value="dismiss">Misread: set aside<span class="hidden">: ${claim.quote}</span></button> <button name="kind" value="pin">Let it lead<span class="hidden">: ${claim.quote}</span></button>`)}</li>`;
};

const articleBox = ({ articleId, title, publisher }: IncidentArticle): Html =>
  html`<li><label><input type="checkbox" name="articles" value="${articleId}"> ${title} <span class="meta">${publisher}</span></label></li>`;

const forms = (view: DeskIncidentView): Html => {
  const { session, timeline } = view;
  const { id, title } = timeline.incident;
  const target = { action: DECIDE, back: `/desk/incidents/${id}` };
  return html`<section aria-labelledby="whole"><h2 id="whole">The incident as a whole</h2>
${deskForm(session, target, html`<input type="hidden" name="kind" value="retitle"><input type="hidden" name="incident" value="${id}"><label for="title">Title</label> <input id="title" name="title" required maxlength="300" value="${title}" autocomplete="off"> ${why('why-title', 'another title')} <button>Give it this title</button>`)}
${deskForm(session, { ...target, back: '/desk' }, html`<input type="hidden" name="kind" value="merge"><input type="hidden" name="from" value="${id}"><label for="into">It is the same as (id of an incident)</label> <input id="into" name="into" required pattern="[a-z0-9\\-]{1,120}" autocomplete="off"> ${why('why-merge', 'make them one')} <button>Make them one</button>`)}
${deskForm(
  session,
  target,
  html`<fieldset><legend>Articles</legend><ul>${timeline.articles.map(articleBox)}</ul></fieldset><input type="hidden" name="incident" value="${id}">${why('why-articles', 'what becomes of the articles')} <button name="kind" value="split">They tell of another incident</button> <button name="kind" value="not-an-incident">It tells of no incident</button>${
    session.admin &&
    html` <label for="note">What the tombstone says</label> <input id="note" name="note" maxlength="500" autocomplete="off"> <button name="kind" value="takedown">Take it down</button>`
  }`,
)}</section>`;
};

/** An incident on the desk: every claim with its quote, and what can be decided. */
export const renderDeskIncident = (view: DeskIncidentView, site: Site): string => {
  const { session, timeline, doubtful, others } = view;
  const { id, title } = timeline.incident;
  return layout(
    {
      title: `${title} on the desk`,
      description: `Review and correct ${title}.`,
      main: html`<article class="source desk">
<nav class="crumbs" aria-label="Breadcrumb"><a href="/desk">The desk</a> › <a href="/incidents/${id}">The public page</a></nav>
${deskHead(session, title)}
${forms(view)}
<section aria-labelledby="doubtful"><h2 id="doubtful">To look at: ${count(doubtful.length, 'claim')}</h2><p class="lead">Disputed by others, or read with low confidence.</p><ol>${doubtful.map(one => claimItem(view, one))}</ol></section>
<section aria-labelledby="rest"><h2 id="rest">The others</h2><details><summary>${count(others.length, 'claim')}</summary><ol>${others.map(one => claimItem(view, one))}</ol></details></section>
</article>`,
    },
    site,
  );
};
