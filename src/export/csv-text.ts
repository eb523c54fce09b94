import { plain } from './plain.ts';

/** One value of a row; absent is an empty field. */
export type CsvValue = string | number | boolean | undefined;

/** What a spreadsheet would run as a formula, also behind blanks or marks of our own. */
const FORMULA = /^['\s]*[=+\-@＝＋－＠|%]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before what would begin one (OWASP, CSV injection). To read
 * it back take one apostrophe away where the text matches `^'['\s]*[=+\-@|%]` or begins with two and such a sign.
 */
export const guarded = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

const field = (value: CsvValue): string => {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? guarded(plain(value).replaceAll('\t', ' ')) : String(value);
  return /[",;\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const BOM = '\ufeff';

/** Rows as CSV (RFC 4180): a header, commas, CR LF, UTF-8; with a byte order mark where a spreadsheet shall open it. */
export const csvText = (
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  { bom }: { readonly bom: boolean },
): string => {
  const lines = [header.map(field).join(',')];
  for (const row of rows) lines.push(row.map(field).join(','));
  return `${bom ? BOM : ''}${lines.join('\r\n')}\r\n`;
};
