import type { HouseTable } from '#db';

/** What the manifest of an archive for moving house says it is. */
export const HOUSE_FORMAT = 'receipts-house/1';

export const HOUSE_NOTICE =
  'CONFIDENTIAL. This archive holds the full texts of articles, which belong to their publishers. It is made for the ' +
  'owner of this installation of Receipts alone, to move to another one: do not publish it, and do not pass it on. ' +
  '`receipts export archive` writes the data set that may be shared.';

/** One file of the archive. */
interface HouseFile {
  readonly path: string;
  readonly rows: number;
  /** Of the whole file, in hex. */
  readonly sha256: string;
}

/** `manifest.json`. */
export interface HouseManifest {
  readonly format: typeof HOUSE_FORMAT;
  readonly notice: string;
  /** Of the Receipts that wrote it. */
  readonly version: string;
  /** Version of the database's schema. */
  readonly schema: number;
  /** UTC ISO 8601. */
  readonly at: string;
  readonly files: Readonly<Record<HouseTable, HouseFile>>;
}
