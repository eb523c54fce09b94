import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ImportRow } from '#domain/import.ts';
import { AppError, messageOf } from '#errors';

/** A line of an import file: the row that it holds, or what is wrong with it. */
export interface ImportLine {
  readonly number: number;
  readonly row?: ImportRow;
  readonly error?: AppError;
}

const TEXT_FIELDS = ['id', 'url', 'source', 'title', 'published', 'text', 'html'] as const;

const bad = (what: string): AppError =>
  new AppError('import-line', what, {
    hint: 'Each line is a JSON object {"id"?,"url","source","title","published","text"} (or "html"), or a bare URL.',
  });

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));

/** A time without a zone is UTC, whatever the zone of this machine. */
const toUtc = (text: string): string => {
  if (text.length === 10) return text;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  return new Date(zoned).toISOString();
};

/** A day, or a time as UTC ISO 8601, from what a user wrote. Throws AppError `import-line` where it is no date. */
export const parsePublished = (text: string): string => {
  if (!isDate(text)) throw bad(`"published" is not a date: ${text}`);
  return toUtc(text);
};

/**
 * Reads one line of an import: a JSON object, or a bare URL. Unknown fields are ignored.
 *
 * @throws AppError `import-line` that says what is wrong
 */
export const parseImportLine = (line: string): ImportRow => {
  if (/^https?:\/\/\S+$/.test(line)) return { url: line };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw bad(`not JSON and not a URL (${messageOf(cause)})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('not a JSON object');
  const given = value as Record<string, unknown>;
  const row: Record<string, string> = {};
  for (const field of TEXT_FIELDS) {
    const content = given[field];
    if (content === undefined || content === null) continue;
    if (typeof content !== 'string') throw bad(`"${field}" is not a text`);
    // A headline whose text is said to be empty is all there is of the article: nothing is fetched for it.
    if (content === '' && !(field === 'text' && row['title'] !== undefined && !given['html'])) continue;
    row[field] = content;
  }
  if (row['url'] !== undefined && !/^https?:\/\//.test(row['url']))
    throw bad(`"url" is not a web address: ${row['url']}`);
  if (row['text'] === undefined && row['html'] === undefined && row['url'] === undefined)
    throw bad('neither "text" nor "html" nor "url"');
  if (row['published'] !== undefined) row['published'] = parsePublished(row['published']);
  return row;
};

/** The lines of a text file that are not blank, numbered from 1. Throws AppError `config` where it cannot be read. */
async function* linesOf(path: string): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const text = line.replace(/^\uFEFF/, '').trim();
      if (text !== '') yield { number, text };
    }
  } catch (cause) {
    throw new AppError('config', `${path} cannot be read: ${messageOf(cause)}.`, {
      subject: path,
      hint: 'Give the path of a JSON Lines file or of a list of URLs.',
      cause,
    });
  }
}

/** How many rows a file has. Throws AppError `config` where it cannot be read. */
export const countRows = async (path: string): Promise<number> => {
  let count = 0;
  for await (const _ of linesOf(path)) count++;
  return count;
};

/**
 * Reads a file line by line; a bad line is told, the others go on. Blank lines are passed over.
 *
 * @throws AppError `config` where the file cannot be read
 */
export async function* readImport(path: string): AsyncGenerator<ImportLine> {
  for await (const { number, text } of linesOf(path)) {
    try {
      yield { number, row: parseImportLine(text) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      yield { number, error };
    }
  }
}
