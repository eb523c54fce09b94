import { describe, expect, test } from 'vitest';
import { curatedActors } from '../../nlp/gazetteer/actors.ts';
import { nameKey } from '../../nlp/gazetteer/bulk.ts';
import {
  actorBySlug,
  actors,
  organisationBySlug,
  organisations,
  retailerBySlug,
  retailers,
} from '../../nlp/gazetteer/index.ts';
import { curatedOrganisations } from '../../nlp/gazetteer/organisations.ts';
import { curatedRetailers } from '../../nlp/gazetteer/retailers.ts';
import { ACTOR_KINDS, ORGANISATION_KINDS, RETAILER_KINDS } from '../../nlp/gazetteer/types.ts';
import { slug } from '../../src/domain/ids.ts';

const all = [...retailers, ...organisations, ...actors];
/** Rows whose slug is not their name's, and why. */
const OTHER_SLUGS: Readonly<Record<string, string>> = {
  'supervalu-us': 'the American wholesaler; the Irish supermarkets have the plain slug',
  'finish-line': 'usually written without its article',
  signet: 'usually named so',
  '24-7-ai': 'the digits would run together with the letters',
  'x-twitter': 'one letter says nothing',
  indigo: 'the press leaves the rest of the name away',
  elkjop: 'an ø is an o here',
  norrona: 'an ø is an o here',
  'free-telecom': 'a word that says nothing',
  'rbc-russia': 'other firms have the letters as well',
};

const repeated = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.filter(value => seen.has(value) || !seen.add(value));
};
const isCountry = (code: string): boolean =>
  code === 'XX' || new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;

describe('every row', () => {
  test('has a slug of its own, among retailers, organisations and actors together', () => {
    expect(repeated(all.map(row => row.slug))).toEqual([]);
  });

  test('has a slug that its name gives, or one with a reason', () => {
    const unexplained = all.filter(row => row.slug !== slug(row.name) && !(row.slug in OTHER_SLUGS));
    expect(unexplained.map(row => row.slug)).toEqual([]);
    for (const exception of Object.keys(OTHER_SLUGS)) expect(all.some(row => row.slug === exception)).toBe(true);
  });

  test('names itself once', () => {
    const twice = all.flatMap(row => repeated([row.name, ...row.aliases].map(name => name.toLowerCase())));
    expect(twice).toEqual([]);
  });

  test('shares a name with another row only where both call it ambiguous', () => {
    const owners = new Map<string, { readonly slug: string; readonly ambiguous: boolean }>();
    const clashes: string[] = [];
    for (const row of all)
      for (const name of [row.name, ...row.aliases]) {
        const ambiguous = row.ambiguous?.includes(name) ?? false;
        const owner = owners.get(nameKey(name));
        if (owner && owner.slug !== row.slug && !(owner.ambiguous && ambiguous))
          clashes.push(`${name}: ${owner.slug}, ${row.slug}`);
        owners.set(nameKey(name), { slug: row.slug, ambiguous });
      }
    expect(clashes).toEqual([]);
  });

  test('has no alias that only adds an article to another name', () => {
    const idle = [...curatedRetailers, ...curatedOrganisations, ...curatedActors].flatMap(row => {
      const names = [row.name, ...row.aliases].map(nameKey);
      return names.filter(name => name.startsWith('the ') && names.indexOf(name) > 0 && names.includes(name.slice(4)));
    });
    expect(idle).toEqual([]);
  });

  test('calls only names of its own ambiguous', () => {
    const strangers = all.flatMap(row =>
      (row.ambiguous ?? []).filter(name => name !== row.name && !row.aliases.includes(name)),
    );
    expect(strangers).toEqual([]);
  });

  test('has a kind of the vocabulary', () => {
    expect(retailers.filter(row => !RETAILER_KINDS.includes(row.kind)).map(row => row.slug)).toEqual([]);
    expect(organisations.filter(row => !ORGANISATION_KINDS.includes(row.kind)).map(row => row.slug)).toEqual([]);
    expect(actors.filter(row => !ACTOR_KINDS.includes(row.kind)).map(row => row.slug)).toEqual([]);
  });

  test('has an ISO country or XX', () => {
    expect([...retailers, ...organisations].filter(row => !isCountry(row.country)).map(row => row.slug)).toEqual([]);
  });

  test('is found by its slug', () => {
    for (const row of retailers) expect(retailerBySlug.get(row.slug)).toBe(row);
    for (const row of organisations) expect(organisationBySlug.get(row.slug)).toBe(row);
    for (const row of actors) expect(actorBySlug.get(row.slug)).toBe(row);
  });
});

