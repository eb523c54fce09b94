import { stringify } from 'yaml';
import { ARCHIVE_TABLES } from './archive-tables.ts';
import type { Coverage } from './coverage.ts';
import { uuidUrn } from './uuids.ts';
import { RIGHTS } from './wording.ts';

/** A file of the archive, as it was written. */
export interface ArchiveFile {
  /** From the archive's directory, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** What the papers of a release are written from. */
export interface Release {
  /** UTC day: `2026-11-22`. */
  readonly day: string;
  readonly site: string;
  readonly files: readonly ArchiveFile[];
  readonly coverage: Coverage;
}

const TITLE = 'Receipts: who said what, and when, about cyber incidents at retailers';
const LICENCE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title:
    'Creative Commons Attribution 4.0 International, for the compilation; quotes and headlines are their publishers’',
};

const versionOf = ({ day }: Release): string => day.replaceAll('-', '.');
const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

const resourceOf = (file: ArchiveFile): object => {
  const table = ARCHIVE_TABLES.find(({ name }) => file.path === `data/${name}.csv`);
  const common = { path: file.path, encoding: 'utf-8', bytes: file.bytes, hash: `sha256:${file.sha256}` };
  if (table === undefined)
    return {
      name: file.path
        .replace(/^.*\//, '')
        .replace(/\.ndjson$/, '')
        .toLowerCase(),
      title: file.path.startsWith('deltas/')
        ? 'What changed on this day: lines of {"op":"put","id","timeline"} and {"op":"delete","id"}, applied in order'
        : 'One timeline a line, whole, as the API answers it; the CSV files are tables of the same',
      format: 'ndjson',
      mediatype: 'application/x-ndjson',
      ...common,
    };
  return {
    name: table.name,
    title: table.title,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    ...common,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: table.columns.map(({ name, type, about }) => ({ name, type, description: about })),
      missingValues: [''],
      primaryKey: table.key,
      ...(table.name === 'incidents'
        ? {}
        : {
            foreignKeys: [{ fields: ['incident_id'], reference: { resource: 'incidents', fields: ['incident_id'] } }],
          }),
    },
  };
};

/** `datapackage.json` (Frictionless Data Package 1.0) with the data dictionary. */
export const dataPackage = (release: Release): string =>
  `${JSON.stringify(
    {
      profile: 'data-package',
      name: 'receipts',
      id: uuidUrn('archive', `${release.site} ${release.day}`),
      title: TITLE,
      description: `${RIGHTS} What it covers and what it does not: COVERAGE.md.`,
      homepage: release.site,
      version: versionOf(release),
      created: `${release.day}T00:00:00Z`,
      licenses: [LICENCE],
      contributors: [{ title: 'Receipts', role: 'publisher', path: release.site }],
      sources: [{ title: 'The publishers of the articles, each with its address in data/articles.csv' }],
      keywords: ['cybersecurity', 'data breach', 'retail', 'news', 'timeline'],
      resources: release.files.map(resourceOf),
    },
    undefined,
    2,
  )}\n`;

/** `CITATION.cff` (Citation File Format 1.2.0). */
export const citationFile = (release: Release): string =>
  stringify({
    'cff-version': '1.2.0',
    message: 'If you use this data set, please cite it, and for a single fact the article that says it.',
    type: 'dataset',
    title: TITLE,
    authors: [{ name: 'Receipts', website: release.site }],
    version: versionOf(release),
    'date-released': release.day,
    license: 'CC-BY-4.0',
    url: release.site,
  });

/** `LICENSE.md` */
export const licenceFile = (): string =>
  lines(
    '# Licence',
    '',
    'The compilation (which claims are made by whom, how they are put together, dates, figures and identifiers) is offered',
    `under the Creative Commons Attribution 4.0 International licence: <${LICENCE.path}>.`,
    '',
    'The quotes (at most 300 characters each) and headlines are words of the publishers named beside them and stay theirs;',
    'they are quoted for reference. The full texts of the articles are no part of this data set.',
  );

const counted = (counts: Coverage['years']): readonly string[] =>
  counts.map(({ name, count }) => `| ${name} | ${count} |`);

/** `COVERAGE.md`: what is in it, and what its bias is. */
export const coverageFile = ({ day, coverage }: Release): string =>
  lines(
    '# What this data set covers, and what it does not',
    '',
    `As of ${day}: ${coverage.incidents} incidents, ${coverage.events} events, ${coverage.reports} reports of events, out of`,
    `${coverage.articles} articles of ${coverage.publishers} publishers${coverage.first === undefined ? '' : `, published from ${coverage.first} to ${coverage.last}`}.`,
    `Of ${coverage.fromFeed} articles only what their feed says was had. ${coverage.single} incidents rest on one article alone.`,
    '',
    '## By year in which the incident became known',
    '',
    '| Year | Incidents |',
    '|---|---|',
    ...counted(coverage.years),
    '',
    '## By kind of publisher',
    '',
    '| Kind | Articles |',
    '|---|---|',
    ...counted(coverage.kinds),
    '',
    `The most frequent publisher has ${coverage.topShare} % of the articles.`,
    '',
    '## Bias',
    '',
    '- **It is what was reported, not what happened.** An incident that nobody reported in a feed that is read is not here.',
    '  Do not count attacks with it; count reports of attacks.',
    '- **Not mentioned is not “no”.** An empty field means that no article held says anything. Only `not-taken` and',
    '  `denied` mean that somebody says so.',
    '- **Large and English-speaking.** The feeds are mostly English; well-known chains get more reports, so their timelines are',
    '  fuller and their facts better supported than those of small shops.',
    '- **Recent.** Feeds give what is new. What is older came in by import or in articles that look back.',
    '- **Read by rules, not by people.** Claims are missed more often than misread; the documentation of Receipts gives the',
    '  measured figures. Copies of one story are recognised, but not all of them.',
    '- **Attackers’ claims are in it as claims.** `certainty` and `said_by` say whose word it is. Leave them out of what you',
    '  count as facts.',
    '- **Taken down** articles, and what people found to be misread, are not in it; the public log of corrections says which.',
  );

/** `README.md` of the data set. */
export const archiveReadme = (release: Release): string =>
  lines(
    `# ${TITLE}`,
    '',
    `Version ${versionOf(release)}. ${RIGHTS}`,
    '',
    '| File | What |',
    '|---|---|',
    '| `data/timelines.ndjson` | every incident with its timeline, one a line, exact |',
    ...ARCHIVE_TABLES.map(
      ({ name, title }) => `| \`data/${name}.csv\` | ${title.charAt(0).toLowerCase()}${title.slice(1)} |`,
    ),
    '| `deltas/<day>.ndjson` | what changed on a day, to be applied to the state before it, line by line |',
    '| `datapackage.json` | every column with its meaning (Frictionless Data Package) |',
    '| `COVERAGE.md` | what is covered, and its bias. Read it before you count |',
    '| `LICENSE.md`, `CITATION.cff` | licence, and how to cite |',
    '',
    'In the CSV files a text that a spreadsheet would take for a formula begins with an apostrophe; the NDJSON is exact.',
  );
