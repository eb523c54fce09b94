// Every package in the lockfile must have a licence that goes with Apache-2.0. A new one is weighed, then added here.
import { readFileSync } from 'node:fs';

/** MPL-2.0 is file-level copyleft: fine for tools used as they are, and not for what is shipped. */
const SHIPPED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MIT-0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
];
const DEVELOPMENT = [...SHIPPED, 'MPL-2.0', 'Python-2.0', 'PSF-2.0', 'CC-BY-4.0'];

const allows = (list, licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(one => list.includes(one));

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
// A link is our own client's; its licence stands at its folder.
const entries = Object.entries(packages).filter(([path, p]) => path !== '' && !p.link);
const bad = entries.filter(([, p]) => !allows(p.dev ? DEVELOPMENT : SHIPPED, p.license ?? 'none'));
for (const [path, p] of bad)
  console.error(`licences: ${path.replace(/^.*node_modules\//, '')} has ${p.license ?? 'none'}`);
if (entries.length === 0) console.error('licences: the lockfile lists no packages');
if (process.argv.includes('--list'))
  for (const [path, p] of entries) console.log(`${p.license}\t${path.replace(/^.*node_modules\//, '')}@${p.version}`);
process.exit(bad.length > 0 || entries.length === 0 ? 1 : 0);
