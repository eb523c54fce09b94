#!/usr/bin/env node
/**
 * Writes nlp/gazetteer/retailers-bulk.data.json from an unpacked npm package `name-suggestion-index` (BSD-3-Clause):
 * `node scripts/refresh-retailers.js path/to/package [text files]`.
 * A row is [name, aliases, country, kind, Wikidata id, ambiguous names]. The text files (any English prose) say which
 * names are plain words; such names are left out, as are names of people and places.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { curatedRetailers } from '../nlp/gazetteer/retailers.ts';
import { isLatin, likePerson, plainKey, wordTests } from './gazetteer-words.js';

const [packageFolder, ...texts] = process.argv.slice(2);
if (!packageFolder) {
  console.error('Usage: node scripts/refresh-retailers.js path/to/name-suggestion-index/package [text files]');
  process.exit(2);
}
const OUT = new URL('../nlp/gazetteer/retailers-bulk.data.json', import.meta.url);

/** Which of the index's trees are retailers, and of what kind. Services (hairdressers, repairs, hire) are none. */
const KINDS = {
  'shop/supermarket': 'supermarket',
  'shop/frozen_food': 'supermarket',
  'shop/wholesale': 'wholesale',
  'shop/department_store': 'department-store',
  'shop/variety_store': 'variety',
  'shop/convenience': 'convenience',
  'shop/clothes': 'fashion',
  'shop/fashion_accessories': 'fashion',
  'shop/bag': 'fashion',
  'shop/shoes': 'shoes',
  'shop/jewelry': 'jewellery',
  'shop/watches': 'jewellery',
  'shop/sports': 'sports',
  'shop/outdoor': 'sports',
  'shop/bicycle': 'sports',
  'shop/cosmetics': 'beauty',
  'shop/perfumery': 'beauty',
  'shop/chemist': 'pharmacy',
  'amenity/pharmacy': 'pharmacy',
  'shop/optician': 'eyewear',
  'shop/electronics': 'electronics',
  'shop/computer': 'electronics',
  'shop/appliance': 'electronics',
  'shop/video_games': 'games',
  'shop/doityourself': 'diy',
  'shop/hardware': 'diy',
  'shop/furniture': 'furniture',
  'shop/houseware': 'furniture',
  'shop/interior_decoration': 'furniture',
  'shop/bed': 'furniture',
  'shop/garden_centre': 'garden',
  'shop/toys': 'toys',
  'shop/baby_goods': 'toys',
  'shop/books': 'books',
  'shop/stationery': 'books',
  'shop/gift': 'gifts',
  'shop/pet': 'pets',
  'shop/alcohol': 'alcohol',
  'shop/wine': 'alcohol',
  'shop/car_parts': 'automotive',
  'amenity/fuel': 'fuel',
  'amenity/fast_food': 'restaurant',
  'amenity/restaurant': 'restaurant',
  'amenity/cafe': 'cafe',
  'shop/coffee': 'cafe',
  'shop/bakery': 'food',
  'shop/confectionery': 'food',
  'shop/chocolate': 'food',
};

const { nsi } = JSON.parse(readFileSync(join(packageFolder, 'dist/json/nsi.min.json'), 'utf8'));
const { genericWords } = JSON.parse(readFileSync(join(packageFolder, 'config/genericWords.json'), 'utf8'));
const generic = genericWords.map(pattern => new RegExp(pattern, 'i'));
const { everyday, seen } = wordTests(texts);

const usable = name =>
  name !== undefined &&
  isLatin(name) &&
  name.replace(/[^\p{L}\d]/gu, '').length >= 4 &&
  /\p{L}{3}/u.test(name) &&
  name.length <= 40 &&
  name.split(' ').length <= 4 &&
  !generic.some(pattern => pattern.test(name));

const wordsOf = name => name.split(/[\s&+/-]+/).filter(Boolean);
/** One word that is short or known, a person, a saint's place: says nothing of a shop. What the press names is curated. */
const meaningless = name =>
  (wordsOf(name).length === 1 && (name.length < 6 || seen(name))) ||
  likePerson(name) ||
  /^(?:st|saint|san|santa)\b/i.test(name);
/** One word that no text explains may still be a name of something else; so may several plain words together. */
const doubtful = name => wordsOf(name).length === 1 || wordsOf(name).every(everyday);

const isCountry = code => new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;

/** The country where there is exactly one; `XX` where there are several, a continent or the world. */
const countryOf = ({ include = [] } = {}) => {
  const codes = new Set(include.map(place => (typeof place === 'string' ? place.slice(0, 2).toUpperCase() : 'XX')));
  const [code] = codes;
  const whole = include.every(place => typeof place === 'string' && /^[a-z]{2}([-.].*)?$/.test(place));
  return codes.size === 1 && whole && isCountry(code) ? code : 'XX';
};

const curated = new Set(curatedRetailers.flatMap(row => [row.name, ...row.aliases]).map(plainKey));
/** A part of a curated retailer (Tesco Express, Walmart Pharmacy): the same victim, not another. */
const partOfCurated = name => {
  const words = plainKey(name).split(' ');
  return words.some((_, at) => curated.has(words.slice(0, at + 1).join(' ')) || curated.has(words.slice(at).join(' ')));
};

const taken = new Set();
const rows = [];
for (const [tree, kind] of Object.entries(KINDS)) {
  for (const { displayName, locationSet, tags } of nsi[`brands/${tree}`]?.items ?? []) {
    const wikidata = tags['brand:wikidata'];
    if (wikidata === undefined) continue;
    const names = [
      tags['brand:en'] ?? tags['name:en'] ?? tags.name ?? displayName,
      tags.brand,
      tags.name,
      tags.short_name,
    ];
    const free = names.filter(
      name =>
        usable(name) &&
        !meaningless(name) &&
        !partOfCurated(name) &&
        !taken.has(plainKey(name)) &&
        taken.add(plainKey(name)),
    );
    const [name, ...aliases] = free;
    if (name === undefined || name !== names[0]) continue;
    const ambiguous = free.filter(doubtful);
    rows.push([name, aliases, countryOf(locationSet), kind, wikidata, ...(ambiguous.length > 0 ? [ambiguous] : [])]);
  }
}
rows.sort(([a], [b]) => (a < b ? -1 : 1));
const text = `[\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]\n`;
writeFileSync(OUT, text);
console.log(
  `${rows.length} retailers, ${Math.round(text.length / 1024)} KB; ${rows.filter(row => row[5]).length} ambiguous.`,
);
