#!/usr/bin/env node
/**
 * Writes nlp/gazetteer/actors-bulk.data.json from two files of the MISP galaxy (CC0 1.0):
 * `node scripts/refresh-actors.js threat-actor.json ransomware.json [text files]`.
 * A row is [name, aliases, kind, ambiguous names]. The text files (any English prose) say which names are plain words;
 * the galaxy's own descriptions are read for that too.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLatin, plainKey, wordTests } from './gazetteer-words.js';

const [actorFile, ransomwareFile, ...texts] = process.argv.slice(2);
if (!actorFile || !ransomwareFile) {
  console.error('Usage: node scripts/refresh-actors.js threat-actor.json ransomware.json [text files]');
  process.exit(2);
}
const OUT = new URL('../nlp/gazetteer/actors-bulk.data.json', import.meta.url);
const valuesOf = file => JSON.parse(readFileSync(file, 'utf8')).values;
const actors = valuesOf(actorFile);
const strains = valuesOf(ransomwareFile);

const prose = join(mkdtempSync(join(tmpdir(), 'galaxy-')), 'descriptions.txt');
writeFileSync(prose, [...actors, ...strains].map(value => value.description ?? '').join('\n'));
const { everyday } = wordTests([prose, ...texts]);

/** Strains older than this that no source of later years names are history: left out. */
const SINCE = 2019;
/** What makes an entry a description or a page's title rather than a name. */
const NO_NAME =
  /unnamed|unknown|anonymous|threat actor|\bfake\b|\btest\b|\bdemo\b|\bblog\b|onion|https?:|[_@:,]|\.php|\d+\.\d+/i;

const titled = name =>
  /\p{Lu}/u.test(name) ? name : name.replace(/(?<![\p{L}\d])\p{Ll}/gu, letter => letter.toUpperCase());
const clean = name =>
  titled(
    name
      .replace(/\s*\((?:fake|ransomware|aka [^)]*)\)\s*/gi, ' ')
      .replace(/\s+ransomware$/i, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** Latin script, at least five letters or digits, at most four words. */
const usable = name =>
  isLatin(name) &&
  !NO_NAME.test(name) &&
  name.replace(/[^\p{L}\d]/gu, '').length >= 5 &&
  /\p{L}{2}/u.test(name) &&
  name.split(' ').length <= 4;

/** One word written like any name (Akira, CHROMIUM; not LockBit, 8Base), or plain words only (Lucky Cat). */
const doubtful = name => /^\p{L}(?:\p{Ll}+|\p{Lu}+)$/u.test(name) || name.split(/[\s-]+/).every(everyday);

const recent = ({ meta = {} }) =>
  (JSON.stringify(meta).match(/\b20[12]\d\b/g) ?? []).some(year => Number(year) >= SINCE) ||
  (meta.links ?? []).some(link => link.includes('.onion'));

const namesOf = value => [value.value, ...(value.meta?.synonyms ?? [])].map(clean).filter(usable);
const candidates = [
  ...actors.map(value => [namesOf(value), 'group']),
  ...strains.filter(recent).map(value => [namesOf(value), 'ransomware']),
];

const taken = new Set();
const rows = [];
for (const [names, kind] of candidates) {
  const free = names.filter(name => !taken.has(plainKey(name)) && taken.add(plainKey(name)));
  const [name, ...aliases] = free;
  if (name === undefined || name !== names[0]) continue;
  const ambiguous = free.filter(doubtful);
  rows.push([name, aliases, kind, ...(ambiguous.length > 0 ? [ambiguous] : [])]);
}
rows.sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(OUT, `[\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(
  `${rows.length} actors with ${taken.size} names; ${rows.filter(row => row[3]).length} have ambiguous ones.`,
);
