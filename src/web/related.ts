import type { Relation, RelationKind } from '#domain/related.ts';
import type { Part } from './html.ts';
import { html } from './html.ts';

const WORDS: Readonly<Record<RelationKind, string>> = {
  campaign: 'Part of one campaign',
  supplier: 'The supplier through which it came',
  customer: 'A customer of the company hit',
  joint: 'Spoken of as one',
};

const reasonsOf = ({ kind, reasons }: Relation): string => `${WORDS[kind]}: ${reasons.join('; ')}.`;

/** Incidents that have to do with one and are not the same. Nothing where there are none. */
export const relatedList = (incident: string, relations: readonly Relation[]): Part =>
  relations.length > 0 &&
  html`<section class="related" aria-labelledby="related">
<h2 id="related">Related incidents</h2>
<ul>${[...Map.groupBy(relations, other => other.incident)].map(
    ([id, members]) => html`<li><p class="headline"><a href="/incidents/${id}">${members[0]?.title}</a></p>
<p class="meta">${members.map(reasonsOf).join(' ')} <a href="/compare?incidents=${incident},${id}">Compare<span class="hidden"> with ${members[0]?.title}</span></a></p></li>`,
  )}</ul>
</section>`;
