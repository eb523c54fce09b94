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

const help = ({ status, requestId }: ShownProblem) =>
  status === 404 || status === 410
    ? html`<p>It may have been mistyped, or it was never here: an incident's address never changes once it was given, and
      leads on where two incidents turned out to be one. <a href="/">The list of all incidents</a> has a search.</p>`
    : status < 500
      ? html`<p>The address asks for something that is not offered. <a href="/">The list of all incidents</a> has a
      search.</p>`
      : html`<p>Trying again in a moment may help. If it does not, tell whoever runs this site the number
      <code>${requestId}</code>: it finds the fault in the log.</p>`;

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
