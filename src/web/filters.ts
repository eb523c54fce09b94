import type { EntityCount, IncidentFilter, Page } from '#db';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { ASKED_DATA, dataLabel } from './words.ts';

type Name = keyof IncidentFilter;

/** The list's address with these filters, without a cursor: another filter begins at the first page. */
export const listAddress = (filter: IncidentFilter, cursor?: string): string => {
  const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
  if (cursor !== undefined) query.set('cursor', cursor);
  return query.size === 0 ? '/' : `/?${query}`;
};

const without = (filter: IncidentFilter, ...names: readonly Name[]): IncidentFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !names.some(one => one === name)));

interface Choice {
  readonly label: string;
  readonly change: IncidentFilter;
  readonly names: readonly Name[];
}

const isChosen = (filter: IncidentFilter, { change, names }: Choice): boolean =>
  names.every(name => filter[name] === change[name]);

const choiceItem = (filter: IncidentFilter, choice: Choice): Html => {
  const rest = without(filter, ...choice.names);
  return isChosen(filter, choice)
    ? html`<li><a class="chosen" aria-current="true" href="${listAddress(rest)}">${choice.label}<span class="undo"> ×<span class="hidden"> (remove this filter)</span></span></a></li>`
    : html`<li><a href="${listAddress({ ...rest, ...choice.change })}">${choice.label}</a></li>`;
};

const group = (filter: IncidentFilter, title: string, choices: readonly Choice[], more = false): Html | false =>
  choices.length > 0 &&
  html`<div class="filter"><h3>${title}</h3><ul>${choices.map(choice => choiceItem(filter, choice))}${more && html`<li class="absent">more by search</li>`}</ul></div>`;

const DATA_CHOICES: readonly Choice[] = [
  { label: 'Something said to be taken', change: { polarity: 'taken' }, names: ['dataType', 'polarity'] },
  { label: 'Something said not to be taken', change: { polarity: 'not-taken' }, names: ['dataType', 'polarity'] },
  ...ASKED_DATA.map(
    (dataType): Choice => ({
      label: `${dataLabel(dataType)} taken`,
      change: { dataType, polarity: 'taken' },
      names: ['dataType', 'polarity'],
    }),
  ),
];

const entityChoice = (name: 'retailer' | 'actor', { slug, name: label, incidents }: EntityCount): Choice => ({
  label: incidents > 1 ? `${label} (${incidents})` : label,
  change: { [name]: slug },
  names: [name],
});

const NAMES: Readonly<Record<Name, string>> = {
  retailer: 'retailer',
  actor: 'attacker',
  dataType: 'data',
  polarity: 'said to be',
  attackType: 'kind of attack',
  service: 'service',
  serviceState: 'state of the service',
  kind: 'told of',
  metric: 'money',
  currency: 'currency',
  minAmount: 'at least',
  maxAmount: 'at most',
  certainty: 'certainty',
  speaker: 'said by',
  minIndependent: 'independent reports, at least',
  happenedFrom: 'happened from',
  happenedTo: 'happened to',
  reportedFrom: 'reported from',
  reportedTo: 'reported to',
  knownFrom: 'known from',
  knownTo: 'known to',
  updatedFrom: 'updated from',
  updatedTo: 'updated to',
  status: 'status',
  country: 'country',
  shop: 'kind of shop',
  q: 'search',
};

/** The filters in force, in words: one that is not among the choices must not go unseen. */
const inForce = (filter: IncidentFilter): Html | false => {
  const names = (Object.keys(NAMES) as Name[]).filter(name => filter[name] !== undefined);
  return (
    names.length > 0 &&
    html`<p class="in-force">Only ${names.map(name => `${NAMES[name]}: ${filter[name]}`).join('; ')}.
<a href="/">Show all</a></p>`
  );
};

/** Search and filters of the list, as plain links and one form. */
export const filterPanel = (
  filter: IncidentFilter,
  retailers: Page<EntityCount>,
  actors: Page<EntityCount>,
): Html => html`<section class="filters" aria-labelledby="filters">
<h2 id="filters" class="hidden">Search and filter</h2>
<form action="/" method="get" role="search">
  ${Object.entries(without(filter, 'q')).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  <label for="q">Search titles and retailers</label>
  <input id="q" name="q" type="search" maxlength="200" value="${filter.q ?? ''}">
  <button type="submit">Search</button>
</form>
${inForce(filter)}
${group(
  filter,
  'Retailer',
  retailers.items.map(entity => entityChoice('retailer', entity)),
  retailers.next !== undefined,
)}
${group(
  filter,
  'Attacker named',
  actors.items.map(entity => entityChoice('actor', entity)),
)}
${group(filter, 'Data', DATA_CHOICES)}
</section>`;
