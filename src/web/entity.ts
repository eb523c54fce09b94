import type { EntityCount, Page } from '#db';
import type { IncidentSummary } from '#domain/incident.ts';
import { exportAddress } from './exports.ts';
import type { Part } from './html.ts';
import { html, linkedData } from './html.ts';
import { incidentItem } from './incident-list.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';
import { count } from './words.ts';

/** What kind of name a page is about. */
export type EntityKind = 'retailer' | 'actor';

const WORDS = {
  retailer: { many: 'Retailers', section: 'retailers', told: 'Incidents at' },
  actor: { many: 'Attackers', section: 'actors', told: 'Incidents in which reports name' },
} as const;

/** Who a page is about. */
export interface EntityView {
  readonly kind: EntityKind;
  readonly entity: EntityCount;
  readonly otherNames: readonly string[];
  /** The one reported last first. */
  readonly incidents: readonly IncidentSummary[];
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

const traits = ({ entity: { country, shop }, otherNames }: EntityView): Part => {
  const parts = [
    country !== undefined && `Home market: ${COUNTRIES.of(country) ?? country}`,
    shop !== undefined && `Kind of shop: ${shop.replaceAll('-', ' ')}`,
    otherNames.length > 0 && `Also called ${otherNames.join(', ')}`,
  ].filter(part => part !== false);
  return parts.length > 0 && html`<p class="meta">${parts.join(' · ')}</p>`;
};

const compareLink = ({ incidents }: EntityView): Part => {
  const ids = incidents.slice(0, 4).map(({ id }) => id);
  return (
    ids.length > 1 &&
    html`<p><a href="/compare?incidents=${ids.join(',')}">Compare ${ids.length === incidents.length ? 'them' : 'the last four'}</a></p>`
  );
};

/** The page of a retailer or an attacker. */
export const renderEntity = (view: EntityView, site: Site): string => {
  const { kind, entity, incidents } = view;
  const { section, many, told } = WORDS[kind];
  const query = `${kind}=${entity.slug}`;
  const path = `/${section}/${entity.slug}`;
  const deck =
    kind === 'retailer'
      ? `${count(entity.incidents, 'incident')} of which reports tell.`
      : `Named in ${count(entity.incidents, 'incident')}. That a name is reported does not make it true: each page says who names it.`;
  return layout(
    {
      title: entity.name,
      description: `${told} ${entity.name}: ${count(entity.incidents, 'incident')}, each with its sources.`,
      section,
      path,
      data: `/v1/${section}/${entity.slug}`,
      feeds: {
        atom: exportAddress('/v1/incidents', 'atom', query),
        json: exportAddress('/v1/incidents', 'jsonfeed', query),
      },
      ...(site.origin !== undefined && kind === 'retailer'
        ? {
            head: linkedData({
              '@context': 'https://schema.org',
              '@type': 'Organization',
              name: entity.name,
              alternateName: view.otherNames,
              mainEntityOfPage: `${site.origin}${path}`,
            }),
          }
        : {}),
      main: html`<article class="entity">
<nav class="crumbs" aria-label="Breadcrumb"><a href="/${section}">${many}</a></nav>
<header><h1>${entity.name}</h1><p class="deck">${deck}</p>${traits(view)}
<p class="meta"><a href="${exportAddress('/v1/incidents', 'atom', query)}">Follow (Atom)</a></p>
${compareLink(view)}</header>
<section class="list" aria-label="${told} ${entity.name}"><ol class="incidents">${incidents.map(incidentItem)}</ol></section>
</article>`,
    },
    site,
  );
};

/** All retailers, or all attackers that reports name. */
export const renderEntityList = (
  kind: EntityKind,
  { page, first }: { readonly page: Page<EntityCount>; readonly first: boolean },
  site: Site,
): string => {
  const { section, many } = WORDS[kind];
  return layout(
    {
      title: many,
      description: kind === 'retailer' ? 'Retailers of whose incidents reports tell.' : 'Attackers whom reports name.',
      section,
      path: `/${section}`,
      data: `/v1/${section}`,
      main: html`<article class="entity"><header><h1>${many}</h1>
<p class="deck">${kind === 'retailer' ? 'Of whose incidents reports tell' : 'Whom reports name, rightly or not'}, those with most incidents first.</p></header>
<ul class="names">${page.items.map(
        ({ slug, name, incidents }) =>
          html`<li><a href="/${section}/${slug}">${name}</a> <span class="count">${incidents}</span></li>`,
      )}</ul>
${page.items.length === 0 && html`<p class="empty">None yet.</p>`}
${
  (!first || page.next !== undefined) &&
  html`<nav class="pager" aria-label="Pages of the list">${!first && html`<a href="/${section}">First</a>`}${page.next !== undefined && html`<a rel="next" href="/${section}?cursor=${encodeURIComponent(page.next)}">More</a>`}</nav>`
}
</article>`,
    },
    site,
  );
};
