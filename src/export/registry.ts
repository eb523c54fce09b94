import { atom } from './atom.ts';
import { bibtex } from './bibtex.ts';
import { csv } from './csv.ts';
import { ics } from './ics.ts';
import { json, ndjson } from './json.ts';
import { jsonFeed } from './json-feed.ts';
import { markdown } from './markdown.ts';
import { misp } from './misp.ts';
import { rss } from './rss.ts';
import { stix } from './stix.ts';
import type { ExportFormat } from './subject.ts';
import { timelineJs } from './timelinejs.ts';

/** Every format there is, by its suffix. A new one: a file, and a line here and in `openapi.yaml`. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  json,
  ndjson,
  csv,
  atom,
  rss,
  jsonFeed,
  timelineJs,
  stix,
  misp,
  ics,
  markdown,
  bibtex,
];

/** The format of a suffix without its dot, e.g. `stix.json`. */
export const formatOf = (suffix: string): ExportFormat | undefined =>
  EXPORT_FORMATS.find(format => format.suffix === suffix);
