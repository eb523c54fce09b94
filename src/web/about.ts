import { CERTAINTIES } from '#domain/vocabulary.ts';
import { badge } from './facts.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { QUALITY } from './quality.ts';
import { CERTAINTY } from './words.ts';

const percent = (share: string): string => `${(Number(share) * 100).toFixed(1)} %`;

const accuracy: Html = html`<div class="scroll" tabindex="0" role="region" aria-labelledby="accuracy-table">
<table class="compare"><caption id="accuracy-table">All kinds of facts together, against what careful readers note</caption>
<thead><tr><th scope="col">Measured on</th><th scope="col">Of what Receipts says, right</th><th scope="col">Of what there is, found</th></tr></thead>
<tbody>${QUALITY.map(
  ({ what, note, precision, recall }) =>
    html`<tr><th scope="row">${what} <span class="state">${note}</span></th><td class="figure">${percent(precision)}</td><td class="figure">${percent(recall)}</td></tr>`,
)}</tbody></table></div>`;

/** Method, limits, and how to report an error. `corrections`: errors can be reported on the incidents' own pages. */
export const renderAbout = (corrections: boolean, site: Site): string =>
  layout(
    {
      title: 'About',
      description: 'How Receipts works, how accurate it is, what it cannot do, and how to report an error.',
      section: 'about',
      path: '/about',
      main: html`<article class="prose">
<header><h1>About Receipts</h1><p class="deck">Who said what, and when, about every cyber incident at a retailer.</p></header>
<section aria-labelledby="method"><h2 id="method">Method</h2>
<p>Receipts reads news feeds. It takes each article apart into <strong>claims</strong>: one statement each, with the words
that make it, who is heard in them, and when. Articles that tell of one attack make an incident; claims that say the same
make one line of its timeline. No line stands without a quote, and no number that no source says: nothing is added up or
averaged. This is done by rules that can be read, not by a language model, and the same articles always give the same
timeline.</p>
<p>“Said not to be taken” means that somebody says so. What no article speaks of is “not mentioned”, which is never “no”.
A listing on a leak site is a claim of the attackers, never a fact.</p></section>
<section aria-labelledby="words"><h2 id="words">What the words mean</h2>
<dl class="terms">${CERTAINTIES.map(one => html`<div><dt>${badge(one)}</dt><dd>${CERTAINTY[one].meaning}.</dd></div>`)}
<div><dt><span class="badge disputed">disputed</span></dt><dd>Others say otherwise; both sides stand there with their words.</dd></div>
<div><dt><span class="badge superseded">superseded</span></dt><dd>Whoever said so said otherwise later; the line is folded and can be read.</dd></div>
</dl>
<p><strong>Reported by 5 articles, 3 independent</strong>: copies of one story count once. <strong>As of a day</strong>: what
the public could read then, and nothing that came later.</p></section>
<section aria-labelledby="accuracy"><h2 id="accuracy">How accurate it is</h2>
${accuracy}
<p>Articles that the rules had not seen count most. So some lines are wrong, and some are missing: follow the quote to the
article before you rely on one.</p></section>
<section aria-labelledby="limits"><h2 id="limits">Limits</h2>
<ul><li>It knows what its <a href="/sources">sources</a> publish, and reads English best.</li>
<li>It does not know what is true. Where all sources err, so does it.</li>
<li>Articles are not shown: their texts belong to their publishers. Quotes are short, and lead to the original.</li>
<li>Where copies of a statement are told in other words, two reports can pass as independent that are not.</li></ul></section>
<section aria-labelledby="errors"><h2 id="errors">Errors, replies, takedowns</h2>
<p>${
        corrections
          ? 'At the end of each incident’s page is a form that reaches the editors, without an account: for what was misread, and for replies of those concerned.'
          : 'Write to whoever runs this server.'
      } Every correction is listed publicly on the page that it changes, with its reason, and can be taken back.</p></section>
<section aria-labelledby="use"><h2 id="use">Use it</h2>
<p>Every page is also <a href="/docs">data</a>, a feed, and a file to download. Each incident’s address never changes; a
permalink shows one state for ever. Timelines can be embedded: editorial systems find how by oEmbed, and
<code>/embed/</code> with an incident’s id is the address of the frame.</p></section>
</article>`,
    },
    site,
  );
