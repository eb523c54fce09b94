import type { Timeline } from '#domain/timeline.ts';

/** What stands in one place of a comparison: one attribute of one incident. */
export interface ComparedCell {
  /** The id of the incident. */
  readonly incident: string;
  /** As words; empty where nothing is reported, which is never "no". */
  readonly text: string;
  /** How the value stands: a certainty, `disputed`, `not-reported` … */
  readonly status: string;
  /** Ids of the claims behind it, all among the sources of the timelines. */
  readonly claimIds: readonly string[];
}

/** A table of incidents side by side, as its exports need it. */
export interface ComparedTable {
  readonly rows: readonly {
    /** Stable name of the attribute, e.g. `dataTaken`. */
    readonly attribute: string;
    readonly label: string;
    /** One per incident, in the order of the timelines. */
    readonly cells: readonly ComparedCell[];
  }[];
}

interface Titled {
  /** For people, without the site's name. */
  readonly title: string;
  /** Path and query of the resource on the site, e.g. `/v1/incidents?retailer=co-op`; without a suffix of format. */
  readonly path: string;
  /** Path and query of the page for people. */
  readonly page: string;
}

/** What is exported: one incident, the incidents of a filtered list, or several side by side. */
export type ExportSubject =
  | (Titled & { readonly kind: 'incident'; readonly timelines: readonly [Timeline] })
  | (Titled & {
      readonly kind: 'list';
      readonly timelines: readonly Timeline[];
      /** Cursor of the following page. */
      readonly next?: string;
    })
  | (Titled & {
      readonly kind: 'comparison';
      readonly timelines: readonly Timeline[];
      readonly table: ComparedTable;
      /** The comparison as the API answers it. */
      readonly document: object;
    });

/** What an export must know besides its subject. */
export interface ExportContext {
  /** Origin of the site, without a slash at its end: `https://receipts.example`. Ids never depend on it. */
  readonly site: string;
  /** The news is made up: every export says so. */
  readonly demo: boolean;
  /** CSV only: begin with a byte order mark, by which spreadsheets know UTF-8. Default: true. */
  readonly bom?: boolean;
  /** URL of the export itself, for formats that name it. */
  readonly self?: string;
}

/** One format: its suffix, its media type and how a subject is written in it. */
export interface ExportFormat {
  /** As in the suffix: `stix.json`. */
  readonly suffix: string;
  /** As answered, with parameters. */
  readonly mediaType: string;
  /** Media types, without parameters, by which a request can ask for it. The first one is its own. */
  readonly accepts: readonly string[];
  /** Saved as a file rather than shown by browsers. */
  readonly download: boolean;
  /** The whole document as text; a pure function of what goes in. */
  readonly write: (subject: ExportSubject, context: ExportContext) => string;
}
