import type { Html } from './html.ts';
import { html } from './html.ts';

/** Formats that a reader of the page may want, in the order in which they are offered. */
const OFFERED = [
  ['csv', 'CSV'],
  ['md', 'Markdown'],
  ['bib', 'BibTeX'],
  ['ics', 'calendar'],
  ['timelinejs.json', 'TimelineJS'],
  ['stix.json', 'STIX'],
  ['misp.json', 'MISP'],
  ['atom', 'Atom feed'],
  ['jsonfeed', 'JSON Feed'],
] as const;

/** Address of an export of what a page shows: the resource's path, its suffix, the page's query. */
export const exportAddress = (path: string, suffix: string, query: string): string =>
  `${path}.${suffix}${query === '' ? '' : `?${query}`}`;

/** The exports of what a page shows, as links. */
export const exportLinks = (path: string, query: string): Html =>
  html`Take along: ${OFFERED.map(
    ([suffix, label], index) => html`${index > 0 && ', '}<a href="${exportAddress(path, suffix, query)}">${label}</a>`,
  )}.`;
