import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';

interface ShownProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly allowed?: readonly string[];
}

const SEARCH = html`<form action="/" method="get" role="search" class="look">
  <label for="look">Search incidents</label> <input id="look" name="q" type="search" maxlength="200"> <button>Search</button>
</form>
<p><a href="/">The list of all incidents</a></p>`;

const help = ({ status, requestId, allowed = [] }: ShownProblem): Html => {
  if (status === 404)
    return html`<p>It may have been mistyped, or it was never here: an incident's address never changes once it was given, and
      leads on where two incidents turned out to be one.</p>${SEARCH}`;
  if (status === 410)
    return html`<p>It was here, and people decided to show it no more; the reason is all that is left of it. Other pages that
      led here have been changed. <a href="/about">About corrections and takedowns</a></p>${SEARCH}`;
  if (status === 429)
    return html`<p>Wait a minute and load the page again. Pages count with the rest of what your address asks for, which may
      be shared. Programs do better with <a href="/docs">the API</a> and a key of their own.</p>`;
  if (status < 500)
    return html`${
      allowed.length > 0 &&
      html`<details><summary>What is allowed</summary><ul>${allowed.map(value => html`<li><code>${value}</code></li>`)}</ul></details>`
    }<p>The address asks for something that is not offered.</p>${SEARCH}`;
  return html`<p>Trying again in a moment may help. If it does not, tell whoever runs this site the number
      <code>${requestId}</code>: it finds the fault in the log.</p>`;
};

/** The page for anything that cannot be shown. */
export const renderProblem = (problem: ShownProblem, site: Site): string =>
  layout(
    {
      title: problem.title,
      description: problem.detail,
      main: html`<article class="problem">
  <p class="kicker">${problem.status}</p>
  <h1>${problem.title}</h1>
  <p class="deck">${problem.detail}</p>
  ${help(problem)}
</article>`,
    },
    site,
  );
