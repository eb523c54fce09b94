import { DOCS_ASSETS } from './docs-assets.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { QUICK_START_SITE, QUICK_STARTS } from './quick-start.ts';

/** A kind of problem, as `/docs/problems` tells of it. */
interface ExplainedProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** Puts what stands between backticks into code. */
const marked = (text: string): readonly Html[] =>
  text.split('`').map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));

const quickStarts = (origin: string): readonly Html[] =>
  QUICK_STARTS.map(
    ({ language, code }) => html`<section class="quick-start">
  <h3>${language}</h3>
  <pre tabindex="0"><code>${code.replaceAll(QUICK_START_SITE, origin)}</code></pre>
</section>
`,
  );

/**
 * The page on the API: first programs, and the reference, which a script draws from the contract.
 *
 * @param origin of this server, for the programs
 */
export const renderDocs = (origin: string, site: Site): string =>
  layout(
    {
      title: 'The API',
      description: 'How programs ask Receipts: first steps in four languages, and the reference.',
      styles: [DOCS_ASSETS.viewerStyle.path, DOCS_ASSETS.style.path],
      scripts: [DOCS_ASSETS.viewer.path, DOCS_ASSETS.start.path],
      main: html`<article class="docs">
<h1>The API</h1>
<p class="deck">Everything on these pages can be had by programs, spreadsheets and feed readers, without a key.</p>
<ul class="docs-links">
  <li><a href="/openapi.yaml">The contract</a> (OpenAPI 3.1), from which clients can be made</li>
  <li><a href="/docs/problems">What can go wrong</a>, and what to do then</li>
  <li><a href="#stability">What stays as it is</a></li>
</ul>
<section id="quick-start">
<h2>First steps</h2>
<p>Who says that passwords were not taken? The same question in four languages.</p>
${quickStarts(origin)}
</section>
<section id="stability">
<h2>What stays as it is</h2>
<p>
  Under <code>/v1</code> no path, parameter, member or word of a vocabulary is taken away, and none changes its meaning.
  What can come in addition are paths, parameters that may be left out, members of answers, words of vocabularies, kinds of
  problems and formats: programs should read past what they do not know. What is to go one day answers with
  <code>Deprecation</code> and <code>Sunset</code> for at least a year before. Ids and permalinks stay for ever.
</p>
</section>
<section id="reference">
<h2>Reference</h2>
<div id="viewer"></div>
<noscript><p>The reference is drawn by a script. Without one, read <a href="/openapi.yaml">the contract</a> itself.</p></noscript>
</section>
</article>`,
    },
    site,
  );

const problemSection = ({ code, status, title, meaning, remedy }: ExplainedProblem): Html => html`<section id="${code}">
<h2><a href="/docs/problems/${code}"><code>${code}</code></a> ${status}</h2>
<p><strong>${title}.</strong> ${marked(meaning)}</p>
<p>${marked(remedy)}</p>
</section>
`;

/** The page on kinds of problems: all of them, or the one to which a problem's `type` leads. */
export const renderProblemDocs = (problems: readonly ExplainedProblem[], site: Site): string => {
  const [only, ...others] = problems;
  const title = only !== undefined && others.length === 0 ? only.title : 'What can go wrong';
  return layout(
    {
      title,
      description: 'The kinds of problems with which the API answers, what they mean and what to do.',
      styles: [DOCS_ASSETS.style.path],
      main: html`<article class="docs">
<h1>${title}</h1>
<p class="deck">
  Whatever goes wrong in the API is answered with a problem document (RFC 9457). Its <code>type</code> is the path of a page
  such as this, its <code>code</code> the last part of it; neither ever changes.
</p>
${problems.map(problemSection)}
<p><a href="/docs/problems">All kinds of problems</a> · <a href="/docs">The API</a></p>
</article>`,
    },
    site,
  );
};
