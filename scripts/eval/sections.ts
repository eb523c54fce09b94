/** A part of the report: a heading, words, a table and more words. */
export interface Section {
  readonly title: string;
  readonly words: readonly string[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly list?: readonly string[];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const markdownTable = ({ head, rows }: NonNullable<Section['table']>): string =>
  [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');

/** A section as Markdown. */
export const markdownOf = ({ title, words, table, list }: Section): string =>
  [
    `## ${title}`,
    ...words,
    ...(table ? [markdownTable(table)] : []),
    ...(list?.length ? [list.map(item => `- ${item}`).join('\n')] : []),
  ].join('\n\n');

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** A section's figures for the terminal: heading, table, list, without the explanations. */
export const plainOf = ({ title, table, list }: Section): string => {
  const rows = table ? [table.head, ...table.rows].map(row => row.map(short)) : [];
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map(row => (row[index] ?? '').length)));
  const lines = rows.map(row =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`\n${title}`, ...lines, ...(list ?? []).map(item => `  - ${item}`)].join('\n');
};
