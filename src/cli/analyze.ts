import { readFile } from 'node:fs/promises';
import { createReader } from '#compose';
import type { Config } from '#config';
import type { Analysis } from '#domain/claim.ts';
import type { ImportRow } from '#domain/import.ts';
import { AppError, messageOf } from '#errors';
import { toCodebook } from '#export/codebook.ts';
import { analyse } from '#nlp';
import { fetchPage, readHtml } from '#pipeline';
import { readImport } from './import-lines.ts';
import { print, say } from './terminal.ts';

const analyseRow = (row: ImportRow): Analysis =>
  analyse({
    title: row.title ?? '',
    text: row.text ?? '',
    ...(row.published === undefined ? {} : { publishedAt: row.published }),
    ...(row.source === undefined ? {} : { source: row.source }),
  });

/** A page is read by the extractor first; its own dates and title count where the row names none. */
const analysePage = async (config: Config, row: ImportRow): Promise<Analysis> => {
  const reader = createReader(config);
  try {
    const article =
      row.html === undefined
        ? (await fetchPage(reader, row.url ?? '')).article
        : await readHtml(reader, row.html, row.url);
    const published = row.published ?? article.publishedAt;
    return analyse({
      title: row.title ?? article.title,
      text: article.text,
      ...(published === undefined ? {} : { publishedAt: published }),
      ...(row.source === undefined ? {} : { source: row.source }),
    });
  } finally {
    await reader.close();
  }
};

const analyseAny = (config: Config, row: ImportRow): Promise<Analysis> | Analysis =>
  row.text === undefined ? analysePage(config, row) : analyseRow(row);

const readStdin = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** The first line is the headline, the rest the body. */
const fromPlainText = (text: string, published: string | undefined): ImportRow => {
  const [title = '', ...body] = text.trim().split('\n');
  return { title: title.trim(), text: body.join('\n').trim(), ...(published === undefined ? {} : { published }) };
};

const readFileText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(cause => {
    throw new AppError('config', `${path} cannot be read: ${messageOf(cause)}.`, { subject: path, cause });
  });

/**
 * `receipts analyze [--jsonl FILE | URL | FILE | -]`: prints each article's analysis in the form of the codebook, one
 * JSON object a line, without touching the database.
 */
export const analyzeCommand = async (
  config: Config,
  input: string | undefined,
  options: { jsonl?: string; published?: string },
): Promise<number> => {
  if (options.jsonl !== undefined) {
    let failed = 0;
    for await (const { number, row, error } of readImport(options.jsonl)) {
      try {
        if (error) throw error;
        if (row) print(JSON.stringify(toCodebook(row.id ?? row.url ?? String(number), await analyseAny(config, row))));
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        failed++;
        say(`${options.jsonl}:${number}: ${cause.message}`);
      }
    }
    return failed > 0 ? 1 : 0;
  }
  if (input === undefined)
    throw new AppError('invalid-parameter', 'Nothing to analyse.', {
      hint: 'Give a URL, a text file, - for standard input (first line: the headline), or --jsonl FILE.',
    });
  const published = options.published === undefined ? {} : { published: options.published };
  if (/^https?:\/\//.test(input)) {
    print(JSON.stringify(toCodebook(input, await analysePage(config, { url: input, ...published })), null, 2));
    return 0;
  }
  const text = input === '-' ? await readStdin() : await readFileText(input);
  print(JSON.stringify(toCodebook(input, analyseRow(fromPlainText(text, options.published))), null, 2));
  return 0;
};
