import type { SourceStatus } from '#db';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { webAddress } from './links.ts';
import { time } from './quotes.ts';
import { count } from './words.ts';

const KINDS: Readonly<Record<SourceStatus['kind'], string>> = {
  news: 'News',
  'trade-press': 'Trade press',
  'security-press': 'Security press',
  regulator: 'Regulator',
  company: 'Company',
};

/** How a feed does, in one word that says it without colour. */
const health = ({ failures, lastSuccessAt }: SourceStatus): Html => {
  if (lastSuccessAt === undefined)
    return failures === 0
      ? html`<span class="badge possible">not read yet</span>`
      : html`<span class="badge denied">never answered</span>`;
  return failures === 0
    ? html`<span class="badge confirmed">well</span>`
    : html`<span class="badge denied">${count(failures, 'failure')} in a row</span>`;
};

const row = (source: SourceStatus): Html => {
  const address = webAddress(source.feedUrl);
  return html`<tr id="${source.id}"><th scope="row">${address === undefined ? source.publisher : html`<a href="${address}" rel="noopener noreferrer nofollow">${source.publisher}</a>`}<span class="meta why"> ${source.why}</span></th>
<td>${KINDS[source.kind]}</td><td>${health(source)}</td>
<td>${source.lastSuccessAt === undefined ? html`<span class="absent">never</span>` : time(source.lastSuccessAt)}</td>
<td class="figure">${source.articles}</td></tr>`;
};

/** The feeds that are read, and how they do. */
export const renderSources = (sources: readonly SourceStatus[], site: Site): string => {
  const failing = sources.filter(({ failures }) => failures > 0).length;
  return layout(
    {
      title: 'Sources',
      description: `${count(sources.length, 'feed')} that Receipts reads, and when each was read last.`,
      section: 'sources',
      path: '/sources',
      data: '/v1/sources',
      main: html`<article class="sources-page">
<header><h1>Sources</h1>
<p class="deck">${count(sources.length, 'feed')} are read${failing > 0 && `; ${failing} of them did not answer last time`}. What no source tells, nobody finds here.</p></header>
<div class="scroll" tabindex="0" role="region" aria-label="Feeds">
<table class="compare"><caption>Feeds by publisher</caption>
<thead><tr><th scope="col">Publisher</th><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Read last</th><th scope="col">Articles</th></tr></thead>
<tbody>${sources.toSorted((a, b) => (a.publisher.toLowerCase() < b.publisher.toLowerCase() ? -1 : 1)).map(row)}</tbody></table></div>
</article>`,
    },
    site,
  );
};
