import type { IncidentFilter, Stats, StatsDimension } from '#db';
import type { DataType, IncidentState } from '#domain/vocabulary.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { capital, dataLabel } from './words.ts';

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
  readonly label: Html;
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

const group = (filter: IncidentFilter, title: string, choices: readonly Choice[]): Html | false =>
  choices.length > 0 &&
  html`<div class="filter"><h3>${title}</h3><ul>${choices.map(choice => choiceItem(filter, choice))}</ul></div>`;

/** What there is to filter by, with how many of the incidents that fit already would be left. */
export interface Facets {
  readonly stats: Stats;
  /** Names of retailers and attackers by slug, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
}

/** Most values of one facet: the search finds the others. */
const MOST = 12;

interface Facet {
  readonly by: StatsDimension;
  readonly title: string;
  readonly names: readonly Name[];
  readonly label: (value: string, facets: Facets) => string;
  readonly change: (value: string) => IncidentFilter;
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const nameOf = (slug: string, { names }: Facets): string => names.get(slug) ?? slug;
const DATA: readonly Name[] = ['dataType', 'polarity'];

const FACETS: readonly Facet[] = [
  { by: 'retailer', title: 'Retailer', names: ['retailer'], label: nameOf, change: retailer => ({ retailer }) },
  { by: 'actor', title: 'Attacker named', names: ['actor'], label: nameOf, change: actor => ({ actor }) },
  {
    by: 'dataType',
    title: 'Data said to be taken',
    names: DATA,
    label: value => dataLabel(value as DataType),
    change: value => ({ dataType: value as DataType, polarity: 'taken' }),
  },
  {
    by: 'dataNotTaken',
    title: 'Data said not to be taken',
    names: DATA,
    label: value => dataLabel(value as DataType),
    change: value => ({ dataType: value as DataType, polarity: 'not-taken' }),
  },
  {
    by: 'status',
    title: 'How it stands',
    names: ['status'],
    label: value => capital(value),
    change: value => ({ status: value as IncidentState }),
  },
  {
    by: 'country',
    title: 'Home market of the retailer',
    names: ['country'],
    label: value => (/^[A-Z]{2}$/.test(value) ? (COUNTRIES.of(value) ?? value) : value),
    change: country => ({ country }),
  },
];

/** How often each value of a dimension occurs. */
export const countsBy = ({ counts }: Stats, by: StatsDimension): Stats['counts'][number]['values'] =>
  counts.find(one => one.by === by)?.values ?? [];

const choicesOf = (facet: Facet, facets: Facets): readonly Choice[] => {
  const values = countsBy(facets.stats, facet.by).slice(0, MOST);
  return values.map(({ value, incidents }) => ({
    label: html`${facet.label(value, facets)} <span class="count">${incidents}</span>`,
    change: facet.change(value),
    names: facet.names,
  }));
};

const years = (stats: Stats): readonly Choice[] => {
  const months = countsBy(stats, 'month');
  const perYear = Map.groupBy(months, ({ value }) => value.slice(0, 4));
  return [...perYear]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, members]) => ({
      label: html`${year} <span class="count">${members.reduce((sum, { incidents }) => sum + incidents, 0)}</span>`,
      change: { knownFrom: year, knownTo: year },
      names: ['knownFrom', 'knownTo'],
    }));
};

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

/** The filters in force, each with the way to be rid of it: one that is not among the choices must not go unseen. */
const inForce = (filter: IncidentFilter): Html | false => {
  const names = (Object.keys(NAMES) as Name[]).filter(name => filter[name] !== undefined);
  const item = (name: Name): Html =>
    html`<li><a href="${listAddress(without(filter, name))}">${NAMES[name]}: ${name === 'polarity' ? String(filter[name]).replace('-', ' ') : String(filter[name])} ×<span class="hidden"> (remove this filter)</span></a></li>`;
  return (
    names.length > 0 &&
    html`<div class="filter in-force"><h3>Only</h3><ul>${names.map(item)}</ul><p><a href="/">Show all</a></p></div>`
  );
};

/** Search and filters of the list, as plain links and one form. */
export const filterPanel = (
  filter: IncidentFilter,
  facets: Facets,
): Html => html`<section class="filters" aria-labelledby="filters">
<h2 id="filters" class="hidden">Search and filter</h2>
<form action="/" method="get" role="search">
  ${Object.entries(without(filter, 'q')).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  <label for="q">Search titles and retailers</label>
  <input id="q" name="q" type="search" maxlength="200" value="${filter.q ?? ''}">
  <button type="submit">Search</button>
</form>
${inForce(filter)}
${FACETS.map(facet => group(filter, facet.title, choicesOf(facet, facets)))}
${group(filter, 'Year', years(facets.stats))}
</section>`;