describe('retailers', () => {
  test('belong to parents that are listed', () => {
    const orphans = retailers.filter(row => row.parent !== undefined && !retailerBySlug.has(row.parent));
    expect(orphans.map(row => `${row.slug} of ${row.parent}`)).toEqual([]);
  });

  test('are not their own ancestors', () => {
    for (const row of retailers) {
      const line = [row.slug];
      for (let up = row.parent; up !== undefined; up = retailerBySlug.get(up)?.parent) {
        expect(line, `${row.slug} descends from itself`).not.toContain(up);
        line.push(up);
      }
    }
  });

  test.each([
    ['M&S', 'marks-and-spencer'],
    ['Co-operative Group', 'co-op'],
    ['TJX', 't-j-maxx'],
    ['Victoria’s Secret', 'victoria-s-secret'],
    ['Kohl’s', 'kohl-s'],
    ['Tiffany & Co', 'tiffany-and-co'],
    ['North Face', 'the-north-face'],
    ['Liquor Control Board of Ontario', 'lcbo'],
    ['Sainsburys', 'sainsbury-s'],
    ['Hennes & Mauritz', 'h-and-m'],
  ])('are known as the press writes them: %s', (written, id) => {
    const owner = retailers.find(row => [row.name, ...row.aliases].some(name => nameKey(name) === nameKey(written)));
    expect(owner?.slug).toBe(id);
  });

  test.each(['Next', 'Target', 'Boots', 'Gap', 'Iceland', 'Coach', 'Guess', 'Very', 'Mango', 'Pandora', 'Coop'])(
    'are doubted where the name is a word or somebody else’s: %s',
    name => {
      expect(retailers.find(row => row.name === name)?.ambiguous).toContain(name);
    },
  );

  test('of one word are doubted where nobody has looked at them', () => {
    const unlooked = retailers.filter(row => row.wikidata !== undefined && /^[\p{L}\d]+$/u.test(row.name));
    expect(unlooked.length).toBeGreaterThan(0);
    expect(unlooked.filter(row => !row.ambiguous?.includes(row.name)).map(row => row.name)).toEqual([]);
  });

  test('include no part of another retailer from the bulk list', () => {
    expect(retailers.filter(row => /^(?:Tesco|Walmart|Carrefour|Auchan) /.test(row.name)).map(row => row.name)).toEqual(
      [],
    );
  });
});

describe('those who are no retailers', () => {
  test.each([
    ['blue-yonder', 'supplier'],
    ['unfi', 'supplier'],
    ['jaguar-land-rover', 'manufacturer'],
    ['bleepingcomputer', 'media'],
    ['mandiant', 'security-firm'],
    ['national-crime-agency', 'law-enforcement'],
    ['cnil', 'regulator'],
    ['british-airways', 'airline'],
    ['co-operative-bank', 'bank'],
  ])('are told apart: %s is a %s', (id, kind) => {
    expect(organisationBySlug.get(id)?.kind).toBe(kind);
    expect(retailerBySlug.has(id)).toBe(false);
  });
});

describe('actors', () => {
  test.each([
    ['UNC3944', 'scattered-spider'],
    ['Octo Tempest', 'scattered-spider'],
    ['BlackCat', 'alphv'],
    ['Cl0p', 'clop'],
    ['Sodinokibi', 'revil'],
    ['Carbanak', 'fin7'],
  ])('are one row under all their names: %s is %s', (written, id) => {
    const owners = actors.filter(row => [row.name, ...row.aliases].includes(written));
    expect(owners.map(row => row.slug)).toEqual([id]);
  });

  test.each(['Play', 'Hive', 'Royal', 'Lynx', 'Everest', 'Medusa', 'Snatch', 'Cactus'])(
    'are doubted where the name is a word: %s',
    name => {
      expect(actors.find(row => row.name === name)?.ambiguous).toContain(name);
    },
  );

  test('come with those of the galaxy, but for names that are plain or short', () => {
    const bulk = actors.slice(curatedActors.length);
    expect(bulk.length).toBeGreaterThan(1000);
    const short = bulk
      .flatMap(row => [row.name, ...row.aliases])
      .filter(name => name.replace(/[^\p{L}\d]/gu, '').length < 5);
    expect(short).toEqual([]);
  });
});

test('what is written by hand goes before what comes in bulk', () => {
  expect(retailers.slice(0, curatedRetailers.length)).toEqual(curatedRetailers);
  expect(organisations).toEqual(curatedOrganisations);
  expect(actors.slice(0, curatedActors.length)).toEqual(curatedActors);
  expect(curatedRetailers.length).toBeGreaterThan(450);
});
